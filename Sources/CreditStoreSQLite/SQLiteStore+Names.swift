import CreditCatalogue
public import CreditModel
public import CreditStore
import GRDB

extension SQLiteStore: NameFeed {
    /// How far the store has come.
    public func nameFeedState() async throws -> NameFeedState {
        try await pool.read { database in
            try Query(.head, database).first { NameFeedState(sequence: $0.integer(0), catalogue: $0.bytes(5)) }
                ?? NameFeedState(sequence: 0, catalogue: catalogue.digest)
        }
    }

    /// The hash of one entry's leaf.
    public func leaf(of sequence: Int64) async throws -> [UInt8]? {
        try await pool.read { database in
            let size = try Query(.head, database).first { $0.integer(0) } ?? 0
            guard sequence >= 1, sequence <= size else { return nil }
            return try LedgerTiles(database).subtree(start: sequence - 1, width: 1)
        }
    }

    /// Organisations in the order of their numbers.
    public func namedSubjects(after id: Int64, limit: Int, today: Day) async throws -> [NamedSubject] {
        try await pool.read { try SQLiteStore.namedSubjects(after: id, limit: limit, today, $0) }
    }

    /// Organisations that the entries after a sequence number touched.
    public func namedSubjects(touchedSince sequence: Int64, limit: Int, today: Day) async throws -> NameChanges {
        try await pool.read { database in
            var touched: Set<Int64> = []
            var last = sequence
            try Query(.entriesFrom, database)
                .each(.integer(sequence), .integer(Int64(limit))) { row in
                    last = row.integer(0)
                    if let id = try SQLiteStore.touched(by: Entry(content: row.bytes(2)), database) {
                        touched.insert(id)
                    }
                }
            let subjects = try touched.sorted()
                .flatMap { id in
                    try SQLiteStore.namedSubjects(after: id - 1, limit: 1, today, database).filter { $0.id == id }
                }
            return NameChanges(subjects: subjects, upTo: last)
        }
    }

    private static func namedSubjects(
        after id: Int64,
        limit: Int,
        _ today: Day,
        _ database: Database
    ) throws
        -> [NamedSubject]
    {
        var rows: [Row] = []
        try Query(.namedSubjects, database)
            .each(.integer(id), .integer(Int64(limit)), .integer(Int64(today.number))) { rows.append(Row($0)) }
        guard let last = rows.last else { return [] }
        var former: [Int64: [String]] = [:]
        try Query(.formerNamesOfSubjects, database)
            .each(.integer(id), .integer(last.id)) { former[$0.integer(0), default: []].append($0.text(1)) }
        return rows.map { $0.subject(former[$0.id] ?? []) }
    }

    /// The organisation that an entry speaks of, where it changes what can be found.
    private static func touched(by entry: Entry, _ database: Database) throws -> Int64? {
        switch entry.act {
        case .record(let act):
            guard let code = act.identity.code(own: act.record.subject.creditCode) else { return nil }
            return try subject(key: code, database)?.id
        case .resolution(let act): return try act.code.flatMap { try subject(key: $0, database)?.id }
        case .withdrawal(let act): return try subject(ofRecord: act.record, database)
        case .tier(let act): return try subject(ofRecord: act.record, database)
        case .role, .held, .pair, .seal: return nil
        }
    }

    private static func subject(ofRecord id: Int64, _ database: Database) throws -> Int64? {
        try Query(.recordByID, database).first(.integer(id)) { $0.integer(2) }
    }

    /// A row of `namedSubjects`.
    private struct Row {
        let id: Int64
        let key: String
        let registrationNumber: String?
        let kind: SubjectKind
        let name: String?
        let shownUntil: Day?

        init(_ row: Columns) {
            id = row.integer(0)
            key = row.text(1)
            registrationNumber = row.optionalText(2)
            // A kind that this program does not know is found as narrowly as any.
            kind = SubjectKind(rawValue: row.text(3)) ?? .soleTrader
            // Every record that gave it a name was withdrawn.
            name = row.integer(5) == 0 ? nil : row.text(4)
            shownUntil = row.optionalInteger(6).map { Day(number: Int32($0)) }
        }

        func subject(_ former: [String]) -> NamedSubject {
            NamedSubject(
                id: id,
                key: key,
                registrationNumber: registrationNumber,
                kind: kind,
                name: name,
                formerNames: former.filter { $0 != name },
                shownUntil: shownUntil
            )
        }
    }
}

import CreditCatalogue
public import CreditLedger
public import CreditModel
import CreditRules
public import CreditStore
import GRDB
import LibCrypto

extension SQLiteStore: SubjectDirectory {
    /// The organisation of a unified code, or of a registration number that only one has; none where only restricted records
    /// speak of it.
    public func subject(key: String) async throws -> Subject? {
        try readers.read { try SQLiteStore.subject(key: key, $0) }
    }

    static func subject(key: String, _ source: some StatementSource) throws -> Subject? {
        if let row = try Query(.subjectByCode, source).first(.text(key), body: { SubjectRow($0) }) {
            return row.isKnown ? try row.subject(source) : nil
        }
        var rows: [SubjectRow] = []
        try Query(.subjectByRegistration, source).each(.text(key)) { rows.append(SubjectRow($0)) }
        return rows.count == 1 ? try rows[0].subject(source) : nil
    }

    /// The organisation of the store's own number.
    public func subject(id: Int64) async throws -> Subject? {
        try readers.read { try SQLiteStore.subject(id, $0) }
    }

    private static func subject(_ id: Int64, _ source: some StatementSource) throws -> Subject? {
        let row = try Query(.subjectByID, source).first(.integer(id)) { SubjectRow($0) }
        return try row.flatMap { $0.isKnown ? try $0.subject(source) : nil }
    }
}

extension SQLiteStore: RecordReader {
    /// All records of an organisation, oldest decision first.
    public func records(of subject: Int64) async throws -> [StoredRecord] {
        try readers.read { try SQLiteStore.records(of: subject, $0) }
    }

    /// An organisation with all its records and the ledger's head, in one read transaction.
    public func file(key: String) async throws -> StoredFile? {
        try readers.read { connection in
            try connection.atOneInstant { connection in
                guard let subject = try SQLiteStore.subject(key: key, connection) else { return nil }
                return StoredFile(
                    subject: subject,
                    records: try SQLiteStore.records(of: subject.id, connection),
                    head: try head(connection)
                )
            }
        }
    }

    private static func records(of subject: Int64, _ source: some StatementSource) throws -> [StoredRecord] {
        var records: [StoredRecord] = []
        try Query(.recordsOfSubject, source).each(.integer(subject)) { records.append(try StoredRecord($0)) }
        return records
    }

    /// One record by its public number.
    public func record(_ id: Int64) async throws -> StoredRecord? {
        try readers.read { try Query(.recordByID, $0).first(.integer(id)) { try StoredRecord($0) } }
    }

    /// The sequence numbers that a record held before.
    public func history(of record: Int64) async throws -> [Int64] {
        try readers.read { connection in
            var sequences: [Int64] = []
            try Query(.historyOfRecord, connection).each(.integer(record)) { sequences.append($0.integer(0)) }
            return sequences
        }
    }
}

extension SQLiteStore: PublicationLists {
    /// One page of records that a visitor may see, latest decision first.
    public func page(_ query: ListQuery) async throws -> ListPage {
        try await pool.read { database in
            let size = try Query(.head, database).first { $0.integer(0) } ?? 0
            let pin = query.cursor?.pin ?? size
            let limit = min(max(query.limit, 1), 500)
            let records = try rows(query, pin: pin, limit: limit, database)
            var rows: [(subject: Subject, record: StoredRecord)] = []
            for record in records.prefix(limit) {
                guard let subject = try SQLiteStore.subject(record.subject, database) else {
                    throw StoreDamaged(what: "subject of record \(record.id)")
                }
                rows.append((subject, record))
            }
            let more = records.count > limit ? rows.last?.record : nil
            return ListPage(
                rows: rows,
                next: more.map { ListCursor(pin: pin, day: $0.facts.record.decidedOn, record: $0.id) },
                pin: pin
            )
        }
    }

    private func rows(_ query: ListQuery, pin: Int64, limit: Int, _ database: Database) throws -> [StoredRecord] {
        let last = query.cursor.map { Int64($0.day.number) } ?? Int64(query.until?.number ?? Int32.max)
        let before = query.cursor?.record ?? Int64.max
        let from = Int64(query.from?.number ?? Int32.min)
        let shared: [Value] = [
            .text(query.item), .integer(from), .integer(last), .integer(before), .integer(pin),
            .integer(Int64(query.today.number)), .integer(Int64(limit + 1)),
        ]
        var records: [StoredRecord] = []
        if let source = query.source {
            try Query(.listRecordsOfSource, database)
                .each(all: shared + [.text(source)]) { records.append(try StoredRecord($0)) }
        } else {
            try Query(.listRecords, database).each(all: shared) { records.append(try StoredRecord($0)) }
        }
        return records
    }

    /// What was received since a day, by department and item; nothing of restricted items.
    public func received(since day: Day) async throws -> [ReceivedCount] {
        try await pool.read { database in
            var counts: [ReceivedCount] = []
            try Query(.receivedSince, database)
                .each(.integer(Int64(day.number))) { row in
                    guard !catalogue.isRestricted(item: row.text(1)) else { return }
                    counts.append(
                        ReceivedCount(
                            source: row.text(0),
                            item: row.text(1),
                            admitted: Int(row.integer(2)),
                            latest: Day(number: Int32(row.integer(3)))
                        )
                    )
                }
            return counts
        }
    }
}

extension SQLiteStore: LedgerReader {
    /// The latest head.
    public func head() async throws -> LedgerHead { try readers.read { try head($0) } }

    private func head(_ source: some StatementSource) throws -> LedgerHead {
        try Query(.head, source)
            .first { row in
                LedgerHead(
                    size: row.integer(0),
                    root: row.bytes(2),
                    at: Instant(microseconds: row.integer(3)),
                    checkpoint: row.text(4),
                    verifierKey: verifierKey
                )
            }
            ?? LedgerHead(
                size: 0,
                root: MerkleHash.empty,
                at: Instant(microseconds: 0),
                checkpoint: "",
                verifierKey: verifierKey
            )
    }

    /// What the log shows of one entry.
    public func entry(_ sequence: Int64) async throws -> LedgerEntry? {
        try await pool.read { database in
            let size = try Query(.head, database).first { $0.integer(0) } ?? 0
            guard sequence >= 1, sequence <= size else { return nil }
            let leaf = try LedgerTiles(database).subtree(start: sequence - 1, width: 1)
            let kept = try Query(.entry, database)
                .first(.integer(sequence)) { (salt: $0.bytes(0), content: $0.bytes(1)) }
            guard let kept else {
                return LedgerEntry(sequence: sequence, leaf: leaf, commitment: nil, act: nil, at: nil, record: nil)
            }
            var hasher = Hasher256()
            let entry = try Entry(content: kept.content)
            return LedgerEntry(
                sequence: sequence,
                leaf: leaf,
                commitment: Commitment(salt: kept.salt, content: kept.content, &hasher).bytes,
                act: entry.act.publicName,
                at: entry.at,
                record: entry.act.record(at: sequence)
            )
        }
    }

    /// The proof that an entry stands in the tree of the latest head.
    public func proof(of sequence: Int64) async throws -> InclusionProof? {
        try await pool.read { database in
            let size = try Query(.head, database).first { $0.integer(0) } ?? 0
            guard sequence >= 1, sequence <= size else { return nil }
            let tiles = LedgerTiles(database)
            return try InclusionProof(index: sequence - 1, size: size) { try tiles.subtree(start: $0, width: $1) }
        }
    }
}

extension Entry.Act {
    /// The record that an act brought or changed.
    fileprivate func record(at sequence: Int64) -> Int64? {
        switch self {
        case .record, .role: sequence
        case .withdrawal(let act): act.record
        case .tier(let act): act.record
        case .held, .resolution, .pair, .seal: nil
        }
    }
}

/// Roots of full, aligned subtrees from the tiles.
struct LedgerTiles {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The root over `width` leaves from `start`; width is a power of two and start a multiple of it.
    ///
    /// One tile.
    func subtree(start: Int64, width: Int64) throws -> [UInt8] {
        let height = width.trailingZeroBitCount
        let level = height / 8
        let count = 1 << (height % 8)
        let first = start >> (8 * level)
        let hashes =
            try Query(.tile, database).first(.integer(Int64(level)), .integer(first / 256)) { $0.bytes(0) } ?? []
        let offset = Int(first % 256) * 32
        guard hashes.count >= offset + count * 32 else { throw StoreDamaged(what: "ledger_tile") }
        var hasher = Hasher256()
        var edge = RightEdge()
        for position in 0..<count {
            let place = offset + position * 32
            edge.append(Array(hashes[place..<(place + 32)]), &hasher)
        }
        return edge.root
    }
}

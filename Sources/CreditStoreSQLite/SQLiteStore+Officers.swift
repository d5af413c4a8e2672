import CreditCatalogue
public import CreditModel
import CreditRules
public import CreditStore
import GRDB

extension SQLiteStore: OfficerActs {
    /// Withdraws a record, of an organisation or of a person in a role, or takes it down; gone with the commit.
    public func withdraw(_ act: Withdrawal, by officer: String, at: Instant) async throws -> Int64 {
        try await pool.write { database in
            let record = try Query(.recordByID, database).first(.integer(act.record)) { $0.text(4) }
            let found = try record ?? Query(.roleStanding, database).first(.integer(act.record)) { $0.text(0) }
            guard let standing = found.map({ RecordStanding(rawValue: $0) ?? .takenDown }) else {
                throw ActRefused.notFound(act.record)
            }
            // A takedown may be followed by the withdrawal proper; nothing else is done twice.
            guard standing == .current || (standing == .takenDown && act.standing == .withdrawn) else {
                throw ActRefused.alreadyDone(act.record)
            }
            return try append(entry(.withdrawal(act), officer, at), database)
        }
    }

    /// Decides a tier that the rule leaves open.
    public func decide(_ act: TierDecision, by officer: String, at: Instant) async throws -> Int64 {
        try await pool.write { database in
            guard
                let stored = try Query(.recordByID, database)
                    .first(.integer(act.record), body: { try StoredRecord($0) }),
                !catalogue.isRestricted(item: stored.facts.record.item)
            else {
                throw ActRefused.notFound(act.record)
            }
            let judged = publication(of: stored.facts, catalogue: catalogue)
            guard judged.ground == .undetermined else { throw ActRefused.tierNotOpen(act.record) }
            return try append(entry(.tier(act), officer, at), database)
        }
    }

    /// Says of whom a held row speaks, or refuses it.
    public func resolve(_ act: Resolution, by officer: String, at: Instant) async throws -> Int64 {
        if let code = act.code, CreditCode(code) == nil { throw ActRefused.codeInvalid(code) }
        return try await pool.write { database in
            let found = try Query(.heldBySequence, database)
                .first(.integer(act.held)) {
                    (resolution: $0.optionalInteger(0), entry: try Entry(content: $0.bytes(1)))
                }
            guard let found, case .held(let waiting, _) = found.entry.act else { throw ActRefused.notFound(act.held) }
            guard found.resolution == nil else { throw ActRefused.alreadyDone(act.held) }
            if let code = act.code { try assertKind(of: code, in: waiting.record.item) }
            return try append(entry(.resolution(act), officer, at), database)
        }
    }

    private func assertKind(of code: String, in item: String) throws {
        guard let unified = CreditCode(code), let item = catalogue.item(item) else { return }
        let kinds = AllowedKinds(item)
        guard !kinds.admits(unified, catalogue.identifiers) else { return }
        throw ActRefused.kindNotOfItem(code: code, kinds: kinds.names)
    }

    func entry(_ act: Entry.Act, _ officer: String, _ at: Instant) -> Entry {
        Entry(at: at, actor: officer, catalogue: catalogue.digest, act: act)
    }
}

extension SQLiteStore: OfficeReader {
    /// Rows that wait at the conflict desk, oldest first, at most a thousand.
    public func conflicts() async throws -> [HeldRow] {
        try await pool.read { database in
            var rows: [HeldRow] = []
            try Query(.openHeld, database)
                .each(.integer(1000)) { row in
                    let entry = try Entry(content: row.bytes(1))
                    guard case .held(let act, let reason) = entry.act else { return }
                    rows.append(HeldRow(sequence: row.integer(0), act: act, reason: reason, at: entry.at))
                }
            return rows
        }
    }

    /// Records whose tier nobody has determined, oldest first, at most a thousand.
    public func undeterminedTiers() async throws -> [StoredRecord] {
        try await pool.read { database in
            var records: [StoredRecord] = []
            try Query(.waitingRecords, database).each(.integer(1000)) { records.append(try StoredRecord($0)) }
            return records
        }
    }

    /// What each department handed in; nothing of restricted items, which are for their senders alone.
    public func status() async throws -> [DepartmentStatus] {
        try await pool.read { database in
            let held = try waitingRows(database)
            var tiers: [String: Int] = [:]
            try Query(.waitingTiers, database).each { tiers[$0.text(0)] = Int($0.integer(1)) }
            var found: [DepartmentStatus] = []
            try Query(.statusOfSubmissions, database)
                .each { row in
                    let source = row.text(0)
                    guard !catalogue.isRestricted(item: row.text(1)) else { return }
                    let status = DepartmentStatus(
                        source: source,
                        submissions: Int(row.integer(2)),
                        open: Int(row.integer(3)),
                        counts: SubmissionCounts(columnsFrom: 4, row),
                        waiting: held[source] ?? 0,
                        undetermined: tiers[source] ?? 0,
                        latest: row.optionalInteger(12).map { Day(number: Int32($0)) }
                    )
                    if let last = found.last, last.source == source {
                        found[found.count - 1] = last + status
                    } else {
                        found.append(status)
                    }
                }
            return found
        }
    }

    /// The receipt of a sealed submission.
    public func receipt(_ submission: String) async throws -> Receipt? {
        try await pool.read { database in
            try Query(.submissionByID, database).first(.text(submission)) { SubmissionRow($0).receipt } ?? nil
        }
    }

    /// Rows that wait at the conflict desk, by department.
    private func waitingRows(_ database: Database) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try Query(.waitingHeld, database)
            .each { row in
                let entry = try row.withBytes(1) { try Entry(content: $0) }
                guard case .held(let act, _) = entry.act, !catalogue.isRestricted(item: act.record.item) else { return }
                counts[row.text(0), default: 0] += 1
            }
        return counts
    }
}

extension DepartmentStatus {
    /// What a department handed in of two items.
    fileprivate static func + (left: DepartmentStatus, right: DepartmentStatus) -> DepartmentStatus {
        DepartmentStatus(
            source: left.source,
            submissions: left.submissions + right.submissions,
            open: left.open + right.open,
            counts: left.counts + right.counts,
            waiting: left.waiting,
            undetermined: left.undetermined,
            latest: [left.latest, right.latest].compactMap(\.self).max()
        )
    }
}

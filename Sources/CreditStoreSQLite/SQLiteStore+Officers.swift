import CreditCatalogue
public import CreditModel
import CreditRules
public import CreditStore
import GRDB

extension SQLiteStore: OfficerActs {
    /// Withdraws a record or takes it down; gone with the commit.
    public func withdraw(_ act: Withdrawal, by officer: String, at: Instant) async throws -> Int64 {
        try await pool.write { database in
            guard
                let stored = try Query(.recordByID, database)
                    .first(.integer(act.record), body: { try StoredRecord($0) })
            else {
                throw ActRefused.notFound(act.record)
            }
            // A takedown may be followed by the withdrawal proper; nothing else is done twice.
            guard
                stored.facts.standing == .current || (stored.facts.standing == .takenDown && act.standing == .withdrawn)
            else {
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
                    .first(.integer(act.record), body: { try StoredRecord($0) })
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
            let state = try Query(.heldBySequence, database).first(.integer(act.held)) { $0.optionalInteger(0) }
            guard let state else { throw ActRefused.notFound(act.held) }
            guard state == nil else { throw ActRefused.alreadyDone(act.held) }
            return try append(entry(.resolution(act), officer, at), database)
        }
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

    /// What each department handed in.
    public func status() async throws -> [DepartmentStatus] {
        try await pool.read { database in
            let held = try counts(.waitingHeld, database)
            let tiers = try counts(.waitingTiers, database)
            var found: [DepartmentStatus] = []
            try Query(.statusOfSubmissions, database)
                .each { row in
                    let source = row.text(0)
                    found.append(
                        DepartmentStatus(
                            source: source,
                            submissions: Int(row.integer(1)),
                            open: Int(row.integer(2)),
                            counts: SubmissionCounts(columnsFrom: 3, row),
                            waiting: held[source] ?? 0,
                            undetermined: tiers[source] ?? 0,
                            latest: row.optionalInteger(11).map { Day(number: Int32($0)) }
                        )
                    )
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

    private func counts(_ sql: NamedSQL, _ database: Database) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try Query(sql, database).each { counts[$0.text(0)] = Int($0.integer(1)) }
        return counts
    }
}

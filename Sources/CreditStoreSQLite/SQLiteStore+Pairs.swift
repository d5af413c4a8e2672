public import CreditModel
import CreditRules
public import CreditStore
import GRDB

extension SQLiteStore: PairMemory {
    /// Says for a department whether a name means an organisation.
    public func decide(
        _ act: PairDecision,
        by officer: String,
        at: Instant,
        isOneName: @escaping @Sendable (String, String) -> Bool
    ) async throws -> Int64 {
        try SQLiteStore.check(act, at: at)
        return try await pool.write { database in
            let known = try Query(.subjectByCode, database).first(.text(act.code)) { SubjectRow($0).isKnown }
            guard known == true else {
                throw ActRefused.nobodyHas(code: act.code)
            }
            var latest: (sequence: Int64, verdict: String)?
            try Query(.pairsDecided, database)
                .each(.text(act.source), .text(act.code)) { row in
                    if latest == nil, isOneName(row.text(2), act.name) { latest = (row.integer(0), row.text(1)) }
                }
            if let latest, latest.verdict == act.verdict.rawValue { throw ActRefused.alreadyDone(latest.sequence) }
            return try append(entry(.pair(act), officer, at), database)
        }
    }

    /// The decisions of a department after a sequence number.
    public func decidedPairs(of source: String, after sequence: Int64, limit: Int) async throws -> [DecidedPair] {
        try await pool.read { database in
            var pairs: [DecidedPair] = []
            try Query(.pairsOfSource, database)
                .each(.text(source), .integer(sequence), .integer(Int64(limit))) { row in
                    pairs.append(try DecidedPair(source: source, row))
                }
            return pairs
        }
    }

    private static func check(_ act: PairDecision, at: Instant) throws {
        guard CreditCode(act.code) != nil else { throw ActRefused.codeInvalid(act.code) }
        guard act.name.contains(where: { !$0.isWhitespace }), act.name.unicodeScalars.count <= 200 else {
            throw ActRefused.nameInvalid
        }
        for text in [act.name, act.reason] where PersonalText.masked(text, on: at.day) != text {
            throw ActRefused.personalNumber
        }
    }
}

extension DecidedPair {
    fileprivate init(source: String, _ row: Columns) throws {
        guard let verdict = PairDecision.Verdict(rawValue: row.text(3)) else {
            throw StoreDamaged(what: "pair_decision \(row.integer(0))")
        }
        self.init(
            sequence: row.integer(0),
            decision: PairDecision(
                source: source,
                name: row.text(1),
                code: row.text(2),
                verdict: verdict,
                reason: row.text(5)
            ),
            officer: row.text(4),
            at: Instant(microseconds: row.integer(6))
        )
    }
}

public import CreditModel

/// An officer's word, for one department, on whether a name as it writes it means an organisation of the register.
///
/// It merges nothing (decision 4): no record moves by it. The department is not asked again, and its next decision on the same
/// pair takes the place of this one.
public struct PairDecision: Sendable, Hashable {
    /// The id of the department for which it holds.
    public let source: String
    /// The name as the department writes it.
    public let name: String
    /// The unified code of the organisation.
    public let code: String
    /// What was decided.
    public let verdict: Verdict
    /// Why.
    public let reason: String

    /// What can be decided.
    public enum Verdict: String, Sendable, CaseIterable {
        /// The name means this organisation.
        case same
        /// It means another.
        case different
    }

    /// A decision from its parts.
    public init(source: String, name: String, code: String, verdict: Verdict, reason: String) {
        self.source = source
        self.name = name
        self.code = code
        self.verdict = verdict
        self.reason = reason
    }
}

/// A decision on a pair as the ledger has it.
public struct DecidedPair: Sendable, Hashable {
    /// The sequence number of its entry.
    public let sequence: Int64
    /// The decision.
    public let decision: PairDecision
    /// The officer.
    public let officer: String
    /// When it was decided.
    public let at: Instant

    /// A decided pair from its parts.
    public init(sequence: Int64, decision: PairDecision, officer: String, at: Instant) {
        self.sequence = sequence
        self.decision = decision
        self.officer = officer
        self.at = at
    }
}

public import CreditModel
public import CreditStore

/// A name that is looked for on the register, with what is known beside it.
public struct MatchRow: Sendable, Hashable {
    /// The name as written.
    public let name: String
    /// A unified code or registration number, where one is given.
    public let code: String?
    /// A place, where one is given.
    public let place: String?
    /// Names it bore before, where any are given.
    public let formerNames: [String]

    /// A row from its parts; empty texts count as absent.
    public init(name: String, code: String? = nil, place: String? = nil, formerNames: [String] = []) {
        self.name = name
        self.code = code.flatMap { $0.isEmpty ? nil : $0 }
        self.place = place.flatMap { $0.isEmpty ? nil : $0 }
        self.formerNames = formerNames.filter { !$0.isEmpty }
    }
}

/// What the register says to a row.
public struct MatchOutcome: Sendable {
    /// The band of the best candidate; `different` where there is none.
    public let band: MatchBand
    /// The organisations that come into question, best first, at most ten.
    public let candidates: [MatchCandidate]
}

/// An organisation that comes into question.
public struct MatchCandidate: Sendable {
    /// Its unified code or registration number.
    public let key: String
    /// Its name of today; `nil` where the record that gave it was withdrawn.
    public let name: String?
    /// What kind of organisation.
    public let kind: SubjectKind
    /// What comparing said, or an officer.
    public internal(set) var judgement: MatchJudgement
    /// The officer's decision, where there is one.
    public internal(set) var decided: DecidedPair?
    let facts: NameFacts
}

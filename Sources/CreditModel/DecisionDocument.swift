/// The document in which an authority decided: without one nothing adverse is recorded (limit 2).
public struct DecisionDocument: Hashable, Sendable {
    /// Its 文书号 as sent.
    public let number: String
    /// The authority that decided, under its name of that day.
    public let authority: String
    /// The day of the decision.
    public let decidedOn: Day

    /// A document, or `nil` where its number or its authority is empty.
    public init?(number: String, authority: String, decidedOn: Day) {
        guard !number.isEmpty, !authority.isEmpty else { return nil }
        self.number = number
        self.authority = authority
        self.decidedOn = decidedOn
    }
}

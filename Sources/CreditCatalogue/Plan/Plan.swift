public import CreditModel

/// The plan that the platform carries out, with the words of each clause.
public struct Plan: Sendable, Hashable {
    /// Its title.
    public let title: Bilingual
    /// Its document number.
    public let number: Bilingual
    /// The day of its issue.
    public let date: Day
    /// Who issued it.
    public let issuedBy: Bilingual
    /// Its parts in order.
    public let parts: [Part]
    /// Its clauses in order.
    public let clauses: [Clause]

    /// A part of the plan.
    public struct Part: Sendable, Hashable {
        /// `2`.
        public let id: String
        /// What it is called.
        public let name: Bilingual

        /// A part from its parts.
        public init(id: String, name: Bilingual) {
            self.id = id
            self.name = name
        }
    }

    /// A plan from its parts.
    public init(
        title: Bilingual,
        number: Bilingual,
        date: Day,
        issuedBy: Bilingual,
        parts: [Part],
        clauses: [Clause]
    ) {
        self.title = title
        self.number = number
        self.date = date
        self.issuedBy = issuedBy
        self.parts = parts
        self.clauses = clauses
    }

    /// The clause of an id.
    public func clause(_ id: String) -> Clause? { clauses.first { $0.id == id } }
}

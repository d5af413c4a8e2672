/// What serves one clause of the plan, and what does not yet.
public struct ClauseCoverage: Sendable {
    /// The clause.
    public let clause: Clause
    /// Items that take records in.
    public let open: [Item]
    /// Items that later law withdrew.
    public let withdrawn: [Item]
    /// How many values that its open items rest on were not verified by a person.
    public let pending: Int

    /// What can be said of a clause in a word.
    public enum Standing: Sendable, CaseIterable {
        /// There is a kind of record for it.
        case recorded
        /// Something else serves it.
        case servedOtherwise
        /// Nothing serves it yet.
        case unserved
    }

    /// How a clause is served under a catalogue.
    ///
    /// - Complexity: one pass over the catalogue's items.
    public init(_ clause: Clause, in catalogue: Catalogue) {
        self.clause = clause
        let items = catalogue.items(of: clause.id)
        open = items.filter { $0.standing == .open }
        withdrawn = items.filter { $0.standing != .open }
        pending = open.reduce(0) { $0 + catalogue.pendingCount(of: $1) }
    }

    /// Every clause of the plan in its order; none where the catalogue has no plan.
    public static func all(in catalogue: Catalogue) -> [ClauseCoverage] {
        (catalogue.plan?.clauses ?? []).map { ClauseCoverage($0, in: catalogue) }
    }

    /// Whether something its items rest on was not verified by a person.
    public var isPending: Bool { pending > 0 }

    /// Where it stands.
    public var standing: Standing {
        if !open.isEmpty { return .recorded }
        return clause.served.isEmpty ? .unserved : .servedOtherwise
    }
}

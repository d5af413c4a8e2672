import CreditCatalogue
import CreditModel

/// What serves one clause of the plan, and what does not yet.
struct ClauseCoverage: Sendable {
    let clause: Clause
    /// Items that take records in.
    let open: [Item]
    /// Items that later law withdrew.
    let withdrawn: [Item]
    /// Whether something its items rest on was not verified by a person.
    let isPending: Bool

    init(_ clause: Clause, in catalogue: Catalogue) {
        self.clause = clause
        let items = catalogue.items(of: clause.id)
        open = items.filter { $0.standing == .open }
        withdrawn = items.filter { $0.standing != .open }
        isPending = open.contains { catalogue.isPending($0) }
    }

    /// Every clause of the plan in its order.
    static func all(in catalogue: Catalogue) -> [ClauseCoverage] {
        (catalogue.plan?.clauses ?? []).map { ClauseCoverage($0, in: catalogue) }
    }

    /// Where it stands.
    var standing: Standing {
        if !open.isEmpty { return .recorded }
        return clause.served.isEmpty ? .unserved : .servedOtherwise
    }

    /// What can be said of a clause in a word.
    enum Standing: Sendable, CaseIterable {
        /// There is a kind of record for it.
        case recorded
        /// Something else serves it.
        case servedOtherwise
        /// Nothing serves it yet.
        case unserved
    }
}

extension Catalogue {
    /// Whether something that an item rests on was not verified by a person: a law, an article, an edition of its scheme.
    func isPending(_ item: Item) -> Bool {
        item.legalBasis.contains(where: \.isPending)
            || (item.scheme.flatMap { scheme($0) }?.editions
                .contains { $0.isPending || $0.legalBasis.contains(where: \.isPending) }
                ?? false)
    }
}

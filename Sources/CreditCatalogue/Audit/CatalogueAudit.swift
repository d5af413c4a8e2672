import CreditModel

/// Looks through a catalogue that loads for what it lacks, and counts what nobody has verified.
public struct CatalogueAudit: Sendable {
    /// Everything lacking, by file and line; empty for a sound catalogue.
    public let gaps: [CatalogueGap]
    /// How many values are marked as not verified by a person; they are no gaps.
    public let pending: Int

    /// Audits a catalogue.
    /// - Complexity: one pass over all fields, and for each item one over the text of its clauses.
    public init(_ catalogue: Catalogue) {
        var auditor = Auditor(catalogue)
        auditor.auditFields()
        auditor.auditPersons()
        auditor.auditBases()
        auditor.auditYears()
        auditor.auditSenders()
        auditor.auditLists()
        auditor.auditLayouts()
        auditor.auditPlan()
        gaps = auditor.gaps.sorted { ($0.file, $0.line ?? 0, $0.what.zh) < ($1.file, $1.line ?? 0, $1.what.zh) }
        pending = catalogue.pendingCount
    }
}

/// Gathers gaps with the places of what lacks something.
struct Auditor {
    let catalogue: Catalogue
    private(set) var gaps: [CatalogueGap] = []
    private var seen: Set<CatalogueGap> = []

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// Notes a gap once, whatever it is met at.
    mutating func add(
        _ kind: CatalogueGap.Kind,
        _ thing: CataloguePlaces.Thing,
        _ key: String,
        _ what: Bilingual,
        remedy: Bilingual
    ) {
        let place = catalogue.places[thing, key]
        let gap = CatalogueGap(kind: kind, file: place?.file ?? "", line: place?.line, what: what, remedy: remedy)
        if seen.insert(gap).inserted { gaps.append(gap) }
    }
}

extension Catalogue {
    /// How many values of the catalogue are marked as not verified: laws, bases with their articles, editions, rules.
    var pendingCount: Int {
        let bases =
            items.flatMap(\.legalBasis) + grounds.flatMap(\.legalBasis)
            + schemes.flatMap(\.editions).flatMap(\.legalBasis)
        return laws.count(where: \.isPending) + bases.count(where: isPendingItself)
            + schemes.flatMap(\.editions).count(where: \.isPending) + publication.count { $0.pending != nil }
    }

    /// How many of an item's values are not verified: its bases, and the editions of its scheme.
    public func pendingCount(of item: Item) -> Int {
        let editions = item.scheme.flatMap(scheme)?.editions ?? []
        return item.legalBasis.count(where: \.isPending) + editions.count(where: \.isPending)
    }

    /// Whether a basis is pending beside its law, which is counted once.
    private func isPendingItself(_ basis: LegalBasis) -> Bool {
        basis.isPending && basis.law.flatMap(law)?.isPending != true
    }
}

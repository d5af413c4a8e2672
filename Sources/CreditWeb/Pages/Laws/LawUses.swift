import CreditCatalogue
import CreditModel

/// What of the catalogue rests on an instrument.
struct LawUses: Sendable {
    let items: [Item]
    let editions: [(scheme: GradingScheme, edition: GradingScheme.Edition)]
    let grounds: [DisclosureGround]

    init(of law: String, in catalogue: Catalogue) {
        items = catalogue.items.filter { $0.legalBasis.contains { $0.law == law } }
        editions = catalogue.schemes.flatMap { scheme in
            scheme.editions.filter { $0.legalBasis.contains { $0.law == law } }.map { (scheme, $0) }
        }
        grounds = catalogue.grounds.filter { $0.legalBasis.contains { $0.law == law } }
    }

    /// How many there are.
    var count: Int { items.count + editions.count + grounds.count }
}

import CreditCatalogue
import CreditModel

/// Why something of an item is not public, by its named ground.
struct GroundWords: Sendable {
    let visit: Visit
    let item: Item

    /// The ground of the whole item, where it is restricted as one.
    var whole: DisclosureGround? {
        item.withheld.flatMap { id in visit.catalogue.grounds.first { $0.id == id } } ?? item.fields.first.flatMap(of)
    }

    /// The ground of a field that is not public.
    func of(_ field: Field) -> DisclosureGround? { visit.catalogue.ground(of: field, in: item) }

    /// The grounds that occur in it, each once.
    var all: [DisclosureGround] {
        let found = Set((item.withheld.map { [$0] } ?? []) + item.fields.compactMap { of($0)?.id })
        return visit.catalogue.grounds.filter { found.contains($0.id) }
    }

    /// The ground's name as a link to its words.
    func link(_ ground: DisclosureGround) -> HTML {
        "<a href=\"\(visit.link(.laws()))#ground-\(ground.id)\">\(visit[ground.name])</a>"
    }
}

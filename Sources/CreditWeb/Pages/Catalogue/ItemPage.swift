import CreditCatalogue
import CreditModel
import CreditStore
import Hummingbird

/// One item of the catalogue, as a reference entry.
struct ItemPage: PageMaker {
    static let route = PageRoute.item
    let samples: Samples

    func answer(_ call: Call) async throws -> Response {
        let visit = call.visit
        guard let item = visit.catalogue.item(call.part("item")) else { throw Problem.noSuchItem }
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let found = try await samples.read([item], call.backstage, tag: tag, today: visit.today)
        let body = PageBody(
            page: .item(item.id),
            title: visit[item.name],
            above: [(visit[FooterLinks.title(.catalogue)], .catalogue)],
            head: head,
            content: ItemView(visit: visit, item: item, sample: found[item.id]).html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

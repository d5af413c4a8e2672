import CreditCatalogue
import CreditModel
import Hummingbird

/// One item of the catalogue: fields, senders, ground, publication, headings of its layouts.
struct ItemPage: PageMaker {
    static let route = PageRoute.item

    func answer(_ call: Call) async throws -> Response {
        guard let item = call.visit.catalogue.item(call.part("item")) else { throw Problem.noSuchItem }
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let body = PageBody(
            page: .item(item.id),
            title: call.visit[item.name],
            above: [(call.visit[FooterLinks.title(.catalogue)], .catalogue)],
            content: ItemView(visit: call.visit, item: item).html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

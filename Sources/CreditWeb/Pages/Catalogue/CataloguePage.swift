import CreditCatalogue
import CreditModel
import Hummingbird

/// The catalogue as a public reference: what may be recorded, and what no longer may.
struct CataloguePage: PageMaker {
    static let route = PageRoute.catalogue

    func answer(_ call: Call) async throws -> Response {
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let title = call.visit[FooterLinks.title(.catalogue)]
        let body = PageBody(page: .catalogue, title: title, content: CatalogueView(visit: call.visit).html)
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

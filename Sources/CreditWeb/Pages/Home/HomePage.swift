import CreditCatalogue
import CreditModel
import CreditStore
import Hummingbird

/// Home: the search box, examples that work, what this is; below, quiet, what came in this week and whom to turn to.
struct HomePage: PageMaker {
    static let route = PageRoute.home
    let notices: HomeNotices

    func answer(_ call: Call) async throws -> Response {
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let news = try await notices.read(call.backstage, tag: tag, today: call.visit.today)
        let content = HomeView(visit: call.visit, news: news).html
        let body = PageBody(
            page: .home,
            title: call.visit[call.visit.catalogue.city.masthead],
            head: head,
            content: content
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

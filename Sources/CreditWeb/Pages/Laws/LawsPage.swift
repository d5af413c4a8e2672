import CreditCatalogue
import CreditModel
import Hummingbird

/// The register of instruments that the catalogue rests on, and the grounds on which something is not public.
struct LawsPage: PageMaker {
    static let route = PageRoute.laws

    func answer(_ call: Call) async throws -> Response {
        let visit = call.visit
        let kind = call.query["kind"].map { Law.Kind(rawValue: $0) }
        if case .some(.none) = kind { throw Problem.noSuchLaw }
        let tag = call.backstage.tag(today: visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        return Answer.page(body(visit, kind ?? nil), call, keeping: .asking(tag: tag))
    }

    private func body(_ visit: Visit, _ kind: Law.Kind?) -> PageBody {
        let title = visit[FooterLinks.title(.laws())]
        let view = LawsView(visit: visit)
        guard let kind else { return PageBody(page: .laws(), title: title, content: view.html) }
        return PageBody(
            page: .laws(kind),
            title: visit[kind.heading],
            above: [(title, .laws())],
            content: view.only(kind)
        )
    }
}

/// One instrument and what rests on it.
struct LawPage: PageMaker {
    static let route = PageRoute.law

    func answer(_ call: Call) async throws -> Response {
        guard let law = call.visit.catalogue.law(call.part("law")) else { throw Problem.noSuchLaw }
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let body = PageBody(
            page: .law(law.id),
            title: call.visit[law.title],
            above: [(call.visit[FooterLinks.title(.laws())], .laws())],
            content: LawView(visit: call.visit, law: law).html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

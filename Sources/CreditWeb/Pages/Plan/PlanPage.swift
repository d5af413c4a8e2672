import CreditCatalogue
import CreditModel
import CreditStore
import Hummingbird

/// The plan clause by clause: what serves each, and what is still to come.
struct PlanPage: PageMaker {
    static let route = PageRoute.plan
    let samples: Samples

    func answer(_ call: Call) async throws -> Response {
        let visit = call.visit
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let found = try await samples.read(visit.catalogue.items, call.backstage, tag: tag, today: visit.today)
        let body = PageBody(
            page: .plan,
            title: visit[FooterLinks.title(.plan)],
            head: head,
            content: PlanView(visit: visit, samples: found).html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

/// One clause of the plan in full.
struct ClausePage: PageMaker {
    static let route = PageRoute.clause
    let samples: Samples

    func answer(_ call: Call) async throws -> Response {
        let visit = call.visit
        guard let plan = visit.catalogue.plan, let clause = plan.clause(call.part("clause")) else {
            throw Problem.noSuchClause
        }
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let coverage = ClauseCoverage(clause, in: visit.catalogue)
        let found = try await samples.read(coverage.open, call.backstage, tag: tag, today: visit.today)
        let body = PageBody(
            page: .clause(clause.id),
            title: clause.id + " " + visit[clause.title],
            above: [(visit[FooterLinks.title(.plan)], .plan)],
            head: head,
            content: ClauseView(visit: visit, plan: plan, coverage: coverage, samples: found).html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

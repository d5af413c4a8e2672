import CreditCatalogue
import CreditModel
import Hummingbird

/// One department: what it owes, and by when.
struct DepartmentPage: PageMaker {
    static let route = PageRoute.department

    func answer(_ call: Call) async throws -> Response {
        guard let department = call.visit.catalogue.departments[call.part("department")] else {
            throw Problem.noSuchDepartmentPage
        }
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let body = PageBody(
            page: .department(department.id),
            title: call.visit[department.name],
            above: [(call.visit[FooterLinks.title(.departments)], .departments)],
            content: DepartmentView(visit: call.visit, department: department).html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

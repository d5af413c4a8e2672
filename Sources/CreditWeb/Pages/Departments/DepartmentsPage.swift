import CreditCatalogue
import CreditModel
import Hummingbird

/// The departments: under which names they decided in which years, who took over, whom to call.
struct DepartmentsPage: PageMaker {
    static let route = PageRoute.departments

    func answer(_ call: Call) async throws -> Response {
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let title = call.visit[FooterLinks.title(.departments)]
        let body = PageBody(page: .departments, title: title, content: DepartmentsView(visit: call.visit).html)
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

/// The departments page's content.
struct DepartmentsView: Sendable {
    let visit: Visit

    var html: HTML {
        let all = visit.catalogue.departments.all
        return """
            <h1>\(visit[FooterLinks.title(.departments)])</h1>
            <p class="lead">\(visit.say("机构改革后名称有变，决定书上的机关以当日名称为准，因此旧名称也列在这里。", "Reforms changed names; a decision keeps the name of its day, so former names stand here too."))</p>
            \(table("sources", visit.say("在本平台报送的部门", "Departments that hand in here"), all.filter(\.isSource)))
            \(table("others", visit.say("其他认定机关", "Other authorities"), all.filter { !$0.isSource }))
            """
    }

    private func table(_ id: StaticString, _ heading: HTML, _ departments: [Department]) -> HTML {
        let id = HTML(stringLiteral: id)
        return """
            <h2 id="\(id)">\(heading)</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)"><table>
            <thead><tr><th scope="col">\(visit.say("名称", "Name"))</th>\
            <th scope="col">\(visit.say("层级", "Level"))</th><th scope="col">\(visit.say("以此名称作决定", "Decides under this name"))</th>\
            <th scope="col">\(visit.say("承接部门", "Successors"))</th><th scope="col">\(visit.say("电话", "Telephone"))</th></tr></thead>
            <tbody>
            \(departments.map(row))</tbody></table></div>
            """
    }

    private func row(_ department: Department) -> HTML {
        let successors = department.successors.compactMap { visit.catalogue.departments[$0].map { visit[$0.name] } }
        let telephone: HTML = department.telephone.map { "<a href=\"tel:\($0)\">\($0)</a>" } ?? "—"
        let years = DayWords(visit: visit).years(department.validity)
        return """
            <tr><th scope="row"><a href="\(visit.link(.department(department.id)))">\(visit[department.name])</a></th>\
            <td>\(department.level.map { visit[$0.name] } ?? "—")</td><td>\(years.isEmpty ? "—" : years)</td>\
            <td>\(successors.joined(separator: visit.language == .zh ? "、" : "; "))</td><td>\(telephone)</td></tr>

            """
    }
}

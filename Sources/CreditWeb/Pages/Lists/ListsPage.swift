import CreditCatalogue
import CreditModel
import Hummingbird

/// All public lists: 双公示 first, then the rest, each with what it is for.
struct ListsPage: PageMaker {
    static let route = PageRoute.lists

    func answer(_ call: Call) async throws -> Response {
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let title = call.visit[FooterLinks.title(.lists)]
        let body = PageBody(page: .lists, title: title, content: content(call.visit))
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }

    private func content(_ visit: Visit) -> HTML {
        let listed = visit.catalogue.items.filter(\.isListed)
        return """
            <h1>\(visit[FooterLinks.title(.lists)])</h1>
            <p class="lead">\(visit.say("行政许可和行政处罚决定自作出之日起 7 个工作日内公示；名单、荣誉和承诺按各自的规定公示。可以按部门和日期查看。", "Licences and penalties are published within seven working days of the decision; lists, honours and commitments as their own rules say. Look by department and date."))</p>
            \(visit.catalogue.sections.map { section in part(section, listed.filter { $0.section == section.id }, visit) })
            """
    }

    /// The lists of one section of the credit file.
    private func part(_ section: FileSection, _ items: [Item], _ visit: Visit) -> HTML {
        guard !items.isEmpty else { return "" }
        let cards: [HTML] = items.map { item in
            """
            <li class="card"><h3><a href="\(visit.link(.list(item: item.id)))">\(visit[item.name])</a></h3></li>

            """
        }
        return """
            <section aria-labelledby="\(section.id)"><h2 id="\(section.id)">\(visit[section.name])</h2>
            <ul class="cards">
            \(cards)</ul></section>

            """
    }
}

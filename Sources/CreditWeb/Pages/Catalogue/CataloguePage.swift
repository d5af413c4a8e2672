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
        let body = PageBody(page: .catalogue, title: title, content: content(call.visit))
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }

    private func content(_ visit: Visit) -> HTML {
        let items = visit.catalogue.items
        return """
            <h1>\(visit[FooterLinks.title(.catalogue)])</h1>
            <p class="lead">\(visit.say("目录写明平台可以归集什么、由谁报送、依据什么、公示多久。目录里没有的，一律不收。", "The catalogue says what may be recorded, who sends it, on what ground and how long it is shown. What is not in it is not taken in."))</p>
            <h2>\(visit.say("归集的事项", "Items"))</h2>
            <ul class="cards">
            \(items.filter { $0.standing == .open }.map { open($0, visit) })</ul>
            <h2 id="withdrawn">\(visit.say("已停止归集的事项", "Withdrawn items"))</h2>
            <p>\(visit.say("原计划列有这些事项，后来的法律不再允许。报送来的一律拒收，并说明理由。", "The plan had these; later law no longer allows them. What is sent is refused, with the ground."))</p>
            <ul class="cards">
            \(items.filter { $0.standing != .open }.map { withdrawn($0, visit) })</ul>
            <p class="note">\(visit.say("目录摘要 ", "Digest of the catalogue: "))<span class="hex">\(Base16.grouped(visit.catalogue.digest))</span></p>
            """
    }

    private func open(_ item: Item, _ visit: Visit) -> HTML {
        """
        <li class="card"><h3><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a></h3>
        <p>\(visit[item.purpose])</p></li>

        """
    }

    private func withdrawn(_ item: Item, _ visit: Visit) -> HTML {
        guard case .withdrawn(let ground) = item.standing else { return "" }
        return """
            <li class="card"><h3><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a></h3>
            <p>\(visit[ground])</p></li>

            """
    }
}

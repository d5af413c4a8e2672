import CreditCatalogue
import CreditModel
import Hummingbird

/// Whom one can ask about: the kinds of organisation, and persons in a role.
struct SubjectsPage: PageMaker {
    static let route = PageRoute.subjects

    func answer(_ call: Call) async throws -> Response {
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let title = call.visit[FooterLinks.title(.subjects)]
        return Answer.page(
            PageBody(page: .subjects, title: title, content: content(call.visit)),
            call,
            keeping: .asking(tag: tag)
        )
    }

    private func content(_ visit: Visit) -> HTML {
        """
        <h1>\(visit[FooterLinks.title(.subjects)])</h1>
        <p class="lead">\(visit.say("先选您是哪一类主体：会记录什么、由谁报送、公示多久、依据什么，都列在里面。目录里没有的，一律不收。", "Choose what you are: what may be recorded, by whom, how long it is shown and on what ground. What is not in the catalogue is not taken in."))</p>
        <ul class="ledgerlines">
        \(SubjectTopic.all.map { row($0, visit) })</ul>
        """
    }

    private func row(_ topic: SubjectTopic, _ visit: Visit) -> HTML {
        let items = SubjectItems(topic: topic, catalogue: visit.catalogue)
        let shown = items.shown.count
        let kept = items.kept.count
        let both: HTML = visit.say("公示 \(shown) 种，不公示 \(kept) 种", "\(shown) public, \(kept) not public")
        let persons: HTML = visit.say("\(kept) 种，都不公示", "\(kept), none of them public")
        return """
            <li><a href="\(visit.link(.subject(topic)))">\(visit[topic.name])</a><span class="by">\(topic == .personInRole ? persons : both)</span></li>

            """
    }
}

import CreditCatalogue
import CreditModel
import Hummingbird

/// What may be recorded about a kind of subject, by whom, how long, on what ground.
struct SubjectPage: PageMaker {
    static let route = PageRoute.subject

    func answer(_ call: Call) async throws -> Response {
        guard let topic = SubjectTopic(id: call.part("kind")) else { throw Problem.noSuchSubjectKind }
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let visit = call.visit
        let items = SubjectItems(topic: topic, catalogue: visit.catalogue)
        let content =
            topic == .personInRole
            ? PersonsView(visit: visit, items: items).html : SubjectView(visit: visit, topic: topic, items: items).html
        let body = PageBody(
            page: .subject(topic),
            title: visit[topic.name] + (visit.language == .zh ? "：" : ": ") + visit[FooterLinks.title(.subjects)],
            above: [(visit[FooterLinks.title(.subjects)], .subjects)],
            content: content
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

/// One section of the credit file: what may stand in it about a kind of subject, in full.
struct SubjectSectionPage: PageMaker {
    static let route = PageRoute.subjectSection

    func answer(_ call: Call) async throws -> Response {
        let visit = call.visit
        guard let topic = SubjectTopic(id: call.part("kind")), topic != .personInRole,
            let section = visit.catalogue.sections.first(where: { $0.id == call.part("section") })
        else { throw Problem.noSuchSubjectKind }
        let tag = call.backstage.tag(today: visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let items = SubjectItems(topic: topic, catalogue: visit.catalogue).shown(in: section.id)
        let body = PageBody(
            page: .subjectSection(topic, section: section.id),
            title: visit[section.name] + (visit.language == .zh ? "：" : ": ") + visit[topic.name],
            above: [
                (visit[FooterLinks.title(.subjects)], .subjects), (visit[topic.name], .subject(topic)),
            ],
            content: SubjectSectionView(visit: visit, topic: topic, section: section, items: items).html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

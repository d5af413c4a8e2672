import CreditFiles
import CreditModel
import CreditStore
import Hummingbird

/// One entry: what, who decided, why it is here, until when, whom to turn to, its place in the ledger.
struct EntryPage: PageMaker {
    static let route = PageRoute.entry

    func answer(_ call: Call) async throws -> Response {
        let id = try call.number("id", or: .noSuchEntry)
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        guard let found = try await call.backstage.desk.entry(id, today: call.visit.today) else {
            throw Problem.noSuchEntry
        }
        let view = EntryView(visit: call.visit, subject: found.subject, entry: found.entry)
        let body = PageBody(
            page: .entry(id),
            title: view.title,
            isIndexed: found.entry.polarity != .adverse && found.subject.kind.isFoundByPartOfName,
            above: [(found.subject.name, .file(key: found.subject.key))],
            head: head,
            content: view.html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

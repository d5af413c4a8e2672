import CreditFiles
import CreditModel
import CreditSearch
import CreditStore
import Hummingbird

/// Results: what was found, which part of the name matched and why; an exact code goes straight to its file.
struct ResultsPage: PageMaker {
    static let route = PageRoute.results
    static let mostHits = 30

    /// A hit with what tells siblings apart.
    struct Found: Sendable {
        let hit: SearchHit
        let subject: PublicSubject?
        /// How it stands among the hits of its brand.
        var standing: NameSiblings.Standing?
    }

    func answer(_ call: Call) async throws -> Response {
        let query = try SearchQuery(call.query["q"] ?? "", today: call.visit.today).text
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        guard !query.isEmpty else { return page(query, nil, [], call, tag) }
        let outcome = try await call.backstage.search.find(
            query,
            limit: ResultsPage.mostHits,
            today: call.visit.today
        )
        if let hit = outcome.hits.first, hit.why == .code {
            return Answer.redirect(to: call.visit.link(.file(key: hit.key)), for: false)
        }
        var found: [Found] = []
        for hit in outcome.hits {
            let subject = try await call.backstage.store.subject(key: hit.key)
            found.append(Found(hit: hit, subject: subject.map { PublicSubject($0, call.visit.catalogue) }))
        }
        return page(query, outcome.note, ResultsPage.toldApart(found, by: call.backstage.parser), call, tag)
    }

    /// Sole traders are left out: their names are often a person's own.
    private static func toldApart(_ found: [Found], by parser: NameParser) -> [Found] {
        let names = found.map { $0.hit.kind.isFoundByPartOfName ? $0.hit.name : nil }
        return zip(found, NameSiblings(names, by: parser).standings)
            .map { found, standing in Found(hit: found.hit, subject: found.subject, standing: standing) }
    }

    private func page(
        _ query: String,
        _ note: SearchOutcome.Note?,
        _ found: [Found],
        _ call: Call,
        _ tag: String
    ) -> Response {
        let view = ResultsView(visit: call.visit, query: query, note: note, found: found)
        let title = call.visit.language == .zh ? "查询结果" : "Results"
        let body = PageBody(page: .results(query: query), title: title, isIndexed: false, content: view.html)
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

/// What was asked for, held to its limits: a hundred characters, and never a person's number (limits 1 and 8).
struct SearchQuery: Sendable {
    let text: String

    init(_ text: String, today: Day) throws(Problem) {
        guard text.count <= 100 else { throw .tooLong }
        guard !CitizenNumber.stands(inQuery: text, on: today) else { throw .personalQuery }
        self.text = text
    }
}

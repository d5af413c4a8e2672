import CreditCatalogue
import CreditFiles
import CreditModel
import CreditStore
import Hummingbird

/// One public list by department and date; pages are pinned to one sequence number, so that they do not drift.
struct ListPage: PageMaker {
    static let route = PageRoute.list
    static let rowsPerPage = 30

    func answer(_ call: Call) async throws -> Response {
        let item = try call.listedItem()
        let wanted = try ListRequest(call, item: item, limit: ListPage.rowsPerPage)
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let list = try await call.backstage.desk.list(wanted.query)
        let view = ListView(visit: call.visit, item: item, filter: wanted.filter, list: list)
        let body = PageBody(
            page: .list(item: item.id, wanted.filter),
            title: call.visit[Bilingual(zh: item.name.zh + "公示", en: item.name.en + ": published")],
            isIndexed: false,
            above: [(call.visit[FooterLinks.title(.lists)], .lists)],
            head: head,
            content: view.html
        )
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

/// Which page of which list a call asks for, checked.
struct ListRequest: Sendable {
    let filter: ListFilter
    let query: ListQuery

    init(_ call: Call, item: Item, limit: Int) throws(Problem) {
        let filter = ListFilter(
            source: call.query["source"],
            from: try call.query.day("from"),
            until: try call.query.day("until"),
            cursor: call.query["cursor"]
        )
        if let source = filter.source, call.visit.catalogue.departments[source] == nil { throw .noSuchDepartment }
        let cursor = filter.cursor.flatMap { ListCursor(text: $0) }
        guard cursor != nil || filter.cursor == nil else { throw .badCursor }
        self.filter = filter
        query = ListQuery(
            item: item.id,
            source: filter.source,
            from: filter.from,
            until: filter.until,
            today: call.visit.today,
            cursor: cursor,
            limit: limit
        )
    }
}

extension Call {
    /// The item in the path, where it has a public list.
    func listedItem() throws(Problem) -> Item {
        guard let item = visit.catalogue.item(part("item")), item.isListed else { throw .noSuchList }
        return item
    }
}

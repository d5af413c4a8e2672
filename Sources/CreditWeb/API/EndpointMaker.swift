import CreditSearch
import CreditStore
import Hummingbird

/// One address of the API: from a call to a response.
protocol EndpointMaker: Sendable {
    static var route: EndpointRoute { get }

    func answer(_ call: Call) async throws -> Response
}

extension EndpointMaker {
    /// Data that follows from the ledger: asked for once more only where the caller does not hold it.
    func fromLedger(_ call: Call, _ make: () async throws -> [UInt8]) async throws -> Response {
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        return Answer.json(try await make(), keeping: .asking(tag: tag))
    }

    /// What a search found.
    func fromSearch(
        _ call: Call,
        _ query: SearchQuery,
        limit: Int,
        isTyping: Bool,
        _ make: (SearchOutcome) -> [UInt8]
    ) async throws -> Response {
        let today = call.visit.today
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let search = call.backstage.search
        let outcome = try await search.find(query.text, limit: limit, today: today, isTyping: isTyping)
        return Answer.json(make(outcome), keeping: .asking(tag: call.backstage.tag(head, outcome, today: today)))
    }

    /// Data that follows from the catalogue alone.
    func fromCatalogue(_ call: Call, _ make: () throws -> [UInt8]) throws -> Response {
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        return Answer.json(try make(), keeping: .asking(tag: tag))
    }
}

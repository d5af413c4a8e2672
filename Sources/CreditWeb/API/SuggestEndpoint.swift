import CreditModel
import CreditSearch
import Hummingbird

/// Suggests organisations while somebody types: a few, and small; never a sole trader (limit 1).
struct SuggestEndpoint: EndpointMaker {
    static let route = EndpointRoute.suggest

    func answer(_ call: Call) async throws -> Response {
        let query = try SearchQuery(call.query["q"] ?? "", today: call.visit.today).text
        let limit = try call.query.number("limit", in: 1...20) ?? 8
        return try await fromLedger(call) {
            let outcome = try await call.backstage.search.find(
                query,
                limit: limit,
                today: call.visit.today,
                isTyping: true
            )
            return JSONWriter.text(capacity: 2048) { json in
                json.member("query", query)
                json.member("suggestions", outcome.hits) { json, hit in
                    json.object {
                        $0.member("key", hit.key)
                        $0.members(of: hit)
                    }
                }
            }
        }
    }
}

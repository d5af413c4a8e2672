import CreditModel
import CreditSearch
import Hummingbird

/// Suggests organisations while somebody types: a few, and small; never a sole trader (limit 1).
struct SuggestEndpoint: EndpointMaker {
    static let route = EndpointRoute.suggest

    func answer(_ call: Call) async throws -> Response {
        let query = try SearchQuery(call.query["q"] ?? "", today: call.visit.today)
        let limit = try call.query.number("limit", in: 1...20) ?? 8
        return try await fromSearch(call, query, limit: limit, isTyping: true) { outcome in
            JSONWriter.text(capacity: 2048) { json in
                json.member("query", query.text)
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

import CreditModel
import CreditSearch
import Hummingbird

/// Finds organisations.
struct SearchEndpoint: EndpointMaker {
    static let route = EndpointRoute.search

    func answer(_ call: Call) async throws -> Response {
        let query = try SearchQuery(call.query["q"] ?? "", today: call.visit.today).text
        let limit = try call.query.number("limit", in: 1...100) ?? 20
        return try await fromLedger(call) {
            let outcome = try await call.backstage.search.find(query, limit: limit, today: call.visit.today)
            return JSONWriter.text { json in
                json.member("query", query)
                json.member("note", outcome.note.rawValue)
                json.member("hits", outcome.hits) { SearchEndpoint.write($1, to: &$0) }
            }
        }
    }

    private static func write(_ hit: SearchHit, to json: inout JSONWriter) {
        json.object {
            $0.member("key", hit.key)
            $0.member("kind", hit.kind.rawValue)
            $0.members(of: hit)
            $0.member("score", thousandths: hit.score)
        }
    }
}

extension JSONWriter {
    /// The name of a hit, which part of what matched, and why.
    mutating func members(of hit: SearchHit) {
        member("name", hit.name)
        member("matchedName", hit.matchedName)
        member("isFormer", hit.isFormer)
        member("matched", hit.matched) { json, range in
            json.object {
                $0.member("from", range.lowerBound)
                $0.member("until", range.upperBound)
            }
        }
        member("why", hit.why.rawValue)
    }
}

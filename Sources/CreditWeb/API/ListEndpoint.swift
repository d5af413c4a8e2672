import CreditCatalogue
import CreditFiles
import CreditModel
import CreditStore
import Hummingbird

/// One page of a public list; the cursor pins the ledger's size, so that pages do not drift.
struct ListEndpoint: EndpointMaker {
    static let route = EndpointRoute.list

    func answer(_ call: Call) async throws -> Response {
        let item = try call.listedItem()
        let limit = try call.query.number("limit", in: 1...500) ?? 50
        let wanted = try ListRequest(call, item: item, limit: limit)
        return try await fromLedger(call) {
            let list = try await call.backstage.desk.list(wanted.query)
            return JSONWriter.text { json in
                json.member("item", item.id)
                json.member("source", wanted.filter.source)
                json.member("from", wanted.filter.from)
                json.member("until", wanted.filter.until)
                json.member("today", call.visit.today)
                json.member("pin", list.pin)
                json.member("next", list.next?.text)
                json.member("rows", list.rows) { json, row in
                    json.object {
                        $0.key("subject")
                        $0.write(row.subject)
                        $0.key("entry")
                        $0.write(row.entry)
                    }
                }
            }
        }
    }
}

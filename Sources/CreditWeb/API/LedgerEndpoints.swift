import CreditModel
import CreditStore
import Hummingbird

/// The head of the ledger.
struct HeadEndpoint: EndpointMaker {
    static let route = EndpointRoute.head

    func answer(_ call: Call) async throws -> Response {
        let head = try await call.backstage.store.head()
        let tag = call.backstage.tag(head, today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let bytes = JSONWriter.text { json in
            json.member("size", head.size)
            json.member(hex: "root", head.root)
            json.member("at", head.size == 0 ? nil : head.at.iso)
            json.member("checkpoint", head.checkpoint)
            json.member("verifierKey", head.verifierKey)
        }
        return Answer.json(bytes, keeping: .asking(tag: tag))
    }
}

/// What the ledger shows of one entry: its commitment, nothing of its content.
struct LedgerEntryEndpoint: EndpointMaker {
    static let route = EndpointRoute.ledgerEntry

    func answer(_ call: Call) async throws -> Response {
        let sequence = try call.number("sequence", or: .noSuchSequence)
        return try await fromLedger(call) {
            guard let entry = try await call.backstage.store.entry(sequence) else { throw Problem.noSuchSequence }
            return JSONWriter.text { json in
                json.member("sequence", entry.sequence)
                json.member(hex: "leaf", entry.leaf)
                json.member(hex: "commitment", entry.commitment)
                json.member("act", entry.act)
                json.member("at", entry.at?.iso)
            }
        }
    }
}

/// The description of the API itself (OpenAPI 3.1).
struct DescriptionEndpoint: EndpointMaker {
    static let route = EndpointRoute.description

    func answer(_ call: Call) throws -> Response {
        try fromCatalogue(call) { PackageResources.openapi_json }
    }
}

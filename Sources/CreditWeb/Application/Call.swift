import CreditModel
import CreditStore
import HTTPTypes
import Hummingbird

/// A call for a page or for data, with what the address and the headers said.
struct Call: Sendable {
    let visit: Visit
    let parameters: Parameters
    let headers: HTTPFields

    init(_ request: Request, _ context: PortalContext, language: Language, backstage: Backstage) throws(Problem) {
        let query = try Query(request.uri.query)
        visit = Visit(
            backstage: backstage,
            language: language,
            isLarge: query["type"] == "large",
            today: backstage.now.day,
            query: query
        )
        parameters = context.parameters
        headers = request.headers
    }

    var backstage: Backstage { visit.backstage }
    var query: Query { visit.query }

    /// A part of the path.
    func part(_ name: String) -> String { parameters.get(name).flatMap { URLEncoding.decode($0) } ?? "" }

    /// A whole number in the path.
    func number(_ name: String, or problem: Problem) throws(Problem) -> Int64 {
        let text = part(name)
        guard let number = Int64(text), number > 0, String(number) == text else { throw problem }
        return number
    }

    /// Whether the caller holds what a tag stands for already.
    func holds(_ tag: String) -> Bool {
        guard let held = headers[.ifNoneMatch] else { return false }
        return held == "*"
            || held.split(separator: ",")
                .contains { part in
                    let trimmed = part.drop { $0 == " " }
                    return (trimmed.hasPrefix("W/") ? trimmed.dropFirst(2) : trimmed) == tag[...]
                }
    }

    /// "As you have it", where the caller holds what follows from the ledger as it stands now; one small read, and none for a
    /// caller who holds nothing.
    func unchanged() async throws -> Response? {
        guard headers.contains(.ifNoneMatch) else { return nil }
        let tag = backstage.tag(try await backstage.store.head(), today: visit.today)
        return holds(tag) ? Answer.unchanged(tag: tag) : nil
    }

    /// The code in the path in its normal form: without blanks, in capitals.
    var key: String {
        let text = part("key")
        guard !text.utf8.allSatisfy({ $0.isCodeCharacter }) else { return text }
        return String(text.filter { !$0.isWhitespace }).uppercased()
    }
}

extension UInt8 {
    /// A digit or a capital.
    var isCodeCharacter: Bool { (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) }
}

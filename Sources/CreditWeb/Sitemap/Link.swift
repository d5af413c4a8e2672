import CreditModel

/// Writes the address of pages, answers and files.
enum Link {
    /// A page in a language; large type goes with every link, so that no cookie is needed.
    static func to(_ page: Page, in language: Language, isLarge: Bool = false) -> String {
        let query = page.query + (isLarge ? [("type", "large")] : [])
        return localised(page.path, language) + Link.query(query)
    }

    /// One file of the API.
    static func to(file key: String, on day: Day?) -> String {
        "/api/v1/files/" + URLEncoding.encode(key) + Link.query(day.map { [("on", $0.iso)] } ?? [])
    }

    /// One entry of the API.
    static func to(entry id: Int64) -> String { "/api/v1/entries/\(id)" }

    /// The proof of one entry's place in the ledger.
    static func to(proof id: Int64) -> String { "/api/v1/entries/\(id)/proof" }

    /// The suggestions of the API.
    static var suggest: String { EndpointRoute.suggest.rawValue }

    /// The head of the ledger in the API.
    static var head: String { EndpointRoute.head.rawValue }

    /// The description of the API.
    static var description: String { EndpointRoute.description.rawValue }

    /// What stands beside the page of a check.
    static func to(_ route: CheckRoute, of token: String, in language: Language) -> String {
        localised(route.rawValue.replacing(":token", with: URLEncoding.encode(token)), language)
    }

    /// The blank form of an item.
    static func to(_ route: TemplateRoute, of item: String) -> String {
        route.rawValue.replacing(":item", with: URLEncoding.encode(item))
    }

    /// How a check stands, in the API.
    static func to(check token: String) -> String {
        EndpointRoute.checked.rawValue.replacing(":token", with: URLEncoding.encode(token))
    }

    /// The pattern of what stands beside a page, as the router wants it.
    static func pattern(_ route: CheckRoute, in language: Language) -> String { localised(route.rawValue, language) }

    /// The pattern of a page in a language, as the router wants it.
    static func pattern(_ route: PageRoute, in language: Language) -> String { localised(route.rawValue, language) }

    private static func localised(_ path: String, _ language: Language) -> String {
        switch language {
        case .zh: path
        case .en: path == "/" ? "/en" : "/en" + path
        }
    }

    private static func query(_ items: [(name: String, value: String)]) -> String {
        guard !items.isEmpty else { return "" }
        return "?" + items.map { "\($0.name)=\(URLEncoding.encode($0.value))" }.joined(separator: "&")
    }
}

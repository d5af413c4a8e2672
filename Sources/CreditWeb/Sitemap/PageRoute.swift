import Hummingbird

/// The patterns under which pages are found; in English the same under `/en`.
enum PageRoute: String, CaseIterable, Sendable {
    case home = "/"
    case results = "/search"
    case file = "/file/:key"
    case section = "/file/:key/:section"
    case entry = "/entry/:id"
    case lists = "/lists"
    case list = "/lists/:item"
    case catalogue = "/catalogue"
    case item = "/catalogue/:item"
    case departments = "/departments"
    case department = "/departments/:department"
    case plan = "/plan"
    case clause = "/plan/:clause"
    case subjects = "/subjects"
    case subject = "/subjects/:kind"
    case subjectSection = "/subjects/:kind/:section"
    case laws = "/laws"
    case law = "/laws/:law"
    case rules = "/rules"
    case ledger = "/ledger"
    case guide = "/help/handing-in"
    case objection = "/help/objection"
    case repair = "/help/repair"
    case report = "/help/report"
    case check = "/check"
    case checked = "/check/:token"
}

/// What stands beside the check page, in English the same under `/en`.
enum CheckRoute: String, CaseIterable, Sendable {
    case progress = "/check/:token/progress"
    case marked = "/check/:token/marked"
    case discard = "/check/:token/discard"
}

/// The forms that departments fill in; each is in both languages.
enum TemplateRoute: String, CaseIterable, Sendable {
    case workbook = "/catalogue/:item/template.xlsx"
    case text = "/catalogue/:item/template.csv"
    case practice = "/catalogue/:item/practice.xlsx"
}

/// The patterns to which something may be sent, as the router writes them.
enum PostRoute {
    static let patterns = Set(
        ([PageRoute.check.rawValue, CheckRoute.discard.rawValue].flatMap { [$0, "/en" + $0] }
            + [EndpointRoute.check.rawValue])
            .map { RouterPath($0).description }
    )
}

/// The patterns of the API; all under `/api/v1`.
enum EndpointRoute: String, CaseIterable, Sendable {
    case search = "/api/v1/search"
    case suggest = "/api/v1/suggest"
    case file = "/api/v1/files/:key"
    case entry = "/api/v1/entries/:id"
    case proof = "/api/v1/entries/:id/proof"
    case list = "/api/v1/lists/:item"
    case catalogue = "/api/v1/catalogue"
    case item = "/api/v1/catalogue/items/:item"
    case departments = "/api/v1/departments"
    case department = "/api/v1/departments/:department"
    case plan = "/api/v1/plan"
    case laws = "/api/v1/laws"
    case head = "/api/v1/ledger/head"
    case ledgerEntry = "/api/v1/ledger/entries/:sequence"
    case check = "/api/v1/check"
    case checked = "/api/v1/check/:token"
    case description = "/api/v1/openapi.json"
}

/// The rest: what machines ask for.
enum UtilityRoute: String, CaseIterable, Sendable {
    case health = "/healthz"
    case robots = "/robots.txt"
    case favicon = "/favicon.ico"
    case asset = "/assets/:name"
}

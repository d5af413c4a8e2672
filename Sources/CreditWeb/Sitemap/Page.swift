import CreditCatalogue
import CreditModel

/// A page of the portal, with what it takes to find it.
///
/// Every link is made from one; no template writes a path by hand.
enum Page: Sendable, Hashable {
    case home
    case results(query: String)
    /// The facts of a day; `nil` is today.
    case file(key: String, on: Day? = nil)
    case section(key: String, section: String, number: Int = 1, on: Day? = nil)
    case entry(Int64)
    case lists
    case list(item: String, ListFilter = ListFilter())
    case catalogue
    case item(String)
    case departments
    /// What a department owes, by its id.
    case department(String)
    case plan
    /// One clause of the plan, by its id.
    case clause(String)
    case subjects
    /// What may be recorded about a kind of subject.
    case subject(SubjectTopic)
    /// The same in full for one section of the credit file.
    case subjectSection(SubjectTopic, section: String)
    /// The register of instruments; of one kind, or all.
    case laws(Law.Kind? = nil)
    /// One instrument of the register, by its id.
    case law(String)
    case rules
    case ledger
    case guide
    case objection
    case repair
    case report
    /// The form with which a file is sent to be checked.
    case check
    /// What came of a check, under its token.
    case checked(String, CheckFilter = CheckFilter())
    /// A page that is not there, to carry an answer in its place.
    case missing

    /// The pattern it is found under.
    var route: PageRoute {
        switch self {
        case .home, .missing: .home
        case .results: .results
        case .file: .file
        case .section: .section
        case .entry: .entry
        case .lists: .lists
        case .list: .list
        case .catalogue: .catalogue
        case .item: .item
        case .departments: .departments
        case .department: .department
        case .plan: .plan
        case .clause: .clause
        case .subjects: .subjects
        case .subject: .subject
        case .subjectSection: .subjectSection
        case .laws: .laws
        case .law: .law
        case .rules: .rules
        case .ledger: .ledger
        case .guide: .guide
        case .objection: .objection
        case .repair: .repair
        case .report: .report
        case .check: .check
        case .checked: .checked
        }
    }

    /// The path without language.
    var path: String {
        switch self {
        case .file(let key, _): "/file/" + URLEncoding.encode(key)
        case .section(let key, let section, _, _):
            "/file/" + URLEncoding.encode(key) + "/" + URLEncoding.encode(section)
        case .entry(let id): "/entry/\(id)"
        case .list(let item, _): "/lists/" + URLEncoding.encode(item)
        case .item(let id): "/catalogue/" + URLEncoding.encode(id)
        case .department(let id): "/departments/" + URLEncoding.encode(id)
        case .clause(let id): "/plan/" + URLEncoding.encode(id)
        case .subject(let topic): "/subjects/" + topic.id
        case .subjectSection(let topic, let section): "/subjects/" + topic.id + "/" + URLEncoding.encode(section)
        case .law(let id): "/laws/" + URLEncoding.encode(id)
        case .checked(let token, _): "/check/" + URLEncoding.encode(token)
        default: route.rawValue
        }
    }

    /// What follows the question mark, in order.
    var query: [(name: String, value: String)] {
        switch self {
        case .results(let query): query.isEmpty ? [] : [("q", query)]
        case .file(_, let on): on.map { [("on", $0.iso)] } ?? []
        case .section(_, _, let number, let on):
            (number > 1 ? [("page", String(number))] : []) + (on.map { [("on", $0.iso)] } ?? [])
        case .list(_, let filter): filter.query
        case .laws(let kind): kind.map { [("kind", $0.rawValue)] } ?? []
        case .checked(_, let filter): filter.query
        default: []
        }
    }
}

/// What of a public list is wanted.
struct ListFilter: Sendable, Hashable {
    var source: String?
    var from: Day?
    var until: Day?
    var cursor: String?

    var query: [(name: String, value: String)] {
        [("source", source), ("from", from?.iso), ("until", until?.iso), ("cursor", cursor)]
            .compactMap { name, value in
                value.map { (name, $0) }
            }
    }
}

/// What of a check's result is wanted.
struct CheckFilter: Sendable, Hashable {
    /// Which table, counted from 0 among those that were read.
    var sheet = 0
    /// The code of the one fault whose rows are wanted.
    var fault: String?
    /// Whether rows without faults are left out.
    var isFaultyOnly = false
    /// The page, counted from 1.
    var page = 1

    var query: [(name: String, value: String)] {
        [
            ("sheet", sheet > 0 ? String(sheet) : nil), ("fault", fault), ("rows", isFaultyOnly ? "faulty" : nil),
            ("page", page > 1 ? String(page) : nil),
        ]
        .compactMap { name, value in value.map { (name, $0) } }
    }
}

import CreditCatalogue
import CreditModel
import TestSupport
import Testing

@testable import CreditWeb

/// Every address of the portal and its API that would lead to something restricted if anything did; made from the routes
/// themselves, so that a new one is in it.
struct SilentCrawl {
    let catalogue: Catalogue
    /// How many entries the ledger has.
    let size: Int64

    var addresses: [String] {
        patterns.flatMap { pattern in
            filled(pattern).flatMap { path in queries(of: pattern).map { $0.isEmpty ? path : "\(path)?\($0)" } }
        }
    }

    private var patterns: [String] {
        let pages = PageRoute.allCases.flatMap { route in Language.allCases.map { Link.pattern(route, in: $0) } }
        let beside = CheckRoute.allCases.flatMap { route in Language.allCases.map { Link.pattern(route, in: $0) } }
        return pages + beside + TemplateRoute.allCases.map(\.rawValue) + EndpointRoute.allCases.map(\.rawValue)
            + UtilityRoute.allCases.map(\.rawValue)
    }

    private func filled(_ pattern: String) -> [String] {
        pattern.split(separator: "/", omittingEmptySubsequences: false)
            .reduce([""]) { paths, part in
                let values = part.hasPrefix(":") ? values(of: String(part.dropFirst())) : [String(part)]
                return paths.flatMap { path in values.map { path.isEmpty && $0.isEmpty ? "" : "\(path)/\($0)" } }
            }
            .map { $0.isEmpty ? "/" : $0.replacing("//", with: "/") }
    }

    private func values(of parameter: String) -> [String] {
        switch parameter {
        case "key":
            [
                SilentHistory.full, SilentHistory.trader, SilentHistory.later, SilentHistory.unknown,
                SilentHistory.resolved,
            ]
                + [
                    "220400000000018", "220400000000026", SilentHistory.fullNumber, SilentHistory.people[0],
                    "91220402MA0TEWT000",
                ]
                + [CitizenNumber.mask(SilentHistory.people[0]), "秘名甲公司"].map { URLEncoding.encode($0) }
        case "section": ["registration", "other", "administration", "quiet-inspection"]
        case "id", "sequence": (1...(size + 2)).map(String.init)
        case "item": RestrictedCatalogue.items + ["licence", "penalty", "registration", "no-such-item"]
        case "token": ["abc"]
        case "department": ["finance", "no-such-department"]
        case "clause": ["2.5", "9.9"]
        case "kind": ["organ", "person-in-role", "person"]
        case "law": ["penalty-law", "no-such-law"]
        case "name": ["mark.svg"]
        default: unknown(parameter)
        }
    }

    private func unknown(_ parameter: String) -> [String] {
        Issue.record("Say which values of “\(parameter)” would lead to something restricted")
        return ["1"]
    }

    private func queries(of pattern: String) -> [String] {
        if pattern.contains("search") || pattern.contains("suggest") { return [""] + words.map { "q=\($0)" } }
        if pattern.contains("lists/") {
            let day = Day(year: 2026, month: 6, day: 18)?.number ?? 0
            return ["", "source=finance", "from=2026-06-01&until=2026-06-30", "source=no-such"]
                + ["cursor=\(size)-\(day)-\(size)", "cursor=3-\(day)-3", "limit=1"]
        }
        return pattern.contains("file") ? ["", "on=2026-06-23", "on=2026-06-28"] : [""]
    }

    private var words: [String] {
        let people = [SilentHistory.people[0], CitizenNumber.mask(SilentHistory.people[0]), "秘某子", "秘某"]
        let names = ["秘名", "秘名甲公司", "秘名乙局", "秘名丙社", "秘名改称公司", "miming", "mm", "秘街九号"]
        let numbers = [
            "220400000000018", SilentHistory.unknown, SilentHistory.resolved, SilentHistory.later, "MB0TEWT48",
        ]
        return (people + names + numbers + ["秘检〔2026〕1号", "明光", "明记熟食店", "mingri", "明"])
            .map { URLEncoding.encode($0) }
    }
}

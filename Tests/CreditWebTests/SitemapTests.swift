import CreditModel
import Testing

@testable import CreditWeb

@Suite("Sitemap")
struct SitemapTests {
    static let pages: [Page] = [
        .home, .results(query: "示例"), .file(key: SampleFiles.full),
        .section(key: SampleFiles.full, section: "administration"),
        .entry(7), .lists, .list(item: "penalty"), .catalogue, .item("penalty"), .departments, .rules, .ledger,
        .department("market-regulation"), .plan, .clause("2.1"), .subjects, .subject(.kind(.enterprise)),
        .subjectSection(.kind(.enterprise), section: "administration"), .laws(), .law("grades-2014"),
        .guide, .objection,
        .repair, .report, .check, .checked("abc"),
    ]

    @Test("every pattern has a page, and every page's path fits its pattern")
    func pathsFitPatterns() {
        #expect(Set(SitemapTests.pages.map(\.route)) == Set(PageRoute.allCases))
        for page in SitemapTests.pages {
            let pattern = page.route.rawValue.split(separator: "/")
            let path = page.path.split(separator: "/")
            #expect(pattern.count == path.count)
            for (wanted, found) in zip(pattern, path) where !wanted.hasPrefix(":") { #expect(wanted == found) }
        }
    }

    @Test("what stands in an address is encoded")
    func addressesAreEncoded() {
        #expect(
            Link.to(.results(query: "a&b 示"), in: .en, isLarge: true) == "/en/search?q=a%26b%20%E7%A4%BA&type=large"
        )
        #expect(
            Link.to(.file(key: "../x", on: Day(year: 2026, month: 1, day: 2)), in: .zh) == "/file/..%2Fx?on=2026-01-02"
        )
        #expect(Link.to(.home, in: .en) == "/en")
    }

    @Test("the routes are those recorded")
    func routesAreRecorded() throws {
        let pages = PageRoute.allCases.flatMap { route in Language.allCases.map { Link.pattern(route, in: $0) } }
        let beside = CheckRoute.allCases.flatMap { route in Language.allCases.map { Link.pattern(route, in: $0) } }
        let forms = TemplateRoute.allCases.map(\.rawValue)
        let all =
            pages + beside + forms + EndpointRoute.allCases.map(\.rawValue) + UtilityRoute.allCases.map(\.rawValue)
        try Golden.check(all.sorted().joined(separator: "\n") + "\n", "routes.txt")
    }
}

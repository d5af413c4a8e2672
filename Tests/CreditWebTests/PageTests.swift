import CreditModel
import HTTPTypes
import Testing

@testable import CreditWeb

@Suite("Every page")
struct PageTests {
    /// A check's page is there for its sender only: it has tests of its own.
    static let addresses = SitemapTests.pages.filter { $0.route != .checked }
        .flatMap { page in Language.allCases.map { Link.to(page, in: $0) } }

    @Test("holds in both languages", arguments: addresses)
    func pageHolds(address: String) async throws {
        let reply = try await TestPortal().get(address)
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == "text/html; charset=utf-8")
        #expect(reply.bytes.count <= 60_000)
        let markup = Markup(reply.text)
        #expect(markup.faults.isEmpty)
        #expect(markup.count("h1") == 1 && markup.count("main") == 1 && markup.count("title") >= 1)
        #expect(reply.text.contains("<html lang=\"\((address + "/").hasPrefix("/en/") ? "en" : "zh-Hans")\""))
        #expect(reply.text.contains("<a class=\"skip\" href=\"#main\">"))
        #expect(markup.values("rel").contains("canonical") && markup.values("hreflang").count >= 3)
    }

    @Test("has no style or script of its own, and no event attribute", arguments: addresses)
    func nothingInline(address: String) async throws {
        let markup = Markup(try await TestPortal().get(address).text)
        #expect(markup.values("style").isEmpty && markup.count("style") == 0)
        for tag in markup.tags {
            #expect(!tag.attributes.contains(" on"), "\(tag)")
            if tag.name == "script" { #expect(tag.attributes.contains(" src=\"/assets/")) }
        }
    }

    @Test("names no element twice, and labels only what is there", arguments: addresses)
    func namesAreUnique(address: String) async throws {
        let markup = Markup(try await TestPortal().get(address).text)
        let ids = markup.values("id")
        #expect(Set(ids).count == ids.count)
        let labels =
            markup.values("aria-labelledby").flatMap { $0.split(separator: " ").map(String.init) }
            + markup.values("for")
        #expect(Set(labels).isSubset(of: ids))
    }

    @Test("leads only to pages that are there", arguments: addresses)
    func linksLeadSomewhere(address: String) async throws {
        let portal = try TestPortal()
        let markup = Markup(try await portal.get(address).text)
        for target in Set(markup.values("href") + markup.values("src") + markup.values("action"))
        where target.hasPrefix("/") {
            let parts = target.replacing("&amp;", with: "&").split(separator: "#", maxSplits: 1)
            let reply = try await portal.get(String(parts[0]))
            #expect(reply.status == 200 || reply.status == 303, "\(target)")
            if parts.count > 1 { #expect(Markup(reply.text).values("id").contains(String(parts[1])), "\(target)") }
        }
        for anchor in markup.values("href") where anchor.hasPrefix("#") {
            #expect(markup.values("id").contains(String(anchor.dropFirst())))
        }
    }

    @Test("keeps large type on every link")
    func largeTypeStays() async throws {
        let reply = try await TestPortal().get("/file/\(SampleFiles.full)?type=large")
        #expect(reply.text.contains("<html lang=\"zh-Hans\" class=\"large\">"))
        #expect(
            reply.text.contains("<a href=\"/?type=large\">") && reply.text.contains("name=\"type\" value=\"large\"")
        )
        let address = "https://credit.shili.example/file/\(SampleFiles.full)"
        #expect(reply.text.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    }
}

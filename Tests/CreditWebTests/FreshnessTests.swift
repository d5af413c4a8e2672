import CreditModel
import HTTPTypes
import Testing

@testable import CreditWeb

@Suite("Freshness")
struct FreshnessTests {
    @Test(
        "who holds the answer is told so, without the file being read",
        arguments: [
            "/file/\(SampleFiles.full)", "/api/v1/files/\(SampleFiles.full)",
        ]
    )
    func unchanged(address: String) async throws {
        let portal = try TestPortal()
        let tag = try #require(try await portal.get(address).headers[.eTag])
        let reads = portal.store.reads
        let again = try await portal.get(address, headers: [.ifNoneMatch: "\"other\", W/\(tag)"])
        #expect(again.status == 304 && again.bytes.isEmpty && again.headers[.eTag] == tag)
        #expect(portal.store.reads == reads)
    }

    @Test("any entry in the ledger, another day and another catalogue change the tag")
    func tagChanges() async throws {
        let address = "/file/\(SampleFiles.full)"
        let portal = try TestPortal()
        let tag = try await portal.get(address).headers[.eTag]
        portal.store.takeDown(13, at: SampleFiles.now)
        #expect(try await portal.get(address).headers[.eTag] != tag)
        let tomorrow = try TestPortal(now: SampleFiles.day(2026, 7, 5))
        #expect(try await tomorrow.get(address).headers[.eTag] != tag)
    }

    @Test(
        "nobody keeps an answer of a search that was a moment behind the ledger",
        arguments: ["/search?q=", "/api/v1/search?q=", "/api/v1/suggest?q="]
    )
    func searchBehind(address: String) async throws {
        let portal = try TestPortal(interval: 1_000_000)
        let address = address + URLEncoding.encode("晚到示例")
        let first = try #require(try await portal.get(address).headers[.eTag])
        #expect(try await portal.get(address, headers: [.ifNoneMatch: first]).status == 304)
        portal.store.add(51, "91220403MA0TEWT9XX", "辽源市晚到示例有限公司", .enterprise)
        let behind = try await portal.get(address)
        try #require(!behind.text.contains("91220403MA0TEWT9XX"), "the clock of this test stands")
        let tag = try #require(behind.headers[.eTag])
        #expect(try await portal.get(address, headers: [.ifNoneMatch: tag]).status == 200)
    }

    @Test("what is taken down is gone from page, entry, list and API at once")
    func takenDown() async throws {
        let portal = try TestPortal()
        let places = [
            "/file/\(SampleFiles.full)", "/lists/penalty", "/api/v1/files/\(SampleFiles.full)", "/api/v1/lists/penalty",
        ]
        for place in places { #expect(try await portal.get(place).text.contains("辽市监罚〔2025〕66号")) }
        portal.store.takeDown(13, at: SampleFiles.now)
        for place in places { #expect(!(try await portal.get(place).text.contains("辽市监罚〔2025〕66号"))) }
        for place in ["/entry/13", "/api/v1/entries/13", "/api/v1/entries/13/proof"] {
            #expect(try await portal.get(place).status == 404)
        }
    }

    @Test("answers must be asked for each time; files under their version may be kept")
    func keeping() async throws {
        let portal = try TestPortal()
        #expect(try await portal.get("/file/\(SampleFiles.full)").headers[.cacheControl] == "public, no-cache")
        let sheet = Assets().link("site.css")
        let kept = try await portal.get(sheet)
        #expect(kept.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(kept.headers[.contentType] == "text/css; charset=utf-8")
        #expect(try await portal.get("/assets/site.css?v=old").headers[.cacheControl] == "public, no-cache")
        #expect(try await portal.get("/assets/..%2Fsite.css").status == 404)
    }

    @Test("HEAD tells the length and sends nothing", arguments: ["/", "/file/\(SampleFiles.full)", "/nowhere"])
    func headRequests(address: String) async throws {
        let portal = try TestPortal()
        let full = try await portal.get(address)
        let head = try await portal.get(address, method: .head)
        #expect(head.status == full.status && head.bytes.isEmpty)
        #expect(head.headers[.contentLength] == String(full.bytes.count))
    }
}

import CreditModel
import Foundation
import HTTPTypes
import Testing

@testable import CreditWeb

@Suite("Suggestions")
struct SuggestTests {
    private func suggest(_ query: String, _ portal: TestPortal, more: String = "") async throws -> [[String: Any]] {
        let reply = try await portal.get("/api/v1/suggest?q=" + URLEncoding.encode(query) + more)
        try #require(reply.status == 200)
        let answer = try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any]
        #expect(answer?["query"] as? String == query)
        return try #require(answer?["suggestions"] as? [[String: Any]])
    }

    @Test("say name, code, what matched and why")
    func saysWhy() async throws {
        let all = try await suggest("龙泉示例", TestPortal())
        let first = try #require(all.first)
        #expect(first["key"] as? String == SampleFiles.full && first["why"] as? String == "part")
        #expect(first["name"] as? String == "辽源市龙泉示例食品有限公司")
        #expect(first["matched"] as? [[String: Int]] == [["from": 3, "until": 7]])
        #expect(Set(first.keys) == ["key", "name", "matchedName", "isFormer", "matched", "why"], "and no more")
    }

    @Test(
        "begin with the second character",
        arguments: [("", 0), ("龙", 0), ("l", 0), ("龙泉", 1), ("lq", 1), ("食品有限", 1)]
    )
    func beginAtTwo(query: String, count: Int) async throws {
        #expect(try await suggest(query, TestPortal()).count == count)
    }

    @Test("are eight by default, and as many as are asked for, to twenty")
    func limits() async throws {
        let portal = try TestPortal()
        for id in Int64(60)...90 { portal.store.add(id, "9222\(id)02MA0TEWT6XX", "长春市泉眼\(id)食品有限公司", .enterprise) }
        #expect(try await suggest("泉眼", portal).count == 8)
        #expect(try await suggest("泉眼", portal, more: "&limit=3").count == 3)
        for limit in ["0", "21", "x"] {
            #expect(try await portal.get("/api/v1/suggest?q=aa&limit=\(limit)").status == 400)
        }
        #expect(try await portal.get("/api/v1/suggest?q=%E6%B3%89%E7%9C%BC").bytes.count < 2_500, "a small answer")
    }

    /// Limit 1: found only when its whole name or code is asked for, and no type-ahead.
    @Test(
        "are never sole traders",
        arguments: ["西安区老张熟食店", "老张熟食店", "老张", "laozhang", "lzss", "xaqlzssd", "MA0TEWT28H", SampleFiles.trader]
    )
    func noSoleTraders(query: String) async throws {
        let portal = try TestPortal()
        portal.store.add(51, "91220403MA0TEWT9XX", "西安区老张熟食店连锁有限公司", .enterprise)
        let keys = try await suggest(query, portal).compactMap { $0["key"] as? String }
        #expect(!keys.contains(SampleFiles.trader))
        if query == "西安区老张熟食店" { #expect(keys == ["91220403MA0TEWT9XX"]) }
    }

    @Test("are none of an organisation of which nothing is shown")
    func nothingHidden() async throws {
        #expect(try await suggest("示例管理局", TestPortal()).allSatisfy { $0["key"] as? String != SampleFiles.empty })
        #expect(try await suggest(SampleFiles.empty, TestPortal()).isEmpty)
    }

    @Test("are as old as the ledger and no older")
    func tagged() async throws {
        let portal = try TestPortal()
        let address = "/api/v1/suggest?q=%E9%BE%99%E6%B3%89"
        let tag = try #require(try await portal.get(address).headers[.eTag])
        #expect(try await portal.get(address, headers: [.ifNoneMatch: tag]).status == 304)
        portal.store.add(51, "91220403MA0TEWT9XX", "西安区龙泉有限公司", .enterprise)
        #expect(try await portal.get(address, headers: [.ifNoneMatch: tag]).status == 200)
        #expect(try await suggest("龙泉", portal).count == 2)
    }

    @Test("come by a script of at most 4 kB, which every search box names what it needs")
    func script() async throws {
        #expect(PackageResources.suggest_js.count <= 4096)
        for address in ["/", "/search", "/lists", "/file/X"] {
            let reply = try await TestPortal().get(address + "?type=large")
            let markup = Markup(reply.text)
            #expect(markup.values("src").contains { $0.hasPrefix("/assets/suggest.js?v=") })
            #expect(markup.values("data-suggest") == ["/api/v1/suggest?q="])
            #expect(markup.values("data-file") == ["/file/-?type=large"])
            #expect(markup.values("role").contains("combobox") == false, "without a script it is a plain form")
            #expect(reply.headers[.contentSecurityPolicy]?.contains("connect-src 'self'") == true)
        }
    }
}

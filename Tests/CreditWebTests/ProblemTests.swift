import CreditModel
import Foundation
import HTTPTypes
import Testing

@testable import CreditWeb

@Suite("Errors as answers")
struct ProblemTests {
    @Test(
        "a page says what happened, in its language, with a number to quote",
        arguments: [
            ("/nowhere", 404, "没有这个页面"), ("/en/nowhere", 404, "There is no such page"),
            ("/file/X", 404, "这个代码下没有公示的信息"),
            ("/en/entry/0", 404, "There is no such entry"), ("/entry/12x", 404, "没有这条信息"),
            ("/file/\(SampleFiles.full)?on=2030-01-01", 400, "这一天还没有到"),
            ("/file/\(SampleFiles.full)?on=2026-2-3", 400, "日期无法读懂"), ("/catalogue/none", 404, "目录中没有这个事项"),
        ]
    )
    func pages(address: String, status: Int, words: String) async throws {
        let reply = try await TestPortal().get(address)
        #expect(reply.status == status)
        #expect(reply.text.contains(words) && reply.text.contains("a1b2-c3d4-e5f6"))
        let markup = Markup(reply.text)
        #expect(markup.faults.isEmpty && Set(markup.values("id")).count == markup.values("id").count)
        #expect(reply.headers[.cacheControl] == "no-store" && markup.count("h1") == 1)
    }

    @Test(
        "the API answers with a problem in both languages",
        arguments: [
            ("/api/v1/nowhere", 404), ("/api/v1/files/X", 404), ("/api/v1/files/\(SampleFiles.full)?on=x", 400),
            ("/api/v1/ledger/entries/999", 404), ("/api/v1/search?q=%ff", 400),
        ]
    )
    func problems(address: String, status: Int) async throws {
        let reply = try await TestPortal().get(address)
        #expect(reply.status == status)
        #expect(reply.headers[.contentType] == "application/problem+json; charset=utf-8")
        let problem = try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any]
        #expect(problem?["status"] as? Int == status)
        #expect(problem?["instance"] as? String == "urn:xinyuan:request:a1b2-c3d4-e5f6")
        #expect((problem?["en"] as? [String: Any])?["title"] is String)
    }

    @Test("other methods are turned away", arguments: [HTTPRequest.Method.post, .put, .delete, .options])
    func methods(method: HTTPRequest.Method) async throws {
        let reply = try await TestPortal().get("/search", method: method)
        #expect(reply.status == 405 && reply.headers[.allow] == "GET, HEAD")
    }

    @Test("addresses longer than any page has are turned away")
    func longAddress() async throws {
        let long = String(repeating: "a", count: 2048)
        #expect(try await TestPortal().get("/search?q=" + long).status == 414)
        #expect(try await TestPortal().get("/search?q=" + String(repeating: "a", count: 101)).status == 414)
    }

    @Test(
        "a failure shows and logs nothing of the inside or of the visitor",
        arguments: [
            "/file/\(SampleFiles.full)", "/api/v1/files/\(SampleFiles.full)", "/search?q=龙泉",
        ]
    )
    func failure(address: String) async throws {
        let portal = try TestPortal()
        portal.store.breakDown()
        let reply = try await portal.get(address)
        #expect(reply.status == 500)
        #expect(!reply.text.contains("Broken") && !reply.text.contains("FakeStore"))
        let lines = portal.logs.lines.joined(separator: "\n")
        #expect(lines.contains("FakeStore.Broken") && !lines.contains(SampleFiles.full) && !lines.contains("龙泉"))
    }

    @Test("health asks the store")
    func health() async throws {
        let portal = try TestPortal()
        #expect(try await portal.get("/healthz").status == 200)
        portal.store.breakDown()
        #expect(try await portal.get("/healthz").status == 503)
    }

    @Test(
        "an empty store is answered for, not failed on",
        arguments: ["/", "/ledger", "/lists/penalty", "/search?q=辽源", "/api/v1/ledger/head"]
    )
    func emptyStore(address: String) async throws {
        #expect(try await TestPortal(filled: false).get(address).status == 200)
    }
}

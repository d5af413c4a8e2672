import CreditModel
import CreditStore
import Foundation
import Testing

@testable import CreditWeb

@Suite("Public lists")
struct ListPageTests {
    @Test("pages hold every entry once, whatever comes in meanwhile")
    func pagesDoNotDrift() async throws {
        let portal = try TestPortal()
        var seen: [Int] = []
        var next: String? = "/api/v1/lists/licence?limit=3"
        while let address = next {
            let answer =
                try JSONSerialization.jsonObject(with: Data(try await portal.get(address).bytes)) as? [String: Any]
            let rows = answer?["rows"] as? [[String: Any]] ?? []
            seen += rows.compactMap { ($0["entry"] as? [String: Any])?["id"] as? Int }
            let late = try #require(
                Draft.licence(3, "2026-07-03", "后来的许可", "后〔\(seen.count)〕号", until: "2029-01-01", "ecology")
            )
            portal.store.add(late.record, of: 3, from: "ecology", at: SampleFiles.now)
            next = (answer?["next"] as? String).map { "/api/v1/lists/licence?limit=3&cursor=\($0)" }
        }
        #expect(seen.count == 8 && Set(seen).count == 8)
    }

    @Test("filter by department and date")
    func filters() async throws {
        let text = try await TestPortal().get("/lists/licence?source=ecology&from=2026-01-01&until=").text
        #expect(text.contains("辽环许〔2026〕5号") && !text.contains("辽环许〔2021〕9号") && !text.contains("辽食许"))
        #expect(text.contains("<option value=\"ecology\" selected>"))
    }

    @Test("what has no public list is not there", arguments: ["inspection", "points", "nothing"])
    func notListed(item: String) async throws {
        #expect(try await TestPortal().get("/lists/\(item)").status == 404)
        #expect(try await TestPortal().get("/api/v1/lists/\(item)").status == 404)
    }

    @Test(
        "what cannot be read is said to be so",
        arguments: [
            "source=nobody", "from=2026-02-30", "until=heute", "cursor=x", "from=%ff",
        ]
    )
    func badQueries(query: String) async throws {
        #expect(try await TestPortal().get("/lists/licence?\(query)").status == 400)
        #expect(try await TestPortal().get("/api/v1/lists/licence?\(query)").status == 400)
    }

    @Test("pages have limits", arguments: ["0", "501", "many", "-1"])
    func limits(limit: String) async throws {
        #expect(try await TestPortal().get("/api/v1/lists/licence?limit=\(limit)").status == 400)
    }
}

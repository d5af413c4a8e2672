import CreditCatalogue
import CreditExchange
import CreditModel
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import CreditWeb

@Suite("The check page")
struct CheckPageTests {
    @Test(
        "says what is done, what is not, how large a file may be, and where the blank forms are",
        arguments: ["/check", "/en/check"]
    )
    func form(path: String) async throws {
        let reply = try await CheckVisitor().portal.get(path)
        #expect(reply.status == 200 && reply.headers[.cacheControl] == "no-store")
        let markup = Markup(reply.text)
        #expect(markup.faults.isEmpty && markup.count("h1") == 1)
        for words in ["64 MB", "enctype=\"multipart/form-data\"", "/catalogue/licence/template.xlsx", "check.js"] {
            #expect(reply.text.contains(words), "\(words)")
        }
        #expect(reply.text.contains(path == "/check" ? "不保存" : "not stored"))
    }

    @Test("a file with faults is shown like the sheet, each fault below its row", arguments: ["", "/en"])
    func result(prefix: String) async throws {
        let visitor = try CheckVisitor()
        let address = try await visitor.check(
            try CheckVisitor.licences(10, wrong: [2, 5]),
            to: prefix + "/check"
        )
        #expect(address.hasPrefix(prefix + "/check/"))
        let reply = try await visitor.portal.get(address)
        #expect(reply.status == 200 && reply.bytes.count < 60_000)
        let markup = Markup(reply.text)
        #expect(markup.faults.isEmpty, "\(markup.faults)")
        #expect(markup.count("h1") == 1 && Set(markup.values("id")).count == markup.values("id").count)
        let described = markup.values("aria-describedby").flatMap { $0.split(separator: " ").map(String.init) }
        #expect(described.filter { $0.hasPrefix("w") }.count == 2)
        #expect(Set(described).isSubset(of: markup.values("id")))
        let words =
            prefix.isEmpty
            ? ["10 行里", "8 行可以收", "2 行拒收", "怎么改", "依据"]
            : ["Of 10 rows", "8 would", "2 refused", "What to do", "Ground"]
        for word in words { #expect(reply.text.contains(word), "\(word)") }
        #expect(reply.text.contains("测许〔2026〕9号"))
    }

    @Test("nothing of it is kept anywhere or passed on")
    func isPrivate() async throws {
        let visitor = try CheckVisitor()
        let address = try await visitor.check(try CheckVisitor.licences(3, wrong: [1]), named: "绝密许可.csv")
        for path in [address, address + "/progress", address + "/marked"] {
            let headers = try await visitor.portal.get(path).headers
            #expect(headers[.cacheControl] == "no-store", "\(path)")
            #expect(HeaderNames.robots.flatMap { headers[$0] } == "noindex")
        }
        let page = try await visitor.portal.get(address)
        #expect(HeaderNames.referrerPolicy.map { page.headers[values: $0] } == ["no-referrer"])
        #expect(!page.text.contains("rel=\"canonical\"") && !page.text.contains("hreflang=\"zh-Hans\" href="))
        let token = address.split(separator: "/").last ?? ""
        let lines = visitor.portal.logs.lines.joined()
        #expect(lines.contains("/check/") && !lines.contains(token) && !lines.contains("绝密"))
    }

    @Test("rows can be narrowed to one fault, to faulty rows, and turned page by page")
    func filters() async throws {
        let visitor = try CheckVisitor()
        let address = try await visitor.check(try CheckVisitor.licences(200, wrong: [150, 199]))
        let all = try await visitor.portal.get(address).text
        #expect(all.contains("?fault=date-impossible#table") && all.contains("?page=2#table"))
        #expect(all.contains("测许〔2026〕0号") && !all.contains("测许〔2026〕150号"))
        for query in ["?fault=date-impossible", "?rows=faulty"] {
            let some = try await visitor.portal.get(address + query).text
            #expect(some.contains("测许〔2026〕150号") && some.contains("测许〔2026〕199号") && !some.contains("测许〔2026〕1号"))
        }
        let none = try await visitor.portal.get(address + "?fault=code-check")
        #expect(none.status == 200 && none.text.contains("没有要显示的行"))
        #expect(try await visitor.portal.get(address + "?sheet=7").status == 404)
        #expect(try await visitor.portal.get(address + "?page=0").status == 400)
        #expect(try await visitor.portal.get(address + "?page=9999").status == 200)
    }

    @Test("every page of a large table stays light, and each row stands on one of them")
    func pagesAreLight() async throws {
        let visitor = try CheckVisitor()
        let wrong = Set(0..<120)
        let address = try await visitor.check(try CheckVisitor.licences(120, wrong: wrong, name: "名称很长的虚构示例有限责任公司"))
        var page = 1
        var seen: [String] = []
        while true {
            let text = try await visitor.portal.get(address + "?page=\(page)").text
            #expect(text.utf8.count < 60_000)
            seen += text.matches(of: /<th scope="row">(\d+)<\/th><td/).map { String($0.1) }
            guard text.contains("?page=\(page + 1)#table") else { break }
            page += 1
        }
        #expect(page > 2 && seen == (2...121).map(String.init))
    }

    @Test("if all is well it says so, and what comes next")
    func allIsWell() async throws {
        let visitor = try CheckVisitor()
        let text = try await visitor.portal.get(try await visitor.check(try CheckVisitor.licences(3))).text
        #expect(text.contains("没有发现问题") && text.contains("可以报送了"))
    }

    @Test("markup, formulas and paths in cells and names are text")
    func hostileText() async throws {
        let visitor = try CheckVisitor()
        let address = try await visitor.check(
            try CheckVisitor.licences(2, wrong: [1], name: "=cmd|'/c'!A1<script>alert(1)</script>"),
            named: "..\\..\\<img src=x onerror=alert(1)>.csv"
        )
        let text = try await visitor.portal.get(address).text
        #expect(!text.contains("<script>alert") && !text.contains("<img") && text.contains("&lt;script&gt;alert(1)"))
        #expect(text.contains("=cmd|&#39;/c&#39;!A1") && Markup(text).faults.isEmpty)
        let copy = try await visitor.portal.get(address + "/marked")
        let header = copy.headers[.contentDisposition] ?? ""
        #expect(header.hasPrefix("attachment; filename=\"check.xlsx\"; filename*=UTF-8''%3Cimg"))
        #expect(copy.bytes.prefix(2) == [0x50, 0x4B] && header.allSatisfy(\.isASCII))
    }

    @Test(
        "a file that cannot be read says why, with the forms to fill in",
        arguments: [
            ("%PDF-1.7 x", "CSV 或 XLSX"), ("MZ\u{0}\u{1}", "CSV 或 XLSX"), ("甲,乙\n1,2\n", "没有找到认识的表头"),
            (" \n", "没有找到认识的表头"),
        ]
    )
    func unreadable(text: String, words: String) async throws {
        let visitor = try CheckVisitor()
        let reply = try await visitor.portal.get(try await visitor.check(Array(text.utf8), named: "a.xlsx"))
        #expect(reply.text.contains("没能查验") && reply.text.contains(words) && reply.text.contains("template.xlsx"))
        #expect(Markup(reply.text).faults.isEmpty)
    }

    @Test(
        "what was sent wrongly comes back to the form",
        arguments: [
            ("", "", 422, "还没有选择文件"), ("a.csv", "", 422, "文件是空的"),
            ("a.csv", String(repeating: "a", count: 3_000), 413, "文件太大"),
        ]
    )
    func wrongForms(name: String, body: String, status: Int, words: String) async throws {
        var limits = CheckLimits()
        limits.fileBytes = 2_000
        let visitor = try CheckVisitor(limits: limits)
        let reply = try await visitor.send(Array(body.utf8), named: name)
        #expect(reply.status == status && reply.text.contains(words) && reply.text.contains("id=\"check\""))
        #expect(reply.headers[.cacheControl] == "no-store" && Markup(reply.text).faults.isEmpty)
        #expect(visitor.portal.checks.held.checks == 0)
    }

    @Test(
        "what the form says besides the file counts",
        arguments: [
            (["template": "penalty"], 303), (["template": "no-such"], 422), (["from": "no-such"], 400),
            (["received": "2026-02-30"], 400),
            (["received": "2030-01-01"], 400), (["received": "2026-07-01", "from": "market-regulation"], 303),
            (["template": " "], 303),
        ]
    )
    func wishes(fields: [String: String], status: Int) async throws {
        let reply = try await CheckVisitor().send(try CheckVisitor.licences(1), fields: fields)
        #expect(reply.status == status)
    }

    @Test(
        "forms of other sites are turned away",
        arguments: [
            ("Sec-Fetch-Site", "cross-site", 403), ("Sec-Fetch-Site", "same-site", 403),
            ("Sec-Fetch-Site", "same-origin", 303),
            ("Origin", "https://evil.example", 403), ("Origin", "http://127.0.0.1:8080", 303), ("Origin", "null", 303),
        ]
    )
    func otherSites(header: String, value: String, status: Int) async throws {
        let name = try #require(HTTPField.Name(header))
        let reply = try await CheckVisitor().send(try CheckVisitor.licences(1), headers: [name: value])
        #expect(reply.status == status)
    }

    @Test(
        "nothing else can be sent to",
        arguments: ["/", "/catalogue", "/check/abc", "/check/abc/marked", "/api/v1/search"]
    )
    func otherPlaces(path: String) async throws {
        #expect(try await CheckVisitor().portal.get(path, method: .post).status == 405)
    }

    @Test("a check that is discarded is gone")
    func discard() async throws {
        let visitor = try CheckVisitor()
        let address = try await visitor.check(try CheckVisitor.licences(1), to: "/en/check")
        let reply = try await visitor.portal.get(address + "/discard", method: .post)
        #expect(reply.status == 303 && reply.headers[.location] == "/en/check?discarded=1")
        #expect(try await visitor.portal.get("/en/check?discarded=1").text.contains("Discarded."))
        for path in [address, address + "/progress", address + "/marked"] {
            #expect(try await visitor.portal.get(path).status == 404)
        }
    }

    @Test("visitors beyond what one address may have wait, and are told when to come again")
    func tooMany() async throws {
        var limits = CheckLimits()
        limits.perProxy = 0
        let reply = try await CheckVisitor(limits: limits).send(try CheckVisitor.licences(1))
        #expect(reply.status == 429 && reply.headers[.retryAfter] == "30")
        #expect(reply.text.contains("同一网络地址") && !reply.text.contains("您还有"))
    }

    @Test("a sheet of natural persons: headings and the reason, no row, no copy", arguments: ["", "/en"])
    func persons(prefix: String) async throws {
        let visitor = try CheckVisitor()
        let (_, template) = try #require(try Folders.city.get().template("licence-2018-person"))
        let headings = template.columns.map(\.heading)
        let lines = [headings, headings.map { _ in "测试之人" }].map { $0.joined(separator: ",") }
        let address = try await visitor.check(Array(lines.joined(separator: "\n").utf8), to: prefix + "/check")
        let reply = try await visitor.portal.get(address)
        #expect(reply.status == 200 && Markup(reply.text).faults.isEmpty, "\(Markup(reply.text).faults)")
        #expect(reply.text.contains(headings[0]) && !reply.text.contains("测试之人") && !reply.text.contains("/marked"))
        #expect(reply.text.contains(prefix.isEmpty ? "不再复制" : "no further copy"))
        let copy = try await visitor.portal.get(address + "/marked")
        #expect(copy.status == 422 && copy.text.contains(prefix.isEmpty ? "不再复制" : "no further copy"))
    }

    @Test("a department's own layouts can be chosen")
    func layouts() async throws {
        let portal = try TestPortal(try Folders.layoutCity.get(), filled: false)
        let page = try await portal.get("/check")
        #expect(page.text.contains("<option value=\"env-permits\">") && Markup(page.text).faults.isEmpty)
        #expect(!page.text.contains("procurement-prices"), "it makes no records")
        let reply = try await portal.get(
            "/check",
            method: .post,
            headers: [.contentType: "multipart/form-data; boundary=\(CheckVisitor.boundary)"],
            body: [CheckVisitor.form(Array("a,b\n1,2".utf8), named: "a.csv", fields: ["template": "env-permits"])]
        )
        let address = try #require(reply.headers[.location])
        await portal.checks.finished(String(address.split(separator: "/").last ?? ""))
        let answer = try await portal.get(address).text
        #expect(reply.status == 303 && answer.contains("env-permits") && !answer.contains("--layout"))
    }

    @Test(
        "blank forms are handed out, and are not sent again",
        arguments: [("xlsx", [0x50, 0x4B]), ("csv", [0xEF, 0xBB])]
    )
    func forms(kind: String, start: [UInt8]) async throws {
        let portal = try CheckVisitor().portal
        let reply = try await portal.get("/catalogue/licence/template.\(kind)")
        #expect(reply.status == 200 && Array(reply.bytes.prefix(2)) == start)
        #expect(
            reply.headers[.contentDisposition]?.contains("filename=\"licence.\(kind)\"; filename*=UTF-8''%") == true
        )
        let tag = try #require(reply.headers[.eTag])
        #expect(try await portal.get("/catalogue/licence/template.\(kind)", headers: [.ifNoneMatch: tag]).status == 304)
        #expect(try await portal.get("/catalogue/none/template.\(kind)").status == 404)
    }
}

@Suite("Checking by the API")
struct CheckAPITests {
    private func object(_ reply: TestPortal.Reply) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
    }

    private func description() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(PackageResources.openapi_json)) as? [String: Any])
    }

    @Test("a small file is answered for at once, as the body or in a form, and is not held")
    func atOnce() async throws {
        let visitor = try CheckVisitor()
        let file = try CheckVisitor.licences(6, wrong: [4])
        let replies = [
            try await visitor.portal.get(
                "/api/v1/check?lang=en",
                method: .post,
                body: [Array(file.prefix(90)), Array(file.dropFirst(90))]
            ),
            try await visitor.send(file, to: "/api/v1/check?lang=en"),
        ]
        for reply in replies {
            let answer = try object(reply)
            #expect(reply.status == 200 && answer["rows"] as? Int == 6 && answer["refused"] as? Int == 1)
            let fault = try #require((answer["faults"] as? [[String: Any]])?.first)
            #expect(fault["row"] as? Int == 6 && fault["code"] as? String == "date-impossible")
            let schema = ["$ref": "#/components/schemas/Checked"]
            #expect(Schema(root: try description()).faults(answer, schema) == [])
        }
        #expect(visitor.portal.checks.held.checks == 0)
    }

    @Test("a large one is answered for later")
    func later() async throws {
        let visitor = try CheckVisitor()
        let file = try CheckVisitor.licences(2) + [UInt8](repeating: 0x0A, count: CheckEndpoint.atOnce)
        let reply = try await visitor.portal.get("/api/v1/check", method: .post, body: [file])
        let address = try #require(reply.headers[.location])
        #expect(reply.status == 202 && address.hasPrefix("/api/v1/check/"))
        await visitor.portal.checks.finished(String(address.split(separator: "/").last ?? ""))
        let done = try await visitor.portal.get(address)
        #expect(done.status == 200)
        #expect(try object(done)["rows"] as? Int == 2)
        #expect(try await visitor.portal.get("/api/v1/check/none").status == 404)
    }

    @Test(
        "problems are told",
        arguments: [
            ("%PDF-", "", 422), ("", "", 422), ("a", "?template=none", 422), ("a", "?received=x", 400),
        ]
    )
    func problems(body: String, query: String, status: Int) async throws {
        let visitor = try CheckVisitor()
        let reply = try await visitor.portal.get("/api/v1/check" + query, method: .post, body: [Array(body.utf8)])
        #expect(reply.status == status)
        #expect(
            Schema(root: try description()).faults(try object(reply), ["$ref": "#/components/schemas/Problem"]) == []
        )
    }
}

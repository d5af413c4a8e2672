import CreditModel
import HTTPTypes
import Testing

@testable import CreditWeb

@Suite("Searching")
struct SearchPageTests {
    private func search(_ query: String, in portal: TestPortal) async throws -> TestPortal.Reply {
        try await portal.get(Link.to(.results(query: query), in: .zh))
    }

    @Test("marks the part that matched")
    func marksMatch() async throws {
        let reply = try await search("龙泉示例", in: TestPortal())
        #expect(reply.text.contains("辽源市<mark>龙泉示例</mark>食品有限公司"))
    }

    @Test("says under which former name it matched")
    func formerName() async throws {
        let text = try await search("粮油加工", in: TestPortal()).text
        #expect(text.contains("曾用名：辽源市龙泉<mark>粮油加工</mark>厂"))
    }

    @Test("an exact code goes straight to its file")
    func codeRedirects() async throws {
        let reply = try await search("91 220402 MA0TEWT1X 6", in: TestPortal())
        #expect(reply.status == 303 && reply.headers[.location] == "/file/\(SampleFiles.full)")
    }

    @Test("a sole trader is found by its exact trade name and by no part of it")
    func soleTrader() async throws {
        let portal = try TestPortal()
        #expect(!(try await search("老张", in: portal).text.contains(SampleFiles.trader)))
        #expect(try await search("西安区老张熟食店", in: portal).text.contains(SampleFiles.trader))
    }

    @Test(
        "a citizen's number is turned away, not looked up and not repeated",
        arguments: [
            "11010519491231002X", "110105 19491231 002X", "张 11010519491231002X", "１１０１０５１９４９１２３１００２Ｘ",
        ]
    )
    func citizenNumber(query: String) async throws {
        let portal = try TestPortal()
        let reply = try await search(query, in: portal)
        #expect(reply.status == 400)
        #expect(!reply.text.contains("19491231") && !portal.logs.lines.contains { $0.contains("19491231") })
        let answer = try await portal.get("/api/v1/search?q=" + URLEncoding.encode(query))
        #expect(answer.status == 400 && !answer.text.contains("19491231"))
    }

    @Test("what was asked is escaped wherever it stands")
    func escapes() async throws {
        let text = try await search("<script>alert(1)</script>\"'", in: TestPortal()).text
        #expect(!text.contains("<script>alert") && text.contains("&lt;script&gt;alert"))
    }

    @Test("a name with signs of HTML stays a name")
    func namesAreEscaped() async throws {
        let text = try await search("行业协会", in: TestPortal()).text
        #expect(text.contains("&amp; “信用”&lt;联盟&gt;"))
    }

    @Test(
        "says what to do where nothing is asked, found, or too little",
        arguments: [
            ("", "任意两个字"), ("乙", "至少输入两个字"), ("没有这样的名字", "没有找到"),
        ]
    )
    func nothing(query: String, words: String) async throws {
        #expect(try await search(query, in: TestPortal()).text.contains(words))
    }

    @Test("the home page's examples find something")
    func examples() async throws {
        let portal = try TestPortal()
        let markup = Markup(try await portal.get("/").text)
        let examples = markup.values("href").filter { $0.hasPrefix("/search?q=") }
        #expect(examples.count == 3)
        for example in examples {
            let reply = try await portal.get(example)
            #expect(reply.status == 303 || reply.text.contains("<ol class=\"results\">"), "\(example)")
        }
    }
}

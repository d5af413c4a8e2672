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
        let suggestions = try await portal.get("/api/v1/suggest?q=" + URLEncoding.encode(query))
        #expect(suggestions.status == 400 && !suggestions.text.contains("19491231"))
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
            ("", "任意两个字"), ("乙", "一个字太少"), ("没有这样的名字", "没有找到"), ("没有这样的名字", "查不到自然人"), ("777888", "请核对"),
        ]
    )
    func nothing(query: String, words: String) async throws {
        #expect(try await search(query, in: TestPortal()).text.contains(words))
    }

    @Test(
        "says in both languages by what it was found",
        arguments: [
            ("longquanshili", "按拼音找到", "Found by its pinyin", "<mark>龙泉示例</mark>"),
            ("lqsl", "按拼音首字母找到", "Found by the initials of its pinyin", "<mark>龙泉示例</mark>"),
            ("龙泉事例食品", "名称与所查的相近", "A name close to what you wrote", "<mark>龙泉</mark>示<mark>例食品</mark>"),
            ("TEWT1X", "代码中有所查的部分", "Its code holds what you wrote", "<mark>TEWT1X</mark>"),
            ("辽源市龙泉示例食品有限公司", "名称完全一致", "Exactly the name you wrote", "<mark>"),
        ]
    )
    func ways(query: String, zh: String, en: String, marked: String) async throws {
        let portal = try TestPortal()
        for (language, words) in [(Language.zh, zh), (.en, en)] {
            let text = try await portal.get(Link.to(.results(query: query), in: language)).text
            #expect(text.contains(words) && text.replacing("<b class=\"told\">", with: "").contains(marked), "\(text)")
        }
    }

    @Test("siblings are told apart in words and by emphasis, a branch from its parent")
    func siblings() async throws {
        let portal = try TestPortal()
        portal.store.add(51, "92220402MA0TEWT6XX", "长春市龙泉示例食品有限公司", .enterprise)
        portal.store.add(52, "92220402MA0TEWT7XX", "辽源市龙泉示例食品有限公司第一分公司", .enterprise)
        portal.store.add(53, "92220402MA0TEWT8XX", "辽源市龙泉示例食品股份有限公司", .enterprise)
        let text = try await search("龙泉示例", in: portal).text
        #expect(text.contains("同字号“龙泉示例”的还有 3 个：地区、组织形式、分支机构不同"))
        #expect(text.contains("<b class=\"told\">长春市</b><mark>龙泉示例</mark>食品有限公司"))
        #expect(text.contains("同字号“龙泉示例”：地区不同") && text.contains("同字号“龙泉示例”：组织形式不同"))
        #expect(text.contains("<b class=\"told\">股份有限公司</b>") && text.contains("<b class=\"told\">第一分公司</b>"))
        #expect(text.contains("分支机构，名称所属：<a href=\"/file/\(SampleFiles.full)\">辽源市龙泉示例食品有限公司</a>"))
        let english = try await portal.get(Link.to(.results(query: "龙泉示例"), in: .en)).text
        for words in ["Same brand", "other place", "other legal form", "Branch of"] {
            #expect(english.contains(words), "\(words)")
        }
    }

    @Test("an organisation that stands alone, and a sole trader, say nothing of siblings")
    func noSiblings() async throws {
        let portal = try TestPortal()
        portal.store.add(51, "92220403MA0TEWT9XX", "西安区老张熟食店", .soleTrader)
        #expect(!(try await search("龙泉示例", in: portal).text.contains("同字号")))
        let text = try await search("西安区老张熟食店", in: portal).text
        #expect(text.contains("找到 2 个") && !text.contains("同字号"))
    }

    @Test("the home page's examples find something")
    func examples() async throws {
        let portal = try TestPortal()
        let markup = Markup(try await portal.get("/").text)
        let examples = markup.values("href").filter { $0.hasPrefix("/search?q=") }
        #expect(examples.count == 3)
        let asked = examples.map { String($0.dropFirst("/search?q=".count)) }
        #expect(asked[1].utf8.allSatisfy { (0x61...0x7A).contains($0) }, "by pinyin")
        #expect(asked[2].utf8.count == 18, "by code")
        for example in examples {
            let reply = try await portal.get(example)
            #expect(reply.status == 303 || reply.text.contains("<ol class=\"results\">"), "\(example)")
        }
    }
}

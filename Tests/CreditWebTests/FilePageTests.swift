import CreditModel
import HTTPTypes
import Testing

@testable import CreditWeb

@Suite("The credit file's page")
struct FilePageTests {
    private let file = "/file/\(SampleFiles.full)"

    @Test("shows the ten sections in order, empty ones in the standard's words")
    func sectionsInOrder() async throws {
        let text = try await TestPortal().get(file).text
        let headings = ["一、登记注册基础信息", "二、行政管理信息", "三、诚实守信相关荣誉信息", "四、严重失信主体名单信息", "五、经营（活动）异常名录（状态）信息", "十、信用状况提升建议"]
        let places = headings.compactMap { text.firstRange(of: $0)?.lowerBound }
        #expect(places.count == headings.count && places == places.sorted())
        #expect(text.contains("查询期内无相关信息"))
        #expect(text.contains("建议秉持诚信理念，合法有序开展经营活动。"))
    }

    @Test("says until when, and how many days are left")
    func daysLeft() async throws {
        let text = try await TestPortal().get(file).text
        #expect(text.contains("公示至 <time datetime=\"2028-11-20\">2028年11月20日</time>（还有 870 天）"))
        let english = try await TestPortal().get("/en" + file).text
        #expect(
            english.contains("Published until <time datetime=\"2028-11-20\">20 November 2028</time> (870 days left)")
        )
    }

    @Test("breaks the code to the eye and not in what is copied")
    func codeIsBrokenToTheEye() async throws {
        let text = try await TestPortal().get(file).text
        #expect(text.contains("<span>91</span><span>220402</span><span>MA0TEWT1X</span><span>6</span>"))
        #expect(text.contains("data-copy=\"\(SampleFiles.full)\""))
    }

    @Test("never shows what has reached its last day, whatever day is asked for", arguments: ["", "?on=2021-06-01"])
    func endedPenaltyIsGone(query: String) async throws {
        #expect(!(try await TestPortal().get(file + query).text.contains("辽市监罚〔2021〕12号")))
    }

    @Test("shows the facts of a past day and says so")
    func pastDay() async throws {
        let text = try await TestPortal().get(file + "?on=2024-01-01").text
        #expect(text.contains("辽食许〔2019〕118号") && !text.contains("辽食许〔2024〕77号"))
        #expect(text.contains("按今天的规则公示") && text.contains("class=\"on-label\""))
    }

    @Test(
        "is kept out of search engines where an entry is adverse or the subject a sole trader",
        arguments: [
            (SampleFiles.full, true), (SampleFiles.trader, true), (SampleFiles.quiet, false),
        ]
    )
    func indexing(key: String, isHidden: Bool) async throws {
        let reply = try await TestPortal().get("/file/\(key)")
        #expect(reply.text.contains("<meta name=\"robots\" content=\"noindex\">") == isHidden)
        #expect((HeaderNames.robots.map { reply.headers[$0] == "noindex" } ?? false) == isHidden)
    }

    @Test("stands under one address: a code in small letters leads to it")
    func normalAddress() async throws {
        let reply = try await TestPortal().get("/en/file/91220402ma0tewt1x6?on=2024-01-01")
        #expect(reply.status == 308)
        #expect(reply.headers[.location] == "/en/file/\(SampleFiles.full)?on=2024-01-01")
    }

    @Test("without an entry on that day has neither chart nor table")
    func nothingToDraw() async throws {
        let reply = try await TestPortal().get("/file/\(SampleFiles.quiet)?on=2025-01-01")
        #expect(reply.status == 200 && !reply.text.contains("id=\"life\""))
    }

    @Test(
        "of an organisation of which nothing is shown today is not told apart from an unknown code",
        arguments: [
            "/file/*", "/en/file/*", "/file/*?on=2025-01-01", "/file/*/administration", "/api/v1/files/*",
            "/api/v1/files/*?on=2025-01-01",
        ]
    )
    func nothingShown(address: String) async throws {
        let portal = try TestPortal()
        let known = try await portal.get(address.replacing("*", with: SampleFiles.empty))
        let unknown = try await portal.get(address.replacing("*", with: "11220400MB0TEWT9XX"))
        #expect(known.status == 404 && known.status == unknown.status && known.text == unknown.text)
        #expect(known.headers == unknown.headers)
    }

    @Test("what an entry's page says of it")
    func entryPage() async throws {
        let portal = try TestPortal()
        portal.store.correct(13, at: SampleFiles.now)
        let text = try await portal.get("/entry/13").text
        for words in ["1*********1", "12,000.00 元", "一般", "国办发〔2020〕49号", "待核实", "12315", "日志的第 24 条", "取代了日志的第 13 条"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("13800001111") && text.contains("href=\"/api/v1/entries/13/proof\" download"))
    }

    @Test("is the page recorded", arguments: [("", "file.zh.html"), ("/en", "file.en.html")])
    func recorded(prefix: String, name: String) async throws {
        try Golden.check(try await TestPortal().get(prefix + file).text, name)
    }
}

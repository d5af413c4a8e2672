import CreditCatalogue
import CreditModel
import TestSupport
import Testing

@testable import CreditWeb

@Suite("The catalogue as a reference")
struct ReferenceTests {
    private func page(_ page: Page, _ language: Language = .zh) async throws -> String {
        let reply = try await TestPortal().get(Link.to(page, in: language))
        #expect(reply.status == 200)
        return reply.text
    }

    @Test("the catalogue stands by clause of the plan, with who sees it and who sends it")
    func catalogueByClause() async throws {
        let text = try await page(.catalogue)
        #expect(text.contains("<a href=\"/plan/2.1\">2.1 依法行政</a>"))
        #expect(text.contains("共 11 项：公示 3 项，部分公示 5 项，不公示 2 项，已停止归集 1 项。没有写部门的"))
        #expect(text.contains("失信；市场监督管理等 2 家"))
        let withdrawn = TestCatalogue.items.filter { $0.standing != .open }
        #expect(!withdrawn.isEmpty && withdrawn.allSatisfy { text.contains("/catalogue/\($0.id)") })
        for item in withdrawn { #expect(try await page(.item(item.id)).contains("不对自然人记分。")) }
    }

    @Test("a catalogue without a plan is a plain list, and its plan page says so")
    func withoutPlan() async throws {
        let portal = try TestPortal(try Folders.secondCity.get())
        #expect(try await portal.get("/catalogue").text.contains("<ul class=\"cards\">"))
        #expect(try await portal.get("/plan").text.contains("还没有录入"))
        #expect(try await portal.get("/plan/1.1").status == 404)
        #expect(try await portal.get("/api/v1/plan").text.contains("\"clauses\":[]"))
    }

    @Test("the plan counts what is served and what is not, and hides nothing")
    func planCounts() async throws {
        let text = try await page(.plan)
        for (name, count) in [
            ("计划条数", 4), ("有记录可归集", 2), ("今天有公示的记录", 1), ("只由其他功能落实", 1), ("还没有落实", 1), ("还有事项没做完", 2),
            ("有内容已停止归集", 1), ("有待核实的依据", 2),
        ] {
            #expect(text.contains("<dt>\(name)</dt><dd>\(count)</dd>"), "\(name)")
        }
    }

    @Test("a clause quotes the plan, names who answers today, and leads to one published entry")
    func clause() async throws {
        let text = try await page(.clause("1.1"))
        #expect(text.contains("建立健全信用制度。"))
        #expect(text.contains("示例市工商行政管理局</a>（今由<a href=\"/departments/market-regulation\">"))
        #expect(text.contains("/entry/") && text.contains("信用档案中的一条") && text.contains("rel=\"nofollow\""))
        #expect(text.contains("/catalogue/licence/template.xlsx") && text.contains("/catalogue/licence/practice.xlsx"))
        #expect(text.contains("<a href=\"/rules\">按规则公示</a>"))
        #expect(text.contains("线上修复") && text.contains("不对自然人记分。"))
        #expect(try await page(.clause("1.1"), .en).contains("<p lang=\"zh-Hans\">建立健全信用制度。</p>"))
    }

    @Test("a clause says what is pending, once for each law, and why it has no records")
    func clausePending() async throws {
        let text = try await page(.clause("2.1"))
        #expect(text.contains("待核实的") && text.contains("示例等级办法（2014）"))
        #expect(text.contains("<li>按规则公示</li>"), "a path that is no page is no link")
        #expect(try await page(.clause("1.2")).contains("不是记录。"))
    }

    @Test("no page on an item that nobody sees leads to an entry or a list of it")
    func restrictedLeadsNowhere() async throws {
        for page in [Page.clause("2.1"), .item("expert-file"), .item("inspection"), .subject(.personInRole)] {
            let text = try await self.page(page)
            #expect(!text.contains("/lists/expert-file") && !text.contains("/lists/inspection"))
        }
        #expect(try await page(.item("expert-file")).contains("这类记录不公示，本网站任何地方都不显示。"))
        #expect(try await page(.item("expert-file")).contains("只供本人和主管机关查阅。"))
    }

    @Test("a department says its terms, its years, and who took over")
    func department() async throws {
        let old = try await page(.department("industry-commerce"))
        #expect(old.contains("以后的决定由<a href=\"/departments/market-regulation\">"))
        let new = try await page(.department("market-regulation"))
        #expect(new.contains("计划写的是示例市工商行政管理局"))
        #expect(new.contains("自作出决定之日起 7 个工作日") && new.contains("目录没有写期限"))
        #expect(new.contains("/lists/licence?source=market-regulation"))
        #expect(try await TestPortal().get("/departments/nobody").status == 404)
    }

    @Test("a kind of subject sees what may be recorded, what is kept, and what is recorded no more")
    func subjects() async throws {
        let enterprise = try await page(.subject(.kind(.enterprise)))
        #expect(enterprise.contains("商户等级") && enterprise.contains("内部检查") && enterprise.contains("个人记分"))
        #expect(!enterprise.contains("评审专家履职情况"))
        #expect(enterprise.contains("由认定部门确定档次，未确定前不公示") && enterprise.contains("本行业规定至多 2 年"))
        let trader = try await page(.subject(.kind(.soleTrader)))
        #expect(!trader.contains("商户等级") && trader.contains("没有等级、没有记分、没有评价"))
        let section = try await page(.subjectSection(.kind(.enterprise), section: "evaluation"))
        #expect(section.contains("表头grade") && section.contains("不公开的字段") && section.contains("表头legalRep"))
        #expect(try await TestPortal().get("/subjects/person").status == 404)
    }

    @Test("persons are told their roles, and that nothing of it is public")
    func persons() async throws {
        let text = try await page(.subject(.personInRole))
        #expect(text.contains("评审专家履职情况") && text.contains("没有分数，没有等级，没有名单"))
        #expect(text.contains("/laws#ground-person-in-role"))
    }

    @Test("a law says when it was in force, that it is pending, and what rests on it")
    func laws() async throws {
        let law = try await page(.law("grades-2014"))
        #expect(law.contains("已废止") && law.contains("待核实") && law.contains("示办〔2014〕1号"))
        #expect(law.contains("/catalogue/shop-grade#scheme"))
        let all = try await page(.laws())
        #expect(all.contains("id=\"ground-personal-information\"") && all.contains("4 处引用"))
        #expect(all.contains("国办发〔2020〕49号"), "bases outside the register stand there too")
        #expect(try await page(.laws(.document)).contains("示例等级办法"))
        #expect(try await TestPortal().get("/laws?kind=x").status == 404)
    }

    @Test("an item gives its grades with their meaning, and says which are not shown")
    func itemWithGrades() async throws {
        let text = try await page(.item("shop-grade"))
        #expect(text.contains("D级</dt><dd>差<span class=\"by\">不公示</span>"))
        #expect(text.contains("部分等级不公示"))
        #expect(text.contains("不公开：<a href=\"/laws#ground-personal-information\">个人信息</a>"))
        #expect(text.contains("<summary>市场监督管理：2 个部门</summary>") && text.contains("（至2019年3月31日）"))
    }

    @Test("an item by tier gives its terms under each rule of publication")
    func itemByTier() async throws {
        let text = try await page(.item("late-report"), .en)
        #expect(text.contains("Decisions from 1 April 2026") && text.contains("Decisions until 31 March 2026"))
        #expect(text.contains("the sector’s own maximum is 2 years"))
    }

    @Test("an entry leads to its clause and its laws")
    func entry() async throws {
        let text = try await page(.entry(7))
        #expect(text.contains("<a href=\"/plan/1.1\">1.1 信用制度</a>"))
    }
}

import Foundation
import TestSupport
import Testing

@Suite("xinyuan layout, and departments' own exports handed in")
struct LayoutCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace(catalogue: Folders.layoutCatalogue)
    }

    private static let permits =
        [["许可类型", "项目名称", "污染源编号", "登记号/许可证编号", "批文号", "发证(批准)日期", "企业名称", "记录id"]]
        + (1...3).map { ["排水许可", "测试\($0)期工程", "00\($0)", "无", "测环许〔2020〕\($0)号", "2020-07-0\($0)", "旧名", "\($0)"] }

    private static let register = [
        ["单位名称", "注册号/统一社会信用代码", "污染源编码", "生产地址", "污染源类别"],
        ["测试食品有限公司", Sheets.code, "001", "测试路1号", "废气"], ["测试食品有限公司二厂", Sheets.code, "002", "测试路2号", "废气"],
    ]

    private func writePermits() throws {
        try place.write(Self.permits, to: "permits.csv")
        try place.write(Self.register, to: "register.csv")
    }

    @Test("The example's catalogue is sound")
    func isSound() async throws {
        let run = try await place.run("catalogue", "check")
        #expect(run.status == 0, "\(run)")
    }

    @Test("list and show say what is there, in both languages", arguments: ["zh", "en"])
    func words(language: String) async throws {
        let list = try await place.run("layout", "list", "--lang", language)
        #expect(list.output.contains("env-permits") && list.output.contains("procurement-prices"))
        let show = try await place.run("layout", "show", "env-permits", "--lang", language)
        #expect(show.output.contains("permits.污染源编号 = enterprises.污染源编码"))
        let prices = try await place.run("layout", "show", "procurement-prices", "--lang", language)
        #expect(prices.output.contains(language == "zh" ? "不是信用记录" : "no credit record"))
        #expect(try await place.run("layout", "show", "nothing").status == 2)
        let empty = try await Workplace().run("layout", "list", "--lang", language)
        #expect(empty.status == 0 && empty.output.contains("layout suggest"))
    }

    @Test("Two files that belong together are checked as one, in either order; a row without a partner is named")
    func checksTogether() async throws {
        try writePermits()
        for files in [["permits.csv", "register.csv"], ["register.csv", "permits.csv"]] {
            let run = try await place.run(list: ["check"] + files + ["--received", "2020-09-01", "--json"])
            let object = try run.object()
            #expect(["rows", "admitted", "refused"].map { object[$0] as? Int } == [3, 2, 1])
            #expect(object["template"] as? String == "env-permits")
            let faults = try #require(object["faults"] as? [[String: Any]])
            #expect(faults.map { $0["code"] as? String } == ["join-missing"] && faults.first?["row"] as? Int == 4)
        }
        let alone = try await place.run("check", "permits.csv", "--received", "2020-09-01")
        #expect(alone.status == 2 && alone.trouble.contains("污染源编码"), "\(alone)")
    }

    @Test("Handed in, one code with two sites is one organisation; handed in again, nothing is new")
    func submits() async throws {
        try writePermits()
        let submit = ["submit", "permits.csv", "register.csv", "--layout", "env-permits", "--from", "市生态环境局", "--json"]
        let first = try await place.run(list: submit).object()
        let receipt = try #require(first["receipt"] as? [String: Any])
        #expect(receipt["added"] as? Int == 2 && receipt["item"] as? String == "licence")
        let again = try await place.run(list: submit).object()
        #expect((again["receipt"] as? [String: Any])?["unchanged"] as? Int == 2)
        let file = try await place.run("file", Sheets.code)
        #expect(file.output.contains("测试1期工程") && file.output.contains("测试2期工程"), "\(file)")
    }

    @Test("The marked-up copy shows the fault at the column by which the row was to find its partner")
    func marked() async throws {
        try writePermits()
        let run = try await place.run(
            list: ["check", "permits.csv", "register.csv", "--received", "2020-09-01", "--marked", "marked.xlsx"]
        )
        #expect(run.status == 1 && FileManager.default.fileExists(atPath: place.file("marked.xlsx").path), "\(run)")
    }

    @Test("What no column says is given by the sender; without it nothing adverse is taken in")
    func given() async throws {
        try place.write(
            [
                ["企业、单位名称", "纳税人识别号", "经营地点", "欠税税种", "欠税余额(万元)"],
                [
                    "测试食品有限公司", "220402" + String(Sheets.code.dropFirst(8).prefix(9)), "测试路1号", "增值税",
                    "0.23300999999999998",
                ],
            ],
            to: "arrears.csv"
        )
        let check = ["check", "arrears.csv", "--received", "2020-09-01", "--json"]
        let without = try await place.run(list: check).object()
        #expect(without["refused"] as? Int == 1)
        let give = ["--give", "docNumber=测税公告〔2020〕1号", "--give", "decidedOn=2020-08-20"]
        let with = try await place.run(list: check + give + ["--from", "tax"])
        #expect(try with.object()["admitted"] as? Int == 1, "\(with)")
        let unasked = try await place.run(list: check + ["--give", "owed=1"])
        #expect(unasked.status == 2 && unasked.trouble.contains("docNumber"))
        #expect(try await place.run(list: check + ["--give", "docNumber"]).status == 2)
    }

    @Test("suggest drafts a layout, or says why there is none")
    func suggests() async throws {
        try writePermits()
        let run = try await place.run(
            "layout",
            "suggest",
            "register.csv",
            "permits.csv",
            "--out",
            "draft.yaml",
            "--item",
            "licence"
        )
        #expect(run.status == 0 && run.output.contains("draft.yaml"), "\(run)")
        let draft = try String(contentsOf: place.file("draft.yaml"), encoding: .utf8)
        #expect(draft.contains("item: licence") && draft.contains("leftOut:"))
        try place.write([["品名", "价格"], ["甲", "1.00"], ["乙", "2.00"]], to: "prices.csv")
        let none = try await place.run("layout", "suggest", "prices.csv", "--lang", "en")
        #expect(none.status == 1 && none.output.contains("like no item"), "\(none)")
        #expect(try await place.run("layout", "suggest", "prices.csv", "--item", "nothing").status == 2)
    }
}

import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import Foundation
import TestSupport
import Testing

@Suite("A layout is suggested")
struct SuggestTests {
    private let day: Day

    init() throws {
        day = try #require(Day(iso: "2020-09-01"))
    }

    private func suggest(
        _ paths: [String],
        item: String? = nil,
        _ catalogue: Catalogue
    ) throws -> LayoutSuggestion.Outcome {
        let wanted = item.flatMap { catalogue.item($0) }
        return try LayoutSuggestion.make(TableSet(paths: paths), catalogue: catalogue, item: wanted, today: day)
    }

    private func draft(
        _ paths: [String],
        item: String? = nil,
        in language: Language = .zh,
        _ catalogue: Catalogue
    ) throws -> String {
        guard case .draft(let draft) = try suggest(paths, item: item, catalogue) else { return "" }
        return draft.yaml(id: "own", in: language)
    }

    private static let permits: [[String]] =
        [["证号", "持证单位", "文号", "批准日期", "有效期限", "法人身份证", "许可类型", "备案"]]
        + (1...20)
        .map { number in
            [
                MadeUpCodes.one + "00\(number % 10)P", "测试\(number)号有限公司", "测许〔2020〕\(number)号",
                "2020-07-\(number + 10)",
                "2020-07-01至2023-06-30", "220402188001010028", "排水", number == 1 ? "" : "是",
            ]
        }

    @Test("Codes, documents, days and periods are known by their looks, and the draft is a sound layout")
    func looks() throws {
        let city = try LayoutCity()
        let path = try city.write("permits.csv", Self.permits)
        let text = try draft([path], city.catalogue())
        for line in [
            "item: licence", "{field: name, heading: 持证单位}", "{field: code, heading: 证号, steps: [{take: 1-18}]}",
            "{field: docNumber, heading: 文号}", "{field: decidedOn, heading: 批准日期}",
            "{field: validFrom, heading: 有效期限, steps: [{split: 至, part: 1}]}",
            "{field: validUntil, heading: 有效期限, steps: [{split: 至, part: 2}]}", "# 疑问：代码表里没有：“排水”",
        ] {
            #expect(text.contains(line), "\(line) in \(text)")
        }
        #expect(!text.contains("220402188001010028") && text.contains("公民身份号码，不收"))
        let own = try LayoutCity(layout: text)
        #expect(own.problems() == [])
        let run = try #require(try own.read([path]))
        #expect(run.rows == 20 && !run.faults.contains { $0.column == "证号" })
    }

    @Test("Tables that belong together are joined by the column whose values are found in the other")
    func joins() throws {
        let city = try LayoutCity()
        let register =
            [["编码", "单位名称", "统一社会信用代码"]]
            + (1...20).map { ["P\(100 + $0)", "测试\($0)号有限公司", $0 % 2 == 0 ? MadeUpCodes.one : MadeUpCodes.two] }
        let list = [["污染源", "文号", "批准日期"]] + (1...40).map { ["P\(101 + $0 % 20)", "测许〔2020〕\($0)号", "2020-07-02"] }
        let paths = [try city.write("register.csv", register), try city.write("list.csv", list)]
        let text = try draft(paths, item: "licence", in: .en, city.catalogue())
        #expect(text.contains("on: {污染源: 编码}  # 100 % of the values are found there"))
        #expect(text.contains("{field: code, table: table1, heading: 统一社会信用代码}"))
        let own = try LayoutCity(layout: text)
        #expect(own.problems() == [])
        #expect(try own.read(paths)?.counts == [40, 40, 0, 0, 0])
    }

    @Test("Taxpayer numbers of fifteen give organisation codes; what no column says is asked of the sender")
    func taxNumbers() throws {
        let city = try LayoutCity()
        let rows = (1...9).map { ["测试\($0)号有限公司", "220402" + MadeUpCodes.organisation, "增值税", "0.2330\($0)"] }
        let path = try city.write("arrears.csv", [["纳税人", "纳税人识别号", "欠税税种", "欠税余额（万元）"]] + rows)
        let text = try draft([path], city.catalogue())
        #expect(text.contains("{field: orgCode, heading: 纳税人识别号, steps: [{take: 7-15}]}"))
        #expect(text.contains("{field: owed, heading: \"欠税余额（万元）\", steps: [{unit: 万元}]}"))
        #expect(text.contains("given: [docNumber, decidedOn, authority]"))
        let own = try LayoutCity(layout: text)
        let given = ["docNumber": "测公告1号", "decidedOn": "2020-07-01", "authority": "沿江市税务局"]
        let run = try #require(try own.read([path], given: given))
        #expect(run.admitted == 9 && run.text("owed") == "233010")
    }

    @Test("Words that hardly repeat may be names: none of them stands in the draft")
    func noNames() throws {
        let city = try LayoutCity()
        let rows = (1...9).map { ["测试\($0)号有限公司", "测许〔2020〕\($0)号", "2020-07-01", "甲某\($0)"] }
        let path = try city.write("list.csv", [["单位", "文号", "日期", "许可类别负责人"]] + rows)
        let text = try draft([path], item: "licence", city.catalogue())
        #expect(!text.isEmpty && !text.contains("甲某"))
    }

    @Test("What is like no item of the catalogue is said so, with the grounds")
    func none() throws {
        let city = try LayoutCity()
        let rows = (1...9).map { ["疫苗\($0)", "0.5ml", "\($0)8.50", "测试\($0)号有限公司"] }
        let path = try city.write("prices.csv", [["品种", "规格", "价格", "厂家"]] + rows)
        guard case .none(let grounds) = try suggest([path], city.catalogue()) else {
            Issue.record("a price list was taken for records")
            return
        }
        #expect(grounds.map(\.zh).contains { $0.contains("作出决定的日期") })
        #expect(grounds.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
    }

    @Test(
        "Real exports: what is suggested is sound, and what it is for is right",
        .enabled(if: RealExports.arePresent, "../shared/data is not here"),
        arguments: [
            (["cn-env-shanghai-2020/discharge_licences_national.csv"], "licence", ["take: 1-18", "split: 至"]),
            (["cn-tax-arrears/nanhai_2015Q2_enterprises.csv"], "tax-arrears", ["take: 7-15", "unit: 万元", "given: "]),
            (
                ["cn-env-shanghai-2020/enterprises.csv", "cn-env-shanghai-2020/permits_other.csv"], "licence",
                ["{污染源编号: 污染源编码}", "docNumber"]
            ),
            (["cn-procurement-vaccine/raw_辽宁省2017.xlsx"], "", []),
        ]
    )
    func real(files: [String], item: String, parts: [String]) throws {
        let catalogue = try Folders.layoutCity.get()
        let text = try draft(files.map { RealExports.folder + $0 }, catalogue)
        #expect(text.isEmpty == item.isEmpty && (item.isEmpty || text.contains("item: \(item)")))
        for part in parts { #expect(text.contains(part), "\(part) in \(text)") }
        if !text.isEmpty { #expect(try LayoutCity(layout: text).problems() == []) }
    }
}

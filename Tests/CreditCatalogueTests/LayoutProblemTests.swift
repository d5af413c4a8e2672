import CreditCatalogue
import CreditModel
import Foundation
import TestSupport
import Testing

/// Every fault of a layout names the file, the line and what to do.
@Suite("Faults of layouts")
struct LayoutProblemTests {
    struct Break: Sendable, CustomTestStringConvertible {
        let text: String
        let other: String
        let line: Int
        let says: String
        let remedy: String
        var testDescription: String { "\(text) → \(other)" }

        init(_ text: String, into other: String, line: Int, says: String, remedy: String) {
            (self.text, self.other, self.line, self.says, self.remedy) = (text, other, line, says, remedy)
        }
    }

    static let layout = """
        id: quota-export
        name: {zh: 导出表, en: Export}
        item: water-quota
        departments: [water-office]
        tables:
          - {id: quotas, main: yes, headings: [编号, [水表, 表号], 日期]}
          - {id: users, headings: [编号, 单位]}
        joins:
          - {table: users, on: {编号: 编号}, partner: required, several: first}
        columns:
          - {field: name, table: users, heading: 单位}
          - {field: meter, heading: 水表, steps: [{take: 1-9}, {prefix: SX-}]}
          - {field: meterKind, heading: 类型, steps: [{translate: {甲: 机械表}, otherwise: empty}]}
          - {field: deposit, heading: 保证金, steps: [{unit: 万元}]}
          - {field: decidedOn, heading: 日期, steps: [{date: dmy}]}
        constants: {validUntil: 2099-12-31}
        given: [code]
        skip:
          - {heading: 编号, values: [""], reason: {zh: 空行, en: empty}}
        leftOut: [经办人]
        none: [暂无]

        """

    static let breaks = [
        Break("id: quota-export", into: "id: water-quota", line: 1, says: "重复", remedy: "改名"),
        Break("id: quota-export", into: "id: quota-export\nheads: x", line: 2, says: "heads", remedy: "leftOut"),
        Break("item: water-quota", into: "item: water", line: 3, says: "water", remedy: "water-quota"),
        Break("[water-office]", into: "[upstream-government]", line: 4, says: "upstream", remedy: "water-office"),
        Break("main: yes", into: "main: no", line: 5, says: "主表", remedy: "main: yes"),
        Break("id: users, headings", into: "id: quotas, headings", line: 7, says: "重复", remedy: "改名"),
        Break("{table: users, on", into: "{table: people, on", line: 9, says: "people", remedy: "users"),
        Break("on: {编号: 编号}", into: "on: {}", line: 9, says: "哪一列", remedy: "on:"),
        Break("several: first", into: "several: last", line: 9, says: "last", remedy: "first"),
        Break("{field: name,", into: "{field: user,", line: 11, says: "user", remedy: "name"),
        Break("table: users, heading", into: "table: people, heading", line: 11, says: "people", remedy: "quotas"),
        Break("heading: 水表,", into: "heading: 水表, firstOf: [a], ", line: 12, says: "一种来源", remedy: "firstOf"),
        Break("take: 1-9", into: "take: 9-1", line: 12, says: "第几个字", remedy: "1-18"),
        Break("{take: 1-9}", into: "{take: 1-9, prefix: a}", line: 12, says: "一件事", remedy: "split"),
        Break("{take: 1-9}", into: "{unit: 元}", line: 12, says: "unit", remedy: "删去"),
        Break("甲: 机械表", into: "甲: 电子表", line: 13, says: "电子表", remedy: "机械表"),
        Break("otherwise: empty", into: "otherwise: guess", line: 13, says: "guess", remedy: "refuse"),
        Break("unit: 万元", into: "unit: 美元", line: 14, says: "美元", remedy: "万元"),
        Break("date: dmy", into: "date: ydm", line: 15, says: "ydm", remedy: "mdy"),
        Break("{field: decidedOn,", into: "{field: validUntil,", line: 16, says: "重复", remedy: "改名"),
        Break("  - {field: name, table: users, heading: 单位}\n", into: "", line: 10, says: "name", remedy: "given"),
        Break("constants: {validUntil", into: "constants: {until", line: 16, says: "until", remedy: "validUntil"),
        Break("given: [code]", into: "given: [meter]", line: 17, says: "重复", remedy: "改名"),
        Break("values: [\"\"], ", into: "", line: 19, says: "跳过", remedy: "containing"),
    ]

    @Test("A sound layout is read as it is written")
    func isRead() throws {
        let scratch = try scratch(Self.layout)
        defer { scratch.remove() }
        #expect(scratch.problems() == [])
        let layout = try #require(try CatalogueLoader.load(from: scratch.path).layout("quota-export"))
        #expect(layout.item == "water-quota" && layout.tables.map(\.id) == ["quotas", "users"])
        #expect(layout.tables[0].headings[1] == Layout.Heading("水表", variants: ["表号"]))
        #expect(layout.joins[0].isRequired && layout.joins[0].takesFirst)
        #expect(layout.columns[1].steps == [.take(1...9), .prefix("SX-")])
        #expect(layout.columns[2].steps == [.translate(["甲": "机械表"], otherwise: .empty)])
        #expect(layout.columns[3].steps == [.unit(1_000_000)] && layout.columns[4].steps == [.date(.dayFirst)])
        #expect(layout.skips[0].values == [""] && layout.none == ["暂无"])
    }

    @Test("Whatever is wrong is said with file, line and remedy", arguments: breaks)
    func isNamed(broken: Break) throws {
        try #require(Self.layout.contains(broken.text))
        let scratch = try scratch(Self.layout.replacing(broken.text, with: broken.other, maxReplacements: 1))
        defer { scratch.remove() }
        let problems = scratch.problems()
        let said = problems.contains {
            $0.file == "layouts/quota.yaml" && $0.line == broken.line && $0.what.zh.contains(broken.says)
                && $0.remedy.zh.contains(broken.remedy) && !$0.what.en.isEmpty && !$0.remedy.en.isEmpty
        }
        #expect(said, "\(problems.map { $0.text(in: .zh) })")
    }

    @Test("What is no credit record needs a ground and nothing else")
    func notARecord() throws {
        let text = """
            id: prices
            name: {zh: 价格表, en: Prices}
            notARecord: {zh: 不是决定, en: no decision}
            tables:
              - {id: prices, headings: [品名, 价格], named: "*价格*.xls?"}

            """
        let scratch = try scratch(text)
        defer { scratch.remove() }
        let layout = try #require(try CatalogueLoader.load(from: scratch.path).layout("prices"))
        #expect(layout.content == .notARecord(ground: Bilingual(zh: "不是决定", en: "no decision")))
        let more = try self.scratch(text + "item: water-quota\n")
        defer { more.remove() }
        #expect(more.problems().map(\.line) == [6])
    }

    @Test(
        "Patterns of names",
        arguments: [
            ("*许可*", "六月许可表", true), ("permits*", "PERMITS_2020", true), ("permits", "permits2", false),
            ("*", "", true),
            ("a*b*c", "aXbYbc", true), ("a*b*c", "acb", false),
        ]
    )
    func patterns(pattern: String, name: String, fits: Bool) {
        #expect(Layout.Table(id: "t", headings: [], pattern: pattern).isNamed(name) == fits)
    }

    private func scratch(_ layout: String) throws -> ScratchCatalogue {
        let scratch = try ScratchCatalogue()
        let folder = URL(fileURLWithPath: scratch.path).appendingPathComponent("layouts")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try scratch.write("layouts/quota.yaml", layout)
        return scratch
    }
}

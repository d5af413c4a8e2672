import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditSheets
import TestSupport
import Testing

@Suite("Rows by a layout")
struct LayoutRowsTests {
    private static let licence = """
        id: own
        name: {zh: 自有许可表, en: Own licences}
        item: licence
        tables:
          - id: list
            headings: [单位, 文号, 日期]
        columns:
          - {field: name, heading: 单位}
          - {field: code, heading: 代码, STEPS}
          - {field: docNumber, firstOf: [文号, 证号]}
          - {field: decidedOn, heading: 日期, DATE}
          - {field: docTitle, together: [事项, 备注], between: ／}
        constants: {licenceKind: 普通, content: 测试许可}
        leftOut: [序号]
        none: [暂无]

        """

    private static func licence(steps: String = "steps: []", date: String = "steps: []") -> String {
        licence.replacing("STEPS", with: steps).replacing("DATE", with: date)
    }

    private static let headings = ["序号", "单位", "代码", "文号", "证号", "日期", "事项", "备注"]

    private func row(_ changes: [String: String] = [:]) -> [String] {
        let clean = [
            "序号": "1", "单位": "测试食品有限公司", "代码": MadeUpCodes.one, "文号": "测许〔2020〕1号", "日期": "2020-07-01",
            "事项": "食品经营",
        ]
        return Self.headings.map { changes[$0] ?? clean[$0] ?? "" }
    }

    private func read(
        _ rows: [[String]],
        steps: String = "steps: []",
        date: String = "steps: []"
    ) throws -> LaidOut {
        let city = try LayoutCity(layout: Self.licence(steps: steps, date: date))
        let path = try city.write("own.csv", [Self.headings] + rows)
        return try #require(try city.read([path]))
    }

    @Test("Columns, constants, the first of several and several together fill the fields")
    func fills() throws {
        let run = try read([row(), row(["文号": "暂无", "证号": "XK-1", "备注": "补办"])])
        #expect(run.counts == [2, 2, 0, 0, 0] && run.marks.isEmpty)
        #expect(run.text("licenceKind") == "普通" && run.text("content") == "测试许可")
        #expect(["docNumber", "docTitle"].map { run.text($0, 0) } == ["测许〔2020〕1号", "食品经营"])
        #expect(["docNumber", "docTitle"].map { run.text($0, 1) } == ["XK-1", "食品经营／补办"])
    }

    @Test("A fault names the sender's own column and row")
    func faults() throws {
        let run = try read([
            row(), row(["代码": MadeUpCodes.one.replacing("J", with: "K")]), row(["文号": "无", "证号": "null"]),
        ])
        #expect(run.counts == [3, 1, 0, 2, 0])
        #expect(run.faults.map(\.row) == [3, 4])
        #expect(run.faults.map(\.column) == ["代码", "文号、证号"])
        #expect(run.faults.map(\.code) == [.codeCheck, .requiredMissing])
    }

    @Test(
        "Steps change a cell before it is checked",
        arguments: [
            ("steps: [{take: 1-18}]", MadeUpCodes.one + "001P", MadeUpCodes.one),
            ("steps: [{split: ；, part: 2}]", "旧号；" + MadeUpCodes.one, MadeUpCodes.one),
            ("steps: [{split: '：', part: 2}, {take: 3-20}]", "代码：统一" + MadeUpCodes.two, MadeUpCodes.two),
            ("steps: [{translate: {甲: \(MadeUpCodes.two)}, otherwise: keep}]", "甲", MadeUpCodes.two),
            ("steps: [{translate: {甲: \(MadeUpCodes.two)}, otherwise: keep}]", MadeUpCodes.one, MadeUpCodes.one),
            ("steps: [{prefix: 91220402}]", String(MadeUpCodes.one.dropFirst(8)), MadeUpCodes.one),
        ]
    )
    func steps(steps: String, cell: String, code: String) throws {
        let run = try read([row(["代码": cell])], steps: steps)
        #expect(run.text("code") == code && run.admitted == 1)
    }

    @Test("What a translation does not name is refused and named, or counts as empty where the layout says so")
    func notTranslated() throws {
        let refusing = "steps: [{translate: {甲: \(MadeUpCodes.two)}}]"
        let run = try read([row(["代码": "乙"])], steps: refusing)
        #expect(run.marks == ["代码:value-not-translated": 1] && run.refused == 1)
        #expect(run.faults.first?.value == "乙" && run.faults.first?.detail?.zh == "甲")
        let emptying = "steps: [{translate: {甲: \(MadeUpCodes.two)}, otherwise: empty}]"
        #expect(try read([row(["代码": "乙"])], steps: emptying).held == 1)
    }

    @Test(
        "Dates in another order are read by it; what is not of that form is refused as no date",
        arguments: [
            ("dmy", "1/7/2020", "2020-07-01"), ("mdy", "7/1/2020", "2020-07-01"), ("dmy", "2020-07-01", "2020-07-01"),
            ("dmy", "1/7/20", nil), ("mdy", "13/1/2020", nil),
        ]
    )
    func dates(order: String, cell: String, day: String?) throws {
        let run = try read([row(["日期": cell])], date: "steps: [{date: \(order)}]")
        #expect(run.text("decidedOn") == day)
        #expect((run.refused == 1) == (day == nil))
    }

    @Test("A cell behind the last heading refuses its row: nobody can say which columns were shifted")
    func tooWide() throws {
        let run = try read([row() + ["", "多"], row() + ["", ""]])
        #expect(run.counts == [2, 1, 0, 1, 0] && run.marks == [":row-too-wide": 1])
    }

    @Test("A column that the layout does not speak of is told, one left out on purpose is not")
    func unknownColumns() throws {
        let city = try LayoutCity(layout: Self.licence())
        let path = try city.write("own.csv", [Self.headings + ["经办人"], row() + ["某人"]])
        let run = try #require(try city.read([path]))
        #expect(run.marks == ["经办人:unknown-column": 1] && run.admitted == 1)
    }

    @Test("A required field whose column is not there refuses the whole table")
    func missingColumn() throws {
        let layout = Self.licence().replacing("heading: 单位}", with: "heading: 单位名称}")
        let city = try LayoutCity(layout: layout)
        let run = try #require(try city.read([try city.write("own.csv", [Self.headings, row()])]))
        #expect(run.counts == [1, 0, 0, 1, 0])
        #expect(run.marks["单位名称:missing-column"] == 1)
    }

    @Test("Every number of a person that a fault or a record could show is masked (limit 8)")
    func masked() throws {
        let citizen = "220402188001010028"
        let run = try read([row(["代码": citizen])], steps: "steps: [{translate: {甲: \(MadeUpCodes.two)}}]")
        #expect(!run.faults.isEmpty && run.faults.allSatisfy { !$0.value.contains(citizen) })
    }
}

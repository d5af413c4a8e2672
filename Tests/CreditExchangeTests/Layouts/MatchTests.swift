import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import TestSupport
import Testing

@Suite("Which layout a table is in")
struct MatchTests {
    private let city: LayoutCity
    private let options: Intake.Options

    init() throws {
        city = try LayoutCity(layout: Self.layout)
        let day = try #require(Day(iso: "2020-09-01"))
        options = Intake.Options(receivedOn: day, personalKey: .init(repeating: 1, count: 32))
    }

    private static let layout = """
        id: own
        name: {zh: 自有荣誉表, en: Own honours}
        item: honour
        departments: [environment]
        tables:
          - {id: list, headings: [[企业, 企业名称], 荣誉, 日期], named: "*荣誉*"}
        columns:
          - {field: name, heading: 企业}
          - {field: honour, heading: 荣誉}
          - {field: decidedOn, heading: 日期}
          - {field: authority, heading: 机关}
        skip:
          - {heading: 荣誉, values: [合计, ""], containing: [补助], reason: {zh: 不是荣誉, en: no honour}}
          - {heading: 企业, values: [小计], reason: {zh: 小计行, en: a subtotal}}

        """

    private static let rows = [
        ["二〇二〇年荣誉", "", "", ""], ["企业名称", "荣 誉", "＊日期", "机关"],
        ["测试食品有限公司", "环境友好企业", "2020-07-01", "沿江市生态环境局"], ["测试食品有限公司", "治理补助", "2020-07-02", "沿江市生态环境局"],
        ["测试食品有限公司", "合计", "", ""], ["小计", "x", "", ""],
    ]

    @Test("By headings in any of their spellings below instructions, and by the file's name where it matters")
    func recognised() throws {
        let catalogue = try city.catalogue()
        let named = try IntakeFile(
            path: try city.write("荣誉2020.csv", Self.rows),
            catalogue: catalogue,
            options: options
        )
        #expect(named.tables.map(\.match.template.id) == ["own"] && named.tables.map(\.headingRow) == [2])
        #expect(throws: IntakeProblem.self) {
            try IntakeFile(path: try city.write("other.csv", Self.rows), catalogue: catalogue, options: options)
        }
    }

    @Test("Rows that are no records are left out, counted by reason, and told")
    func skipped() throws {
        let path = try city.write("荣誉.csv", Self.rows)
        let findings = Findings()
        _ = try FileCheck(catalogue: city.catalogue(), options: options).run(path: path, into: findings)
        let found = try #require(findings.tables.first)
        #expect(found.rows.rows == 1 && found.rows.held == 1, "\(found.rows) \(found.faults) \(found.skipped)")
        #expect(found.skipped.map(\.rows) == [2, 1] && found.skipped.map(\.first) == [4, 6])
        #expect(found.skipped[0].line(.zh).contains("2 行") && found.skipped[0].line(.en).contains("no honour"))
    }

    @Test("Another department's layout is not recognised, and refused where it is named")
    func departments() throws {
        let path = try city.write("荣誉.csv", Self.rows)
        let catalogue = try city.catalogue()
        let set = try TableSet(paths: [path])
        let tax = try #require(catalogue.departments["tax"])
        #expect(try LayoutMatch.find(in: set, catalogue: catalogue, department: tax).isEmpty)
        #expect(try LayoutMatch.find(in: set, catalogue: catalogue).count == 1)
        let run = try #require(
            try LaidOut.read([path], catalogue, named: "own", department: "tax", on: options.receivedOn).first
        )
        #expect(run.faults.first?.code == .departmentNotSource && run.refused == run.rows)
    }

    @Test("A form of the platform stays one, though a layout would know its headings too")
    func templates() throws {
        let catalogue = try city.catalogue()
        let template = try #require(catalogue.item("licence")?.templates.first)
        let path = try city.write("form.csv", [template.columns.map(\.heading)])
        let file = try IntakeFile(path: path, catalogue: catalogue, options: options)
        #expect(file.tables.map(\.match.template.id) == [template.id])
    }

    @Test("Named, a layout that does not fit says which columns are wanting")
    func misnamed() throws {
        let path = try city.write("荣誉.csv", Self.rows)
        var named = options
        named.template = "discharge-licences"
        let problem = #expect(throws: IntakeProblem.self) {
            try IntakeFile(path: path, catalogue: city.catalogue(), options: named)
        }
        #expect(problem?.message(in: .en).contains("许可证编号 | 单位名称") == true)
        named.template = "own"
        named.given = ["docNumber": "x"]
        let file = try IntakeFile(path: path, catalogue: city.catalogue(), options: named)
        #expect(throws: IntakeProblem.self) { try file.open(try #require(file.tables.first)) }
    }
}

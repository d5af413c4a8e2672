import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditSheets
import TestSupport
import Testing

@Suite("Tables that point to others")
struct JoinTests {
    private static func layout(partner: String = "required", several: String = "refuse") -> String {
        """
        id: own
        name: {zh: 自有许可表, en: Own licences}
        item: licence
        tables:
          - {id: list, main: yes, headings: [编号, 文号, 日期]}
          - {id: register, headings: [编码, 单位, 代码]}
        joins:
          - {table: register, on: {编号: 编码}, partner: \(partner), several: \(several)}
        columns:
          - {field: name, table: register, heading: 单位}
          - {field: code, table: register, heading: 代码}
          - {field: holder, heading: 证载名称}
          - {field: docNumber, heading: 文号}
          - {field: decidedOn, heading: 日期}
        constants: {docTitle: 测试, licenceKind: 普通, content: 测试}

        """
    }

    private static let list = ["编号", "文号", "日期", "证载名称"]
    private static let register = [
        ["编码", "单位", "代码", "电话"],
        ["001", "测试食品有限公司", MadeUpCodes.one, "1"],
        // The same organisation at two sites.
        ["002", "测试食品有限公司二厂", MadeUpCodes.one, "2"],
        ["003", "测试商贸有限公司", MadeUpCodes.two, "3"],
        // Twice, and the cells that are needed say the same.
        ["003", "测试商贸有限公司", MadeUpCodes.two, "4"],
        // Twice, and they differ.
        ["004", "测试商贸有限公司", MadeUpCodes.two, ""],
        ["004", "测试食品有限公司", MadeUpCodes.one, ""],
    ]

    private func read(
        _ keys: [String],
        partner: String = "required",
        several: String = "refuse",
        isReversed: Bool = false
    ) throws -> LaidOut {
        let city = try LayoutCity(layout: Self.layout(partner: partner, several: several))
        let rows = keys.enumerated().map { [$1, "测许〔2020〕\($0)号", "2020-07-01", "旧名"] }
        let paths = [try city.write("licences.csv", [Self.list] + rows), try city.write("register.csv", Self.register)]
        return try #require(try city.read(isReversed ? paths.reversed() : paths))
    }

    @Test(
        "Each row finds its own, in whatever order the files come; one code at two sites is no fault",
        arguments: [false, true]
    )
    func joined(isReversed: Bool) throws {
        let run = try read(["001", " 002 ", "003", "001"], isReversed: isReversed)
        #expect(run.counts == [4, 4, 0, 0, 0] && run.marks.isEmpty)
        #expect(run.records.map(\.subject.name) == ["测试食品有限公司", "测试食品有限公司二厂", "测试商贸有限公司", "测试食品有限公司"])
        #expect(
            run.records.compactMap { $0.subject.creditCode?.text }
                == [0, 0, 1, 0].map { [MadeUpCodes.one, MadeUpCodes.two][$0] }
        )
        #expect(run.text("holder") == "旧名")
    }

    @Test("A row without a partner is refused with that fault alone, naming both tables' words")
    func missing() throws {
        let run = try read(["001", "009", ""])
        #expect(run.counts == [3, 1, 0, 2, 0])
        #expect(run.faults.map(\.code) == [.joinMissing, .joinMissing])
        #expect(run.faults.map(\.column) == ["编号", "编号"] && run.faults.map(\.value) == ["009", ""])
        #expect(run.faults.first?.detail?.zh == "register")
    }

    @Test("Several partners that differ refuse a row, or the first is taken where the layout says so")
    func several() throws {
        let refused = try read(["004", "003"])
        #expect(refused.counts == [2, 1, 0, 1, 0] && refused.marks == ["编号:join-ambiguous": 1])
        let first = try read(["004"], several: "first")
        #expect(first.records.map(\.subject.name) == ["测试商贸有限公司"])
    }

    @Test("Where a partner may be missing, what would come from it is empty, and the checks say what follows")
    func optional() throws {
        let run = try read(["009"], partner: "optional")
        #expect(run.refused == 1 && run.marks["register · 单位:required-missing"] == 1)
    }

    @Test("A fault in a joined cell is called by the other table's name and its heading")
    func joinedHeading() throws {
        let city = try LayoutCity(layout: Self.layout())
        let spoiled = [Self.register[0], ["001", "测试食品有限公司", "91220402TEWT90014K", ""]]
        let paths = [
            try city.write("licences.csv", [Self.list, ["001", "测许〔2020〕1号", "2020-07-01", ""]]),
            try city.write("register.csv", spoiled),
        ]
        let run = try #require(try city.read(paths))
        #expect(run.marks == ["register · 代码:code-check": 1])
        let set = try TableSet(paths: paths)
        let match = try #require(try LayoutMatch.find(in: set, catalogue: city.catalogue(), named: "own").first)
        let day = try #require(Day(iso: "2020-09-01"))
        let rows = try LayoutRows(match, set: set, catalogue: city.catalogue(), options: .init(receivedOn: day))
        #expect(rows.context.columns.map(\.heading) == ["register · 单位", "register · 代码", "证载名称", "文号", "日期"])
        #expect(rows.senderColumns == [nil, nil, 3, 1, 2])
    }

    @Test("Without the other table it is said which is wanting; beside it only the main one is records")
    func together() throws {
        let city = try LayoutCity(layout: Self.layout())
        let list = try city.write("licences.csv", [Self.list, ["001", "测许〔2020〕1号", "2020-07-01", ""]])
        let register = try city.write("register.csv", Self.register)
        let catalogue = try city.catalogue()
        let problem = #expect(throws: LayoutProblem.self) { try city.read([list]) }
        #expect(problem?.message(in: .zh).contains("编码 | 单位 | 代码") == true)
        let both = try FilesTogether([register, list], catalogue: catalogue, layout: nil, department: nil)
        #expect(both.main == list && both.others == [register])
        #expect(throws: LayoutProblem.self) {
            try FilesTogether([list, list], catalogue: catalogue, layout: nil, department: nil)
        }
        let day = try #require(Day(iso: "2020-09-01"))
        let options = Intake.Options(receivedOn: day, personalKey: .init(repeating: 1, count: 32))
        let file = try IntakeFile(path: list, beside: [register], catalogue: catalogue, options: options)
        #expect(file.tables.map(\.match.template.id) == ["own"])
        let intake = try file.open(try #require(file.tables.first))
        var faults: [Fault] = []
        #expect(try intake.next(&faults)?.outcome.isKept == true && faults.isEmpty)
        #expect(try intake.next(&faults) == nil)
    }
}

import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import Foundation
import TestSupport
import Testing

/// Departments' real exports under the example's layouts; the counts are those of docs/real-data.md.
@Suite("Real exports", .enabled(if: RealExports.arePresent, "../shared/data is not here: real exports are not read"))
struct RealExportTests {
    private let catalogue: Catalogue
    private let day: Day

    init() throws {
        catalogue = try Folders.layoutCity.get()
        day = try #require(Day(iso: "2020-09-01"))
    }

    /// One export: what is read with it, and what becomes of its rows.
    struct Export: Sendable, CustomTestStringConvertible {
        let file: String
        let beside: [String]
        let layout: String
        /// Rows, admitted, held, refused, left out.
        let counts: [Int]
        let marks: [String: Int]
        var testDescription: String { file }
    }

    static let register = "cn-env-shanghai-2020/enterprises.csv"

    static let exports = [
        Export(
            file: "cn-env-shanghai-2020/permits_construction_eia.csv",
            beside: [register],
            layout: "env-permits",
            counts: [1139, 1124, 0, 15, 0],
            marks: ["批文号、登记号/许可证编号:required-missing": 15, "许可类型:required-missing": 1]
        ),
        Export(
            file: "cn-env-shanghai-2020/permits_other.csv",
            beside: [register],
            layout: "env-permits",
            counts: [128, 128, 0, 0, 0],
            marks: [:]
        ),
        Export(
            file: "cn-env-shanghai-2020/permits_hazardous_waste.csv",
            beside: [register],
            layout: "env-hazardous-waste",
            counts: [48, 47, 0, 1, 0],
            marks: [
                "登记号/许可证编号:required-missing": 1, "经营方式/执行标准、核准经营规模:required-missing": 1,
                "发证机关:authority-unknown": 47,
            ]
        ),
        Export(
            file: "cn-env-shanghai-2020/honours.csv",
            beside: [register],
            layout: "env-honours",
            counts: [21, 21, 0, 0, 4],
            marks: ["颁奖部门:authority-unknown": 21]
        ),
        Export(
            file: "cn-env-shanghai-2020/discharge_licences_national.csv",
            beside: [],
            layout: "discharge-licences",
            counts: [167, 167, 0, 0, 0],
            marks: [:]
        ),
        Export(
            file: "cn-env-shanghai-2020/eia_approvals.csv",
            beside: [],
            layout: "eia-approvals",
            counts: [664, 0, 663, 1, 0],
            marks: [
                "统一社会信用代码:identity-missing": 664, "环评批文日期:required-missing": 1, "环评批文文号:required-missing": 1,
            ]
        ),
    ]

    @Test(
        "Each is read by its layout; what is admitted, waits, is refused or left out is as written down",
        arguments: exports
    )
    func counts(export: Export) throws {
        let paths = (export.beside + [export.file]).map { RealExports.folder + $0 }
        let runs = try LaidOut.read(paths, catalogue, department: "environment", on: day)
        #expect(runs.map(\.layout) == [export.layout])
        let run = try #require(runs.first)
        #expect(run.counts == export.counts)
        #expect(run.marks == export.marks)
    }

    @Test(
        "The codes that several names and sites share are each one subject: none of their rows is refused for its code"
    )
    func sharedCodes() throws {
        var names: [String: Set<String>] = [:]
        var reader = try SheetFile.open(path: RealExports.folder + Self.register)
        var row = SheetRow()
        while try reader.next(&row) { names[row.text(1), default: []].insert(row.text(6)) }
        let shared = Set(names.filter { $0.value.count > 1 }.keys)
        #expect(shared.count == 26 && names.filter { shared.contains($0.key) }.values.reduce(0) { $0 + $1.count } == 62)
        var rows = 0
        for file in ["permits_construction_eia", "permits_other", "permits_hazardous_waste"] {
            let paths = [Self.register, "cn-env-shanghai-2020/\(file).csv"].map { RealExports.folder + $0 }
            let run = try #require(try LaidOut.read(paths, catalogue, on: day).first)
            #expect(!run.marks.keys.contains { $0.contains("统一社会信用代码") })
            rows += run.records.count { record in record.subject.creditCode.map { shared.contains($0.text) } ?? false }
        }
        #expect(rows == 57)
    }

    @Test("Every shape of document number is kept as it was sent, the literal null and 无 count as nothing")
    func documentNumbers() throws {
        let paths = [Self.register, "cn-env-shanghai-2020/permits_construction_eia.csv"].map { RealExports.folder + $0 }
        let run = try #require(try LaidOut.read(paths, catalogue, on: day).first)
        var shapes: Set<String> = []
        for record in run.records {
            guard case .text(let number)? = record.fields["docNumber"] else { continue }
            #expect(number != "无" && number != "null")
            shapes.insert(String(number.map { $0.isNumber ? "9" : $0 }).replacing(/9+/, with: "9"))
        }
        #expect(shapes.count > 250)
        #expect(run.records.count { $0.fields["orgCode"] != nil } == 201)
    }

    @Test("Tax arrears name no announcement: they are refused, until their sender says which it was")
    func taxArrears() throws {
        let path = RealExports.folder + "cn-tax-arrears/nanhai_2015Q2_enterprises.csv"
        let without = try #require(try LaidOut.read([path], catalogue, department: "tax", on: day).first)
        #expect(without.counts == [178, 0, 0, 178, 0])
        #expect(without.marks == ["公告文号:document-missing": 178, "公告日期:required-missing": 178])
        let given = ["docNumber": "测税公告〔2015〕2号", "decidedOn": "2015-07-20"]
        let with = try #require(try LaidOut.read([path], catalogue, department: "tax", given: given, on: day).first)
        #expect(with.counts == [178, 178, 0, 0, 0] && with.marks.isEmpty)
        #expect(with.records.allSatisfy { $0.subject.creditCode == nil })
        #expect(Set(with.records.compactMap(\.subject.organisationCode)).count == 163)
    }

    @Test(
        "What is no credit record is said so, with the ground",
        arguments: [
            ("cn-procurement-vaccine/provincial_awards.csv", "procurement-awards"),
            ("cn-procurement-vaccine/raw_辽宁省2017.xlsx", "procurement-prices"),
            ("cn-procurement-vaccine/raw_吉林省.xls", "procurement-prices"),
            ("cn-procurement-vaccine/raw_广西.html", "procurement-prices"),
            ("cn-procurement-vaccine/raw_湖北省.htm", "procurement-prices"),
            ("cn-procurement-vaccine/raw_青海省.txt", "procurement-text"),
            ("cn-env-shanghai-2020/cleaner_production.csv", "cleaner-production"),
            ("cn-env-shanghai-2020/permits_discharge_points.csv", "env-discharge-points"),
            ("cn-env-shanghai-2020/enterprises.csv", "env-enterprises"),
        ]
    )
    func noRecords(file: String, layout: String) throws {
        let name = try #require(catalogue.layout(layout)).name
        let options = Intake.Options(receivedOn: day, personalKey: .init(repeating: 1, count: 32))
        let problem = #expect(throws: IntakeProblem.self) {
            try IntakeFile(path: RealExports.folder + file, catalogue: catalogue, options: options)
        }
        let said = try #require(problem)
        #expect(said.message(in: .zh).contains("不是信用记录") && said.message(in: .zh).contains(name.zh))
        #expect(said.message(in: .en).contains("no credit record") && said.message(in: .en).contains(name.en))
    }

    @Test("Handed in without the register that it points to, an export says which table is wanting")
    func incomplete() throws {
        let options = Intake.Options(receivedOn: day, personalKey: .init(repeating: 1, count: 32))
        let problem = #expect(throws: IntakeProblem.self) {
            try IntakeFile(
                path: RealExports.folder + "cn-env-shanghai-2020/honours.csv",
                catalogue: catalogue,
                options: options
            )
        }
        #expect(problem?.message(in: .zh).contains("注册号/统一社会信用代码 | 污染源编码") == true)
    }
}

/// Where the published files are.
enum RealExports {
    static let folder = Folders.data + "/"
    static let arePresent: Bool = {
        let isPresent = FileManager.default.fileExists(atPath: folder + "cn-env-shanghai-2020")
        if !isPresent { print("skipped: the published exports are not there (\(folder))") }
        return isPresent
    }()
}

import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditStore
import LibCrypto

/// `xinyuan check FILE`: what would become of a file; nothing is stored.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "查验一个文件，不保存 / check a file and store nothing",
        discussion: """
            例 / Example: xinyuan check 许可.xlsx --json
            部门自己的导出表，两个文件相互对照 / a department's own export in two files:
              xinyuan check 许可.csv 企业名册.csv --layout env-permits
            """
    )

    @Argument(help: "表格文件：CSV、XLSX、XLS、网页表格，或装着它们的 ZIP / a table: CSV, XLSX, XLS, a web page, or a ZIP of them")
    var files: [String]

    @Option(help: ArgumentHelp("模板或事项的编号 / the template's or item's id", valueName: "TEMPLATE"))
    var template: String?

    @OptionGroup var layouts: LayoutOptions

    @Option(
        help: ArgumentHelp("报送部门，查其能否报送 / the department, to check whether it may send this", valueName: "DEPARTMENT")
    )
    var from: String?

    @Option(help: ArgumentHelp("按哪一天收到算 / the day it counts as received", valueName: "YYYY-MM-DD"))
    var received: DayArgument?

    @Option(help: ArgumentHelp("只看这一张工作表 / look at this sheet alone", valueName: "NAME"))
    var sheet: String?

    @Option(help: ArgumentHelp("写出标了差错的工作簿 / write the workbook with its faults marked", valueName: "FILE"))
    var marked: String?

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let catalogue = try options.load()
        if let marked { for file in files { try MarkedFile.check(marked, isNot: file) } }
        let day = Clock(on: received?.day).instant.day
        let department = try from.map { try Departments.find($0, in: catalogue, on: day) }
        let together = try layouts.together(files, catalogue, department)
        let keys = try stores.keys()
        let check = FileCheck(
            catalogue: catalogue,
            options: Intake.Options(
                template: layouts.layout ?? template,
                department: department,
                receivedOn: day,
                personalKey: try keys?.personal ?? RandomBytes.make(32),
                sheet: sheet,
                given: layouts.given
            )
        )
        let report = FaultReport(catalogue, options.lang, json: json)
        let findings = Findings()
        var line = ProgressLine(options.lang == .zh ? "查验" : "checking")
        let unread = try check.run(
            path: together.main,
            beside: together.others,
            into: findings,
            listener: FileCheck.Listener(
                faults: { report.add($1, in: $0.name) },
                progress: { part, rows in
                    line.show(part, "\(rows)")
                    return true
                }
            )
        )
        line.clear()
        let tables = CheckedTables(findings.tables, unread)
        report.finish { tables.write(into: &$0) }
        if !json { tables.print(options.lang) }
        if let marked {
            try MarkedFile(
                catalogue,
                options.lang,
                try keys.map { SealedNumber(key: $0.personal, salt: try RandomBytes.make(16)) },
                on: day
            )
            .write(of: together.main, findings.tables, unread, to: marked, isQuiet: json)
        }
        throw ExitCode(tables.isClean ? 0 : 1)
    }
}

/// Finds departments by what people call them.
enum Departments {
    /// The source department of a full, short or former name, a code or an id; on a day where a name passed on.
    static func find(_ name: String, in catalogue: Catalogue, on day: Day) throws -> Department {
        if let department = catalogue.departments.source(named: name, on: day) { return department }
        let near = catalogue.departments.sources(near: name)
        let hint = near.map(\.name.zh).joined(separator: "、")
        throw Failure(
            "目录里没有报送部门“\(name)”。" + (hint.isEmpty ? "用 xinyuan catalogue list 查看。" : "是不是：\(hint)？"),
            "The catalogue has no source department “\(name)”. "
                + (hint.isEmpty ? "See `xinyuan catalogue list`." : "Did you mean: \(hint)?")
        )
    }
}

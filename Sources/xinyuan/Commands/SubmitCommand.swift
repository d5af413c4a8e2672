import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditSample
import CreditStore
import CreditStoreSQLite
import LibCrypto

/// `xinyuan submit FILE --from DEPARTMENT`: hands a file in; the receipt follows the commit.
struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "报送一个文件，得到回执 / hand a file in and get a receipt",
        discussion: """
            例 / Example: xinyuan submit 处罚.csv --from 市场监督管理局
            部门自己的导出表 / a department's own export: xinyuan submit 许可.csv 企业名册.csv --layout env-permits --from …
            样例城市 / a sample city: xinyuan submit --manifest demo/city/manifest.json
            同一文件再报一次，不会重复 / the same file again changes nothing
            """
    )

    @Argument(help: "表格文件：CSV、XLSX、XLS、网页表格，或装着它们的 ZIP / a table: CSV, XLSX, XLS, a web page, or a ZIP of them")
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "报送部门的全称、简称、旧称或代码 / the department's full, short or former name, or code",
            valueName: "DEPARTMENT"
        )
    )
    var from: String?

    @Option(help: ArgumentHelp("模板或事项的编号 / the template's or item's id", valueName: "TEMPLATE"))
    var template: String?

    @OptionGroup var layouts: LayoutOptions

    @Option(help: ArgumentHelp("按哪一天收到算 / the day it counts as received", valueName: "YYYY-MM-DD"))
    var received: DayArgument?

    @Option(help: ArgumentHelp("按清单依次报送样例城市的文件 / hand in a sample city's files in order", valueName: "FILE"))
    var manifest: String?

    @Option(help: ArgumentHelp("只报这一张工作表 / hand in this sheet alone", valueName: "NAME"))
    var sheet: String?

    @Option(help: ArgumentHelp("写出标了差错的工作簿 / write the workbook with its faults marked", valueName: "FILE"))
    var marked: String?

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func validate() throws {
        if manifest == nil, files.isEmpty || from == nil {
            throw ValidationError("要写文件和 --from 部门 / name a file and --from DEPARTMENT")
        }
    }

    func run() async throws {
        let catalogue = try options.load()
        let store = try stores.open(catalogue, mustExist: false)
        if let manifest { return try await ManifestRun(catalogue, store, options.lang).run(manifest) }
        guard let from else { return }
        if let marked { for file in files { try MarkedFile.check(marked, isNot: file) } }
        if let day = received?.day, day > Clock().instant.day {
            throw Failure(
                "收到日期 \(day.iso) 还没有到。--received 只能写今天或以前的日子。",
                "The day \(day.iso) has not come yet. --received takes today or a day before it."
            )
        }
        let clock = Clock(on: received?.day)
        let department = try Departments.find(from, in: catalogue, on: clock.instant.day)
        let together = try layouts.together(files, catalogue, department)
        let desk = SubmissionDesk(
            catalogue: catalogue,
            store: store,
            keys: store.keys,
            chunkSize: ChunkRows.fromEnvironment
        ) { clock.instant }
        let report = FaultReport(catalogue, options.lang, json: json)
        var line = ProgressLine(options.lang == .zh ? "报送" : "handing in")
        let findings = Findings()
        var table = ""
        let handed = try await desk.submit(
            path: together.main,
            beside: together.others,
            from: department,
            template: layouts.layout ?? template,
            sheet: sheet,
            given: layouts.given,
            listener: SubmissionDesk.Listener(
                table: {
                    table = $0.table.name
                    findings.begin($0)
                },
                faults: {
                    report.add($0, in: table)
                    findings.add($0)
                },
                progress: { line.show($0, "\($1)") }
            )
        )
        line.clear()
        report.finish { handed.write(into: &$0) }
        if !json { handed.print(catalogue, options.lang) }
        if let marked {
            try MarkedFile(
                catalogue,
                options.lang,
                SealedNumber(key: store.keys.personal, salt: RandomBytes.make(16)),
                on: clock.instant.day
            )
            .write(
                of: together.main,
                findings.tables,
                handed.unread,
                lines: handed.lines(catalogue, options.lang),
                to: marked,
                isQuiet: json
            )
        }
        throw ExitCode(handed.isClean ? 0 : 1)
    }
}

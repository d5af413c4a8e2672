import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSample
import CreditStore
import CreditStoreSQLite
import Foundation

/// `xinyuan submit FILE --from DEPARTMENT`: hands a file in; the receipt follows the commit.
struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "报送一个文件，得到回执 / hand a file in and get a receipt",
        discussion: """
            例 / Example: xinyuan submit 处罚.csv --from 市场监督管理局
            样例城市 / a sample city: xinyuan submit --manifest demo/city/manifest.json
            同一文件再报一次，不会重复 / the same file again changes nothing
            """
    )

    @Argument(help: "CSV 或 XLSX 文件 / a CSV or XLSX file")
    var file: String?

    @Option(
        help: ArgumentHelp(
            "报送部门的全称、简称、旧称或代码 / the department's full, short or former name, or code",
            valueName: "DEPARTMENT"
        )
    )
    var from: String?

    @Option(help: ArgumentHelp("模板或事项的编号 / the template's or item's id", valueName: "TEMPLATE"))
    var template: String?

    @Option(help: ArgumentHelp("按哪一天收到算 / the day it counts as received", valueName: "YYYY-MM-DD"))
    var received: DayArgument?

    @Option(help: ArgumentHelp("按清单依次报送样例城市的文件 / hand in a sample city's files in order", valueName: "FILE"))
    var manifest: String?

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func validate() throws {
        if manifest == nil, file == nil || from == nil {
            throw ValidationError("要写文件和 --from 部门 / name a file and --from DEPARTMENT")
        }
    }

    func run() async throws {
        let catalogue = try options.load()
        let store = try stores.open(catalogue, mustExist: false)
        if let manifest { return try await ManifestRun(catalogue, store, options.lang).run(manifest) }
        guard let file, let from else { return }
        if let day = received?.day, day > Clock().instant.day {
            throw Failure(
                "收到日期 \(day.iso) 还没有到。--received 只能写今天或以前的日子。",
                "The day \(day.iso) has not come yet. --received takes today or a day before it."
            )
        }
        let clock = Clock(on: received?.day)
        let department = try Departments.find(from, in: catalogue, on: clock.instant.day)
        let desk = SubmissionDesk(
            catalogue: catalogue,
            store: store,
            keys: store.keys,
            chunkSize: SubmitCommand.chunkSize
        ) { clock.instant }
        let report = FaultReport(catalogue, options.lang, json: json)
        var line = ProgressLine(options.lang == .zh ? "报送" : "handing in")
        let outcome = try await desk.submit(
            path: file,
            from: department,
            template: template,
            listener: SubmissionDesk.Listener(
                faults: { report.add($0) },
                progress: { line.show($0, "\($1)") }
            )
        )
        line.clear()
        report.finish { outcome.write(into: &$0) }
        if !json { outcome.print(catalogue, options.lang) }
        let counts = outcome.receipt.counts
        throw ExitCode(counts.refused + counts.held > 0 ? 1 : 0)
    }

    /// Fewer rows in a chunk, from `XINYUAN_CHUNK_ROWS`: for the test that kills this command between two commits.
    private static var chunkSize: Int {
        ProcessInfo.processInfo.environment["XINYUAN_CHUNK_ROWS"].flatMap { Int($0) } ?? SubmissionDesk.chunkSize
    }
}

extension SubmissionDesk.Outcome {
    /// Writes counts and receipt behind the faults.
    func write(into json: inout JSONWriter) {
        let counts = receipt.counts
        json.pair("rows", counts.rows)
        json.pair("admitted", counts.admitted)
        json.pair("refused", counts.refused)
        json.pair("queued", counts.held)
        json.pair("warned", counts.warned)
        json.key("receipt")
        json.object { json in
            json.pair("submission", receipt.submission)
            json.pair("department", receipt.source)
            json.pair("item", receipt.item)
            json.pair("received", receipt.receivedOn.iso)
            json.pair("added", counts.added)
            json.pair("replaced", counts.replaced)
            json.pair("unchanged", counts.unchanged)
            json.pair("late", counts.late)
            json.key("sequence")
            json.object { json in
                json.key("first")
                if let first = receipt.firstSequence { json.integer(first) } else { json.null() }
                json.key("seal")
                if let seal = receipt.sealSequence { json.integer(seal) } else { json.null() }
            }
            json.pair("sealed", receipt.sealedAt.iso)
            json.pair("repeats", repeats?.submission)
        }
    }

    /// Prints the receipt for people.
    func print(_ catalogue: Catalogue, _ language: Language) {
        let counts = receipt.counts
        let item = catalogue.item(receipt.item)?.name[language] ?? receipt.item
        let department = catalogue.departments[receipt.source]?.name[language] ?? receipt.source
        let numbers = receipt.sealSequence.map { "\(receipt.firstSequence ?? $0)–\($0)" } ?? "—"
        switch language {
        case .zh:
            Terminal.line("回执 \(receipt.submission)　\(department)　\(item)　\(receipt.receivedOn.written.zh)收到")
            Terminal.line(
                "  共 \(counts.rows) 行：新增 \(counts.added)，更正 \(counts.replaced)，原已有 \(counts.unchanged)，"
                    + "待认定主体 \(counts.held)，拒收 \(counts.refused)；有提醒 \(counts.warned)，迟报 \(counts.late)。"
            )
            Terminal.line("  账本序号 \(numbers)")
            if let repeats {
                Terminal.line("  这个文件已于 \(repeats.receivedOn.written.zh) 报过（回执 \(repeats.submission)），没有变化。")
            }
        case .en:
            Terminal.line(
                "Receipt \(receipt.submission)  \(department)  \(item)  received \(receipt.receivedOn.written.en)"
            )
            Terminal.line(
                "  \(counts.rows) rows: \(counts.added) new, \(counts.replaced) corrected, \(counts.unchanged) held already, "
                    + "\(counts.held) wait for their subject, \(counts.refused) refused; \(counts.warned) warned, \(counts.late) late."
            )
            Terminal.line("  Ledger entries \(numbers)")
            if let repeats {
                Terminal.line(
                    "  This file was received on \(repeats.receivedOn.written.en) (receipt \(repeats.submission)); nothing changed."
                )
            }
        }
    }
}

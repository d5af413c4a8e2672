import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import LibCrypto

/// `xinyuan check FILE`: what would become of a file; nothing is stored.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "查验一个文件，不保存 / check a file and store nothing",
        discussion: "例 / Example: xinyuan check 许可.xlsx --json"
    )

    @Argument(help: "CSV 或 XLSX 文件 / a CSV or XLSX file")
    var file: String

    @Option(help: ArgumentHelp("模板或事项的编号 / the template's or item's id", valueName: "TEMPLATE"))
    var template: String?

    @Option(
        help: ArgumentHelp("报送部门，查其能否报送 / the department, to check whether it may send this", valueName: "DEPARTMENT")
    )
    var from: String?

    @Option(help: ArgumentHelp("按哪一天收到算 / the day it counts as received", valueName: "YYYY-MM-DD"))
    var received: DayArgument?

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions

    func run() async throws {
        let catalogue = try options.load()
        let day = Clock(on: received?.day).instant.day
        let intake = try Intake(
            path: file,
            catalogue: catalogue,
            options: Intake.Options(
                template: template,
                department: try from.map { try Departments.find($0, in: catalogue, on: day) },
                receivedOn: day,
                personalKey: try RandomBytes.make(32)
            )
        )
        let report = FaultReport(catalogue, options.lang, json: json)
        let counts = try check(intake, report)
        report.finish { counts.write(into: &$0, intake.match) }
        if !json { counts.print(intake.match, options.lang) }
        throw ExitCode(counts.refused + counts.queued > 0 ? 1 : 0)
    }

    private func check(_ intake: Intake, _ report: FaultReport) throws -> CheckCounts {
        var counts = CheckCounts()
        var line = ProgressLine(options.lang == .zh ? "查验" : "checking")
        report.add(intake.fileFaults)
        var faults: [Fault] = []
        while let row = try intake.next(&faults) {
            counts.rows += 1
            switch row.outcome {
            case .refused: counts.refused += 1
            case .held: counts.queued += 1
            case .admitted: counts.admitted += 1
            }
            if row.outcome.isKept, !faults.isEmpty { counts.warned += 1 }
            report.add(faults)
            faults.removeAll(keepingCapacity: true)
            if counts.rows % 4096 == 0 { line.show(intake.progress, "\(counts.rows)") }
        }
        line.clear()
        return counts
    }
}

/// What would become of a file's rows.
struct CheckCounts {
    var rows = 0
    var admitted = 0
    var refused = 0
    var queued = 0
    var warned = 0

    /// Writes the counts behind the faults.
    func write(into json: inout JSONWriter, _ match: TemplateMatch) {
        json.pair("rows", rows)
        json.pair("admitted", admitted)
        json.pair("refused", refused)
        json.pair("queued", queued)
        json.pair("warned", warned)
        json.pair("item", match.item.id)
        json.pair("template", match.template.id)
    }

    /// Prints the counts for people.
    func print(_ match: TemplateMatch, _ language: Language) {
        switch language {
        case .zh:
            Terminal.line(
                "\(match.item.name.zh)（\(match.template.id)）：\(rows) 行，通过 \(admitted)，拒收 \(refused)，待认定主体 \(queued)，有提醒 \(warned)。"
            )
        case .en:
            Terminal.line(
                "\(match.item.name.en) (\(match.template.id)): \(rows) rows, \(admitted) admitted, \(refused) refused, "
                    + "\(queued) wait for their subject, \(warned) with warnings."
            )
        }
    }
}

/// Finds departments by what people call them.
enum Departments {
    /// The source department of a full, short or former name, a code or an id; on a day where a name passed on.
    static func find(_ name: String, in catalogue: Catalogue, on day: Day) throws -> Department {
        let found = catalogue.departments.named(name).filter(\.isSource)
        let now = found.first { $0.validity.contains(day) } ?? found.first.map { latest($0, catalogue, day) }
        guard let department = now else {
            let near = catalogue.departments.all.filter { $0.isSource && $0.name.zh.contains(name) }.prefix(5)
            let hint = near.map(\.name.zh).joined(separator: "、")
            throw Failure(
                "目录里没有报送部门“\(name)”。" + (hint.isEmpty ? "用 xinyuan catalogue list 查看。" : "是不是：\(hint)？"),
                "The catalogue has no source department “\(name)”. "
                    + (hint.isEmpty ? "See `xinyuan catalogue list`." : "Did you mean: \(hint)?")
            )
        }
        return department
    }

    /// A department that is no more hands in as its successor of today, where it has just one.
    private static func latest(_ department: Department, _ catalogue: Catalogue, _ day: Day) -> Department {
        guard department.successors.count == 1, let next = catalogue.departments[department.successors[0]],
            next.isSource,
            next.validity.contains(day)
        else { return department }
        return next
    }
}

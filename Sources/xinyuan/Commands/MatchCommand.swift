import ArgumentParser
import CreditCatalogue
import CreditModel
import CreditRules
import CreditSearch
import CreditStore
import CreditStoreSQLite

/// `xinyuan match`: names against the register, and what officers decided on them.
struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "是不是同一家：把名称与登记对照 / is it the same organisation: names against the register",
        discussion: """
            例 / Example:
              xinyuan match 名单.xlsx --from 市场监督管理局 --json
              xinyuan match --pairs 对照.csv --json
              xinyuan match decide --from 交通运输局 --name 鑫源 --code 91220402MA0TEWT1X6 --same --by 王某 --reason 已核实

            结论只供参考，名称从不合并主体 / it advises only; a name never merges
            退出码 / Exit codes: 0 全部是同一家 all the same · 1 有待核实或不同 some to ask or different · 2 读不了 unreadable
            """,
        subcommands: [MatchFile.self, DecidePair.self],
        defaultSubcommand: MatchFile.self
    )
}

struct MatchFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "逐行对照一个文件 / go through a file row by row",
        discussion: """
            例 / Example:
              xinyuan match 名单.csv --json            列：名称、代码、地区、曾用名 / columns name, code, place, former
              xinyuan match --pairs 对照.csv --json    列：a、b、code_a、code_b，不查登记 / columns, no register

            最多一百万行，每个名称最多二百字 / up to a million rows, names up to two hundred characters
            """
    )

    @Argument(help: "名单，CSV 或 XLSX / names, CSV or XLSX")
    var file: String?

    @Option(help: ArgumentHelp("改为比较文件里的一对对名称 / compare the pairs of names in a file instead", valueName: "FILE"))
    var pairs: String?

    @Option(
        help: ArgumentHelp(
            "哪个部门在问，它已认定的不再问 / which department asks; what it decided is not asked again",
            valueName: "DEPARTMENT"
        )
    )
    var from: String?

    @Flag(help: "每行输出一个 JSON 对象 / print one JSON object a row")
    var json = false

    @Flag(help: "只配 --pairs：把比较次数和所用处理器时间写到标准错误 / with --pairs: comparisons and their CPU time to standard error")
    var time = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func validate() throws {
        if (file == nil) == (pairs == nil) {
            throw ValidationError("写一个名单文件，或用 --pairs，二者之一 / either a file of names or --pairs")
        }
        if pairs == nil, time { throw ValidationError("--time 只配 --pairs / --time goes with --pairs") }
    }

    func run() async throws {
        let catalogue = try options.load()
        let parser = NameParser(catalogue.names, city: catalogue.city)
        if let pairs {
            let run = try PairRun(path: pairs, parser: parser, report: MatchReport(options.lang, json: json))
            throw ExitCode(try run.run(timed: time) ? 0 : 1)
        }
        let store = try stores.open(catalogue)
        let matcher = OrganisationMatcher(
            search: try stores.search(store, catalogue),
            store: store,
            parser: parser,
            memory: try await memory(catalogue, store)
        )
        throw ExitCode(try await match(file ?? "", matcher) ? 0 : 1)
    }

    private func memory(_ catalogue: Catalogue, _ store: SQLiteStore) async throws -> MatchMemory {
        guard let from else { return MatchMemory() }
        let department = try Departments.find(from, in: catalogue, on: Clock().instant.day)
        return try await MatchMemory(of: department.id, in: store)
    }

    /// Whether every row is the same as an organisation of the register.
    private func match(_ path: String, _ matcher: OrganisationMatcher) async throws -> Bool {
        var sheet = try NameSheet(path: path, columns: NameSheet.names)
        var report = MatchReport(options.lang, json: json)
        var line = ProgressLine(options.lang == .zh ? "对照" : "matching")
        let today = Clock().instant.day
        while let row = try sheet.next() {
            let outcome = try await matcher.match(
                MatchRow(
                    name: row.cells[0],
                    code: row.cells[1],
                    place: row.cells[2],
                    formerNames: row.cells[3].split(whereSeparator: { "、;；,，/".contains($0) }).map(String.init)
                ),
                today: today
            )
            report.add(outcome, name: row.cells[0], row: row.number)
            line.show(sheet.progress, "\(row.number)")
        }
        line.clear()
        return report.finish()
    }
}

struct DecidePair: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "认定一个名称是不是某一家，以后不再问 / decide whether a name means an organisation; it is not asked again",
        discussion: """
            例 / Example:
              xinyuan match decide --from 交通运输局 --name 鑫源 --code 91220402MA0TEWT1X6 --same --by 王某 --reason 已核实

            只对这个部门有效，记入账本，不改动任何档案 / it holds for this department, is kept in the ledger, and changes no file
            """
    )

    @Option(help: ArgumentHelp("为哪个部门认定 / for which department", valueName: "DEPARTMENT"))
    var from: String

    @Option(help: ArgumentHelp("部门写的名称 / the name as the department writes it", valueName: "NAME"))
    var name: String

    @Option(help: ArgumentHelp("登记里那一家的统一社会信用代码 / the unified code of the organisation", valueName: "CODE"))
    var code: String

    @Flag(help: "是同一家 / it is the same")
    var same = false

    @Flag(help: "不是同一家 / it is another")
    var different = false

    @OptionGroup var officer: OfficerOptions
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func validate() throws {
        if same == different {
            throw ValidationError("用 --same 或 --different，二者之一 / either --same or --different")
        }
    }

    func run() async throws {
        let catalogue = try options.load()
        let clock = Clock().instant
        let department = try Departments.find(from, in: catalogue, on: clock.day)
        let act = PairDecision(
            source: department.id,
            name: name,
            code: code.uppercased().filter { !$0.isWhitespace },
            verdict: same ? .same : .different,
            reason: try officer.checkedReason()
        )
        let sequence = try await stores.open(catalogue)
            .decide(act, by: try officer.name(), at: clock, isOneName: MatchMemory.isOneName)
        Terminal.line(options.lang == .zh ? "已认定，账本序号 \(sequence)。" : "Decided, ledger entry \(sequence).")
    }
}

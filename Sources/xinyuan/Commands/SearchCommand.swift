import ArgumentParser
import CreditModel
import CreditSearch
import CreditStore
import CreditStoreSQLite
import Foundation

/// `xinyuan search`: organisations by name, pinyin or code.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "按名称、拼音或代码找组织 / find organisations by name, pinyin or code",
        discussion: """
            例 / Example:
              xinyuan search 鑫源商贸
              xinyuan search xinyuan --json --limit 5
              xinyuan search --batch 名单.txt --json           一行一问，一行一答 / a query a line in, a line out
              xinyuan search 鑫源 --register 名录.csv           不查存储，查这份名录 / search this list, not the store
            """
    )

    @Argument(help: "名称或其一部分、拼音、首字母，或代码中的四位以上 / a name or a part of it, pinyin, initials, or four characters of a code")
    var query: String?

    @Option(help: ArgumentHelp("一行一问的文件，- 为标准输入 / a file with a query a line, - for standard input", valueName: "FILE"))
    var batch: String?

    @Option(help: ArgumentHelp("最多几个 / how many at most", valueName: "N"))
    var limit = 10

    @Option(
        help: ArgumentHelp(
            "查一份名录（名称、代码、曾用名），不查存储 / search a list (name, code, former), not the store",
            valueName: "FILE"
        )
    )
    var register: String?

    @Option(help: ArgumentHelp("把用时写进一个 JSON 文件 / write the times taken into a JSON file", valueName: "FILE"))
    var times: String?

    @Flag(help: "每问输出一行 JSON / print a line of JSON a query")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func validate() throws {
        if (query == nil) == (batch == nil) {
            throw ValidationError("写一个查询词，或用 --batch，二者之一 / either a query or --batch")
        }
        guard (1...1000).contains(limit) else { throw ValidationError("--limit 1…1000") }
    }

    func run() async throws {
        let today = Clock().instant.day
        let queries = try queries()
        guard !queries.contains(where: { CitizenNumber.stands(inQuery: $0, on: today) }) else { throw personal }
        let building = Stopwatch()
        let search = try open()
        let size = try await search.size(today: today)
        var record = SearchTimes(names: size.names, bytes: size.bytes, building)
        var isAnyFound = false
        for text in queries {
            let asking = Stopwatch()
            let outcome = try await search.find(text, limit: limit, today: today)
            record.add(asking)
            isAnyFound = isAnyFound || !outcome.hits.isEmpty
            write(text, outcome)
        }
        if let times { try record.write(to: times) }
        if batch == nil, !isAnyFound { throw ExitCode(1) }
    }

    private func open() throws -> NameSearch {
        if let register { return NameSearch(try NameList.index(path: register, brandStart: { _ in 0 })) }
        let catalogue = try options.load()
        return try stores.search(try stores.open(catalogue), catalogue)
    }

    private func queries() throws -> [String] {
        guard let batch else { return [query ?? ""] }
        let data =
            batch == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: batch))
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(
                "\(batch) 不是 UTF-8 文字。请另存为 UTF-8 再查。",
                "\(batch) is not text in UTF-8. Save it as UTF-8 and ask again."
            )
        }
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0) }
        // A line in, a line out, empty ones too; behind the last line's end there is none.
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private var personal: Failure {
        Failure(
            "查询词里有公民身份号码。自然人不在查询范围内。",
            "The query holds a citizen's number. Persons cannot be looked up."
        )
    }

    private func write(_ text: String, _ outcome: SearchOutcome) {
        if json { return Terminal.write(SearchLines.json(text, outcome)) }
        if batch != nil { Terminal.line("\(text)：") }
        SearchLines.print(outcome, options.lang)
    }
}

/// How long building and asking took, for whoever measures.
private struct SearchTimes {
    private let names: Int
    private let bytes: Int
    private let building: (processor: Double, wall: Double)
    private var processor = 0.0
    private var latencies: [Double] = []

    init(names: Int, bytes: Int, _ watch: Stopwatch) {
        self.names = names
        self.bytes = bytes
        building = (watch.processorSeconds, watch.wallSeconds)
    }

    mutating func add(_ watch: Stopwatch) {
        processor += watch.processorSeconds
        latencies.append(watch.wallSeconds * 1e6)
    }

    func write(to path: String) throws {
        let sorted = latencies.sorted()
        func quantile(_ share: Double) -> Double {
            sorted.isEmpty ? 0 : sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
        }
        let figures: [String: Double] = [
            "names": Double(names), "index_bytes": Double(bytes), "build_cpu_seconds": building.processor,
            "build_wall_seconds": building.wall, "queries": Double(sorted.count), "query_cpu_seconds": processor,
            "p50_us": quantile(0.5), "p95_us": quantile(0.95), "p99_us": quantile(0.99), "max_us": sorted.last ?? 0,
        ]
        let data = try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys])
        try data.write(to: URL(fileURLWithPath: path))
    }
}

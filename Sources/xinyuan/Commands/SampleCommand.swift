import ArgumentParser
import CreditModel
import CreditSample

/// `xinyuan sample`: an invented city with a year of files, and what is wrong in them.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "生成虚构的样例城市 / make an invented city's files",
        discussion: "例 / Example: xinyuan sample --seed 1 --organisations 5000 --out demo/city"
    )

    @Option(help: ArgumentHelp("种子；同一种子得同样的文件 / the seed; the same gives the same files", valueName: "N"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("组织数 / how many organisations", valueName: "N"))
    var organisations = 5000

    @Option(help: ArgumentHelp("记录数；默认组织数的十倍 / how many records; ten for each organisation by default", valueName: "N"))
    var records: Int?

    @Option(help: ArgumentHelp("一年的最后一天；默认今天 / the last day of the year; today by default", valueName: "YYYY-MM-DD"))
    var today: DayArgument?

    @Option(help: ArgumentHelp("输出文件夹（--bench 时为文件） / the folder, with --bench the file, to write", valueName: "DIR"))
    var out: String

    @Option(help: ArgumentHelp("只写一个测速用的许可文件 / only one licence file for measuring", valueName: "clean|bad"))
    var bench: Bench?

    @Option(help: ArgumentHelp("测速文件的行数 / rows of that file", valueName: "N"))
    var rows = 200_000

    @OptionGroup var options: CatalogueOptions

    /// What a file for measuring holds.
    enum Bench: String, ExpressibleByArgument {
        case clean
        case bad
    }

    func validate() throws {
        guard organisations > 0, records.map({ $0 > 0 }) ?? true, rows > 0 else {
            throw ValidationError("数目要大于零 / numbers must be greater than zero")
        }
    }

    func run() throws {
        let catalogue = try options.load()
        let day = today?.day ?? Clock().instant.day
        let city = SampleCity(
            seed: seed,
            organisations: organisations,
            records: records ?? organisations * 10,
            catalogue: catalogue,
            today: day
        )
        if let bench {
            try city.writeBenchmark(item: "licence", rows: rows, clean: bench == .clean, to: out)
            return Terminal.line("\(out): \(rows)")
        }
        var line = ProgressLine(options.lang == .zh ? "生成" : "making")
        let manifest = try city.write(to: out) { line.show($0, $1) }
        line.clear()
        Terminal.line(
            options.lang == .zh
                ? "\(out)：\(manifest.organisations) 个组织，\(manifest.files.count) 个文件，\(manifest.rows) 行；错处列在 truth.jsonl。"
                : "\(out): \(manifest.organisations) organisations, \(manifest.files.count) files, \(manifest.rows) rows; "
                    + "what is wrong in them is in truth.jsonl."
        )
    }
}

import ArgumentParser
import CreditExchange
import CreditModel

/// `xinyuan export ITEM --since DATE`: the exact headings of 2018, for the province.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "按 2018 年标准表头导出，报省 / export in the exact headings of 2018, for the province",
        discussion: "例 / Example: xinyuan export licence --since 2026-07-01 --out 许可.xlsx"
    )

    @Argument(help: "事项：licence、penalty …… / the item")
    var item: String

    @Option(help: ArgumentHelp("自哪一天作出的决定起 / decisions from this day on", valueName: "YYYY-MM-DD"))
    var since: DayArgument

    @Option(help: ArgumentHelp("输出文件，扩展名 csv 或 xlsx / the file to write, .csv or .xlsx", valueName: "FILE"))
    var out: String

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let catalogue = try options.load()
        let store = try stores.open(catalogue)
        guard let export = ProvinceExport(item: item, catalogue: catalogue, lists: store) else {
            throw Failure(
                "目录里没有可导出的事项 \(item)。用 xinyuan catalogue list 查看。",
                "The catalogue has no item \(item) to export. See `xinyuan catalogue list`."
            )
        }
        guard let format = ProvinceExport.Format(rawValue: String(out.split(separator: ".").last ?? "").lowercased())
        else {
            throw Failure("输出文件的扩展名要是 csv 或 xlsx：\(out)。", "The file must end in .csv or .xlsx: \(out).")
        }
        let count = try await export.write(to: out, format: format, since: since.day, today: Clock().instant.day)
        Terminal.line(options.lang == .zh ? "\(out)：\(count) 条。" : "\(out): \(count) records.")
    }
}

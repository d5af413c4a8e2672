import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel

/// `xinyuan template ITEM`: a blank workbook or CSV with the exact headings.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "取得空白报送模板 / write a blank form",
        discussion: "例 / Example: xinyuan template licence --out 许可.xlsx"
    )

    @Argument(help: "事项：licence、penalty …… / the item")
    var item: String

    @Option(
        help: ArgumentHelp(
            "输出文件，扩展名 csv 或 xlsx；默认 事项.xlsx / the file to write; ITEM.xlsx by default",
            valueName: "FILE"
        )
    )
    var out: String?

    @Flag(help: "有差错的练习表，供学习查验 / a workbook with mistakes, to practise on")
    var practice = false

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        if let found = catalogue.item(item), case .withdrawn(let ground) = found.standing {
            throw Failure("\(item) 已依法停止归集：\(ground.zh)", "\(item) is withdrawn by later law: \(ground.en)", code: 1)
        }
        guard let blank = BlankTemplate(item: item, catalogue: catalogue) else {
            throw Failure(
                "目录里没有事项 \(item)。用 xinyuan catalogue list 查看。",
                "The catalogue has no item \(item). See `xinyuan catalogue list`."
            )
        }
        if practice { return try writePractice(catalogue) }
        let path = out ?? "\(item).xlsx"
        if path.lowercased().hasSuffix(".csv") {
            try blank.writeCSV(to: path)
        } else if path.lowercased().hasSuffix(".xlsx") {
            try blank.writeWorkbook(to: path, on: Clock().instant.day)
        } else {
            throw Failure("输出文件的扩展名要是 csv 或 xlsx：\(path)。", "The file must end in .csv or .xlsx: \(path).")
        }
        Terminal.line(
            options.lang == .zh ? "\(path)：\(blank.headings.count) 栏。" : "\(path): \(blank.headings.count) columns."
        )
    }

    private func writePractice(_ catalogue: Catalogue) throws {
        let path = out ?? "\(item)-practice.xlsx"
        guard path.lowercased().hasSuffix(".xlsx") else {
            throw Failure("练习表的扩展名要是 xlsx：\(path)。", "The workbook to practise on must end in .xlsx: \(path).")
        }
        let day = Clock().instant.day
        guard let workbook = PracticeWorkbook(item: item, catalogue: catalogue, today: day) else { return }
        try workbook.write(to: path)
        let mistakes = workbook.lessons.filter { $0.fault != nil }.count
        Terminal.line(
            options.lang == .zh
                ? "\(path)：\(workbook.lessons.count) 行，其中 \(mistakes) 行有差错。"
                : "\(path): \(workbook.lessons.count) rows, \(mistakes) of them with a mistake."
        )
    }
}

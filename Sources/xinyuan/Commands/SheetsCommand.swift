import ArgumentParser
import CreditModel
import CreditSheets

/// `xinyuan sheets FILE`: what the reader sees of a file; nothing is stored, and no catalogue is asked.
struct SheetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheets",
        abstract: "读出文件里有哪些表，不保存 / the tables in a file as they are read, nothing stored",
        discussion: """
            例 / Example: xinyuan sheets 许可.xlsx --rows 5

            各表都读到最后一行；个人号码遮掩后显示 / every table is read to its end; personal numbers are shown masked
            """
    )

    @Argument(help: "表格文件：CSV、XLSX、XLS、网页表格，或装着它们的 ZIP / a table: CSV, XLSX, XLS, a web page, or a ZIP of them")
    var file: String

    @Option(help: ArgumentHelp("显示每个表的前几行，至多 100 / how many first rows to show, at most 100", valueName: "N"))
    var rows = 3

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @Option(help: ArgumentHelp("文字：zh 或 en / language: zh or en", valueName: "zh|en"))
    var lang = Language.zh

    func validate() throws {
        guard (0...100).contains(rows) else {
            throw ValidationError("行数应为 0 到 100 / rows must be 0 to 100")
        }
    }

    func run() throws {
        let book = try SheetBook(path: file)
        var surveys: [TableSurvey] = []
        for (index, table) in book.tables.enumerated() {
            surveys.append(try TableSurvey(table, in: book, index, showing: rows, today: Clock().instant.day, lang))
        }
        if json { writeJSON(book.kind, surveys) } else { print(book.kind, surveys) }
    }

    private func writeJSON(_ kind: SheetBook.Kind, _ surveys: [TableSurvey]) {
        var json = JSONWriter()
        json.object { json in
            json.pair("kind", kind.rawValue)
            json.key("tables")
            json.array { json in for survey in surveys { survey.write(into: &json) } }
        }
        Terminal.write(json.bytes + [0x0A])
    }

    private func print(_ kind: SheetBook.Kind, _ surveys: [TableSurvey]) {
        let name = kind.name[lang]
        Terminal.line(lang == .zh ? "\(name)，\(surveys.count) 个表" : "\(name), tables: \(surveys.count)")
        for (index, survey) in surveys.enumerated() {
            Terminal.line("\n\(index + 1) \(survey.summary(lang))")
            Terminal.table(survey.first.map { ["  \($0.number)"] + $0.texts })
        }
    }
}

extension SheetBook.Kind {
    /// What people call it.
    var name: Bilingual {
        switch self {
        case .delimitedText: Bilingual(zh: "分隔符文本（CSV）", en: "Delimited text (CSV)")
        case .workbook: Bilingual(zh: "Excel 工作簿（XLSX）", en: "Excel workbook (XLSX)")
        case .legacyWorkbook: Bilingual(zh: "Excel 97–2003 工作簿（XLS）", en: "Excel 97–2003 workbook (XLS)")
        case .xmlWorkbook: Bilingual(zh: "XML 工作簿", en: "XML workbook")
        case .webPage: Bilingual(zh: "网页", en: "Web page")
        case .archive: Bilingual(zh: "压缩文件", en: "Archive")
        }
    }
}

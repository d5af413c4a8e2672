import CreditModel
import CreditRules
import CreditSheets

/// One table of a file, read to its end: how large it is, and its first rows as they may be shown.
struct TableSurvey {
    /// A row as it may be shown: numbers of persons masked (limit 8).
    struct Row {
        let number: Int
        let texts: [String]
    }

    let name: String
    let isVisible: Bool
    private(set) var rows = 0
    private(set) var columns = 0
    /// Cells that hold something.
    private(set) var cells = 0
    private(set) var first: [Row] = []

    /// Reads a table of a book; of one that is hidden, nothing but its name.
    init(
        _ table: SheetBook.Table,
        in book: SheetBook,
        _ index: Int,
        showing count: Int,
        today: Day,
        _ language: Language
    ) throws {
        name = PersonalText.masked(table.name, on: today)
        isVisible = table.isVisible
        guard isVisible, var reader = try TableSurvey.open(index, in: book) else { return }
        var shown = ShownRows(today: today)
        var row = SheetRow()
        var line = ProgressLine(language == .zh ? "读取" : "reading")
        while try reader.next(&row) {
            add(row)
            if first.count < count { first.append(Row(number: row.number, texts: shown.texts(of: row))) }
            if rows % 4096 == 0 { line.show(reader.progress, "\(rows)") }
        }
        line.clear()
    }

    /// A table before its first row; `nil` where it holds nothing.
    private static func open(_ index: Int, in book: SheetBook) throws(SheetError) -> (any SheetReader)? {
        do throws(SheetError) {
            return try book.open(index)
        } catch {
            guard error.kind == .empty else { throw error }
            return nil
        }
    }

    private mutating func add(_ row: SheetRow) {
        rows += 1
        columns = max(columns, row.count)
        row.withCells { _, ends in
            var end: Int32 = 0
            for next in ends {
                if next > end { cells += 1 }
                end = next
            }
        }
    }

    /// A line for people.
    func summary(_ language: Language) -> String {
        let shown = name.isEmpty ? (language == .zh ? "（无名）" : "(no name)") : name
        guard isVisible else { return shown + (language == .zh ? "：隐藏，不读" : ": hidden, not read") }
        return language == .zh
            ? "\(shown)：\(rows) 行，\(columns) 列，\(cells) 个单元格有内容"
            : "\(shown): \(rows) rows, \(columns) columns, \(cells) cells hold something"
    }

    /// An object for programs.
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.pair("name", name)
            json.key("visible")
            json.bool(isVisible)
            guard isVisible else { return }
            json.pair("rows", rows)
            json.pair("columns", columns)
            json.pair("cells", cells)
            json.key("first")
            json.array { json in
                for row in first {
                    json.object { json in
                        json.pair("row", row.number)
                        json.key("cells")
                        json.array { json in for text in row.texts { json.string(text) } }
                    }
                }
            }
        }
    }
}

/// Rows made fit to be shown: numbers of persons masked wherever they are found, and whatever stands below a heading of such
/// numbers, as a number with a slip in it is still somebody's.
private struct ShownRows {
    let today: Day
    private var personal: Set<Int> = []

    init(today: Day) {
        self.today = today
    }

    mutating func texts(of row: SheetRow) -> [String] {
        // More of a cell is not shown, and a long one is dear to look through.
        let texts = row.texts.map { String($0.prefix(400)) }
        for (column, text) in texts.enumerated() where PersonalText.isCertificateHeading(text) {
            personal.insert(column)
        }
        return texts.enumerated()
            .map { column, text in
                let isHeading = !text.utf8.contains { $0 &- 0x30 < 10 }
                let masked = PersonalText.masked(text, on: today)
                return personal.contains(column) && !isHeading && masked == text ? CitizenNumber.mask(text) : masked
            }
    }
}

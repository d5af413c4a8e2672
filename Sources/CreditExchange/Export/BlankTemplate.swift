public import CreditCatalogue
public import CreditModel
import CreditSheets

/// Writes the blank form of an item: the exact headings, what each cell wants, and choices where there is a list.
public struct BlankTemplate: Sendable {
    private let catalogue: Catalogue
    private let item: Item
    private let template: Template

    /// The form of an item, or `nil` where it is not in the catalogue, is withdrawn, or has no layout.
    public init?(item id: String, catalogue: Catalogue) {
        guard let item = catalogue.item(id), case .open = item.standing, let template = item.templates.first else {
            return nil
        }
        self.item = item
        self.template = template
        self.catalogue = catalogue
    }

    /// The headings, in order.
    public var headings: [String] { template.columns.map(\.heading) }

    /// Writes a CSV of the headings alone, UTF-8 with a byte-order mark.
    public func writeCSV(to path: String) throws {
        let file = try CSVFileWriter(path: path, encoding: .utf8BOM)
        try file.write(headings)
        try file.close()
    }

    /// Writes a workbook: headings with notes, cells with choices, dates and lengths; then a filled-in example and an explanation
    /// of each column, on sheets that are not read when the workbook is handed in.
    ///
    /// `day` chooses the edition whose grades are offered; without it that is the last.
    public func writeWorkbook(to path: String, on day: Day? = nil) throws {
        let book = try XLSXWriter(path: path)
        let sheet = try book.addSheet(item.sheetName)
        for (position, column) in template.columns.enumerated() { try write(column, at: position, on: sheet, day) }
        try sheet.setRow(1, height: 48)
        try sheet.freeze(rows: 1)
        try writeExample(on: try book.addSheet("示例 Example"))
        try explain(on: try book.addSheet("填写说明 Notes"), day)
        try book.close()
    }

    private func field(of column: Template.Column) -> Field? { column.field.flatMap { item.field($0) } }

    private func write(_ column: Template.Column, at position: Int, on sheet: XLSXSheet, _ day: Day?) throws {
        let words = ColumnWords(column, field(of: column), item, catalogue, on: day)
        try sheet.setColumn(position, width: words.width, style: words.isDay ? .day : .text)
        let style: SheetStyle = words.isRequired ? .requiredHeading : .heading
        try sheet.write(.text(column.heading), row: 1, column: position, style: style)
        guard !words.note.isEmpty else { return }
        try sheet.addNote(words.note, row: 1, column: position)
        if let choices = words.choices {
            try sheet.offer(
                choices.words,
                column: position,
                rows: BlankTemplate.rows,
                strict: choices.isClosed,
                prompt: words.prompt
            )
        } else {
            try sheet.expect(words.rule, column: position, rows: BlankTemplate.rows, prompt: words.prompt)
        }
    }

    /// Rows whose cells are looked after: five thousand below the headings.
    private static let rows = 2...5001

    /// One row as it is filled in, written downwards so that it is not taken for records.
    private func writeExample(on sheet: XLSXSheet) throws {
        for (column, width) in [34.0, 60].enumerated() { try sheet.setColumn(column, width: width) }
        try sheet.write(
            "填好一行的样子，内容都是虚构的；这张表不会被读取。 How one row is filled in; all of it is made up. This sheet is not read.",
            row: 1,
            across: 0...1,
            height: 34
        )
        try sheet.append([.text("栏目 Column"), .text("示例 Example")], style: .heading)
        for column in template.columns {
            try sheet.append([.text(column.heading), .text(field(of: column)?.example ?? "")], style: .text)
        }
    }

    private func explain(on sheet: XLSXSheet, _ day: Day?) throws {
        for (column, width) in [30.0, 24, 8, 44, 44, 30].enumerated() { try sheet.setColumn(column, width: width) }
        let heads = ["栏目 Column", "必填 Required", "长度 Length", "说明", "Meaning", "例 Example"]
        try sheet.append(heads.map { .text($0) }, style: .heading)
        for column in template.columns {
            guard let field = field(of: column) else { continue }
            let words = ColumnWords(column, field, item, catalogue, on: day)
            try sheet.append(
                [
                    .text(column.heading), .text(words.requirement), .number(Double(field.maxLength)),
                    .text(field.meaning.zh), .text(field.meaning.en), .text(field.example),
                ],
                style: .plain
            )
        }
    }
}

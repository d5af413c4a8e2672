public import CreditCatalogue
import CreditModel
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

    /// Writes a workbook: headings with notes and choices, and a second sheet that explains each column.
    public func writeWorkbook(to path: String) throws {
        let book = try XLSXWriter(path: path)
        let sheet = try book.addSheet(item.name.zh)
        for (position, column) in template.columns.enumerated() { try write(column, at: position, on: sheet) }
        try sheet.freeze(rows: 1)
        try explain(on: try book.addSheet("填写说明 Notes"))
        try book.close()
    }

    private func write(_ column: Template.Column, at position: Int, on sheet: XLSXSheet) throws {
        let field = column.field.flatMap { item.field($0) }
        let isRequired = field?.requirement == .required
        try sheet.setColumn(position, width: 22, style: .text)
        try sheet.write(
            .text(column.heading),
            row: 1,
            column: position,
            style: isRequired ? .requiredHeading : .heading
        )
        guard let field else { return }
        try sheet.addNote(note(field), row: 1, column: position)
        guard case .choice(let list) = field.type, let values = catalogue.codeLists[list]?.values else { return }
        let strict = !values.contains(where: \.takesRemark)
        try sheet.offer(values.map(\.text), column: position, rows: 2...5000, strict: strict)
    }

    private func note(_ field: Field) -> String {
        [field.meaning.zh, field.meaning.en, field.example.isEmpty ? "" : "例 e.g. \(field.example)"]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func explain(on sheet: XLSXSheet) throws {
        for (column, width) in [30.0, 12, 8, 44, 44, 30].enumerated() { try sheet.setColumn(column, width: width) }
        let heads = ["栏目 Column", "必填 Required", "长度 Length", "说明", "Meaning", "例 Example"]
        try sheet.append(heads.map { .text($0) }, style: .heading)
        for column in template.columns {
            guard let field = column.field.flatMap({ item.field($0) }) else { continue }
            try sheet.append(
                [
                    .text(column.heading), .text(field.requirement == .required ? "是 yes" : ""),
                    .number(Double(field.maxLength)),
                    .text(field.meaning.zh), .text(field.meaning.en), .text(field.example),
                ],
                style: .plain
            )
        }
    }
}

public import CreditCatalogue
public import CreditModel
import CreditSheets

/// Writes a workbook to practise on: rows of an item made of the catalogue's own examples, each with one mistake that clerks
/// really make, and a sheet that says which.
///
/// Nothing in it is about anybody: the examples are made up.
public struct PracticeWorkbook: Sendable {
    /// A row of the workbook.
    public struct Lesson: Sendable, Hashable {
        /// Its number in the sheet.
        public let row: Int
        /// The fault that it is there for; `nil` where nothing is wrong with it.
        public let fault: FaultCode?
        /// What is wrong with it, in words.
        public let words: Bilingual
    }

    private let item: Item
    private let template: Template
    private let rows: [[String: String]]
    /// The rows from top to bottom.
    public let lessons: [Lesson]

    private static let headingRow = 2

    /// A workbook for an item's first layout, its decisions of `today`; `nil` where there is no such item, or it is withdrawn.
    public init?(item id: String, catalogue: Catalogue, today: Day) {
        guard let item = catalogue.item(id), case .open = item.standing, let template = item.templates.first else {
            return nil
        }
        self.item = item
        self.template = template
        let mistakes = PracticeMistakes(item, template, catalogue, today).all
        rows = mistakes.map(\.cells)
        lessons = mistakes.enumerated()
            .map { Lesson(row: PracticeWorkbook.headingRow + 1 + $0, fault: $1.fault, words: $1.words) }
    }

    /// Writes the workbook.
    public func write(to path: String) throws {
        let book = try XLSXWriter(path: path)
        let sheet = try book.addSheet(item.sheetName)
        let last = max(template.columns.count - 1, 0)
        try sheet.write(
            "练习表，只供查验，请勿报送：内容都是编的，故意放了差错。For practice only, not to be handed in: made up, with mistakes on purpose.",
            row: 1,
            across: 0...last
        )
        for (position, column) in template.columns.enumerated() {
            try sheet.setColumn(position, width: 22, style: .text)
            try sheet.write(.text(column.heading), row: PracticeWorkbook.headingRow, column: position, style: .heading)
        }
        for cells in rows {
            let values = template.columns.map { cells[$0.field ?? ""] ?? "" }
            try sheet.append(values.map { $0.isEmpty ? .empty : .text($0) }, style: .text)
        }
        try sheet.freeze(rows: PracticeWorkbook.headingRow)
        try writeAnswers(on: try book.addSheet("答案 Answers"))
        try book.close()
    }

    private func writeAnswers(on sheet: XLSXSheet) throws {
        for (column, width) in [8.0, 60, 60].enumerated() { try sheet.setColumn(column, width: width) }
        try sheet.append(["行 Row", "这一行", "This row"].map { .text($0) }, style: .heading)
        for lesson in lessons {
            try sheet.append([.number(Double(lesson.row)), .text(lesson.words.zh), .text(lesson.words.en)])
        }
    }
}

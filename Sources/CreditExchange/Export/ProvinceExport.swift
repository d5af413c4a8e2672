public import CreditCatalogue
public import CreditModel
import CreditRules
import CreditSheets
public import CreditStore

/// Writes the records of an item for the province, in the exact headings of the item's first layout (双公示 2018).
///
/// Only what a visitor may see today goes out, and only open fields; the other columns stay, and stay empty.
public struct ProvinceExport: Sendable {
    private let catalogue: Catalogue
    private let lists: any PublicationLists
    private let item: Item
    private let template: Template

    /// The forms a file may take.
    public enum Format: String, Sendable, CaseIterable {
        /// UTF-8 with a byte-order mark, so that Excel reads it.
        case csv
        /// A workbook.
        case xlsx
    }

    /// An export of an item, or `nil` where the catalogue has no such item or it has no layout.
    public init?(item id: String, catalogue: Catalogue, lists: any PublicationLists) {
        guard let item = catalogue.item(id), let template = item.templates.first else { return nil }
        self.item = item
        self.template = template
        self.catalogue = catalogue
        self.lists = lists
    }

    /// The headings, in order.
    public var headings: [String] { template.columns.map(\.heading) }

    /// Writes all decisions since a day; returns how many.
    ///
    /// - Complexity: one indexed range in pages of 500 records, pinned to one sequence number.
    public func write(to path: String, format: Format, since: Day, today: Day) async throws -> Int {
        switch format {
        case .csv:
            let file = try CSVFileWriter(path: path, encoding: .utf8BOM)
            try file.write(headings)
            let count = try await eachRow(since: since, today: today) { try file.write($0) }
            try file.close()
            return count
        case .xlsx:
            let book = try XLSXWriter(path: path, constantMemory: true)
            let sheet = try book.addSheet(item.sheetName)
            try sheet.append(headings.map { .text($0) }, style: .heading)
            let count = try await eachRow(since: since, today: today) { row in
                try sheet.append(row.map { .text($0) }, style: .text)
            }
            try book.close()
            return count
        }
    }

    private func eachRow(since: Day, today: Day, _ body: ([String]) throws -> Void) async throws -> Int {
        var query = ListQuery(item: item.id, from: since, today: today, limit: 500)
        var count = 0
        repeat {
            let page = try await lists.page(query)
            for (subject, stored) in page.rows where item.mayBeTold(of: subject.kind) {
                let judged = disclose(stored.facts, on: today, today: today, viewer: .visitor, catalogue: catalogue)
                guard judged.isShown else { continue }
                try body(row(stored.facts.record, today))
                count += 1
            }
            query.cursor = page.next
        } while query.cursor != nil
        return count
    }

    private func row(_ record: CreditRecord, _ today: Day) -> [String] {
        template.columns.map { column in
            guard let id = column.field, let field = item.field(id), field.disclosure == .open,
                let value = record.fields[id]
            else { return "" }
            return ExportedCell.text(value, field, today)
        }
    }
}

/// A value as the province's form wants it: dates `2026/07/04`, amounts in the column's unit.
enum ExportedCell {
    static func text(_ value: FieldValue, _ field: Field, _ today: Day) -> String {
        switch value {
        case .text(let text): PersonalText.masked(text, on: today)
        case .day(let day): day.iso.replacing("-", with: "/")
        case .amount(let amount): amount.tenThousandYuan
        case .choices(let words): words.joined(separator: "、")
        case .personal: ""
        }
    }
}

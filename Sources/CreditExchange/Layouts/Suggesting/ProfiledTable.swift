import CreditCatalogue
import CreditModel
import CreditRules
import CreditSheets

/// A table with its headings, and what its columns look like.
struct ProfiledTable {
    /// How many rows are looked at.
    static let depth = 5_000

    /// What its sender calls it.
    let name: String
    /// Its headings by column; empty where a column has none.
    let headings: [String]
    /// What the cells look like, by column.
    private(set) var columns: [ColumnProfile]
    /// Rows that were looked at.
    private(set) var rows = 0

    /// Reads a table; `nil` where it has no row that could be one of headings.
    init?(_ index: Int, of set: TableSet, _ vocabulary: ColumnProfile.Vocabulary) throws(LayoutProblem) {
        let head = try TableHead.read(index, of: set)
        guard let row = ProfiledTable.headings(head.rows) else { return nil }
        name = head.name
        let width = (row.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        headings = Array(row.cells.prefix(width))
        columns = Array(repeating: ColumnProfile(), count: width)
        do throws(SheetError) {
            try read(try set.open(index), below: row.number, vocabulary)
        } catch {
            throw .sheet(error)
        }
    }

    private mutating func read(
        _ opened: any SheetReader,
        below headingRow: Int,
        _ vocabulary: ColumnProfile.Vocabulary
    ) throws(SheetError) {
        var reader = opened
        var row = SheetRow()
        while rows < ProfiledTable.depth, try reader.next(&row) {
            guard row.number > headingRow, !Intake.isBlank(row) else { continue }
            rows += 1
            for column in columns.indices {
                let cell = row.withCell(column) { CellText($0).string }
                if !cell.isEmpty { columns[column].add(cell, vocabulary) }
            }
        }
    }

    /// The row of headings: the first with nearly as many words as any, hardly a number among them.
    private static func headings(_ rows: [(number: Int, cells: [String])]) -> (number: Int, cells: [String])? {
        let most = rows.map { $0.cells.count { !$0.isEmpty } }.max() ?? 0
        guard most > 1 else { return nil }
        return rows.first { row in
            let words = row.cells.filter { !$0.isEmpty }
            let plain = words.filter {
                !$0.contains(where: \.isNumber) || $0.count > 24 || $0.contains("(") || $0.contains("_")
            }
            return words.count * 10 >= most * 8 && plain.count * 10 >= words.count * 6
        }
    }
}

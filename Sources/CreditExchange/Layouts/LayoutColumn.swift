import CreditCatalogue
import CreditModel
import CreditRules
import CreditSheets

/// A column of the context: which field it fills, and from which columns of which table.
struct LayoutColumn {
    /// What the sender calls it.
    let heading: String
    /// The field's place in its item.
    let place: Int
    /// The position of the join whose table it comes from; `nil` for the main table.
    let join: Int?
    /// The columns: of the main table by its own count, of a joined one by the count of the cells kept of it.
    let source: Source
    /// What is done to its cells.
    let steps: CellSteps
    /// Spellings of nothing.
    let none: Set<String>

    /// Where the cells come from.
    enum Source {
        case one(Int)
        case firstOf([Int])
        case together([Int], between: String)

        var columns: [Int] {
            switch self {
            case .one(let column): [column]
            case .firstOf(let columns), .together(let columns, _): columns
            }
        }
    }

    /// The column of the main table in which a fault is marked.
    var senderColumn: Int? { join == nil ? source.columns.first : nil }
}

/// How a row of the main table finds its partner.
struct LayoutJoin {
    let position: Int
    /// The key's columns in the main table, and what the sender calls them.
    let keys: [Int]
    let heading: String
    /// What the sender calls the other table.
    let name: String
    let isRequired: Bool
    let takesFirst: Bool
    let table: JoinedTable
}

/// Rows that a cell of theirs says are no records.
struct LayoutSkip {
    let reason: Bilingual
    private let column: Int
    private let values: Set<String>
    private let containing: [String]

    init(_ skip: Layout.Skip, column: Int) {
        self.column = column
        reason = skip.reason
        values = skip.values
        containing = skip.containing
    }

    func tells(_ row: SheetRow) -> Bool {
        let text = row.withCell(column) { CellText($0).string }
        return values.contains(text) || containing.contains { text.contains($0) }
    }
}

extension LayoutColumn.Source {
    /// A layout's source with the positions of the columns that were found.
    init(_ source: Layout.Source, _ columns: [Int]) {
        switch source {
        case .one: self = columns.first.map { .one($0) } ?? .firstOf([])
        case .firstOf: self = .firstOf(columns)
        case .together(_, let between): self = .together(columns, between: between)
        }
    }
}

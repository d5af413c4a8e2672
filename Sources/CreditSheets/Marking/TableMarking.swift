/// What is to be written upon one table of a file.
public struct TableMarking: Sendable {
    /// The table's index in ``SheetBook/tables``.
    public var table: Int
    /// The row of its headings, from 1.
    public var headingRow: Int
    /// The cells to be marked, in any order; the notes of several marks of one cell are joined.
    public var marks: [CellMark]
    /// The columns, from 0, whose cells below the headings hold personal numbers: what stands in them is sealed.
    public var secretColumns: Set<Int>

    /// A table's marking from its parts.
    public init(table: Int, headingRow: Int, marks: [CellMark], secretColumns: Set<Int> = []) {
        self.table = table
        self.headingRow = headingRow
        self.marks = marks
        self.secretColumns = secretColumns
    }
}

/// A row of the sheet in front of a marked workbook.
public struct SummaryRow: Sendable {
    /// The texts of its cells.
    public var cells: [String]
    /// How they look.
    public var style: SheetStyle
    /// The cell to which the first cell leads: the table's index, the row from 1, the column from 0.
    public var link: (table: Int, row: Int, column: Int)?

    /// A row from its parts.
    public init(
        _ cells: [String],
        style: SheetStyle = .plain,
        link: (table: Int, row: Int, column: Int)? = nil
    ) {
        self.cells = cells
        self.style = style
        self.link = link
    }
}

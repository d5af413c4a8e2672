/// A cell to be coloured, with what is to be said of it.
public struct CellMark: Sendable, Hashable {
    /// Why a cell is marked.
    public enum Kind: Sendable {
        /// Its row was refused for its sake.
        case refused
        /// Its row was taken in, with a warning.
        case warned
    }

    /// The row, from 1, as ``SheetRow/number`` counts.
    public var row: Int
    /// The column, from 0.
    public var column: Int
    /// Why it is marked; a cell that is marked for both reasons counts as refused.
    public var kind: Kind
    /// What the cell's comment says; a cell without it is only coloured.
    public var note: String

    /// A mark from its parts.
    public init(row: Int, column: Int, kind: Kind, note: String = "") {
        self.row = row
        self.column = column
        self.kind = kind
        self.note = note
    }
}

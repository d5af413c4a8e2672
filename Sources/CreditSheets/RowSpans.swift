/// Cells that reach down over rows below their own: what their sender sees in every one of these rows is given to each.
struct RowSpans {
    // What is filled in takes time that a small file must not be able to ask for without bound.
    private static let mostCells = 8_000_000
    private static let mostBytes = 256 << 20

    private struct Span {
        var column: Int
        var width: Int
        /// Further rows that it covers.
        var rows: Int
        var bytes: [UInt8]
    }

    // From left to right, those that cover the row at hand; `index` is the first not yet passed in it.
    private var spans: [Span] = []
    private var index = 0
    private var added: [Span] = []
    private var cells = 0
    private var bytes = 0

    /// Begins the next row, or the one so many rows below.
    mutating func beginRow(after rows: Int = 1) {
        index = 0
        guard !spans.isEmpty || !added.isEmpty else { return }
        spans += added
        added.removeAll(keepingCapacity: true)
        for place in spans.indices { spans[place].rows -= rows }
        spans.removeAll { $0.rows < 0 }
        spans.sort { $0.column < $1.column }
    }

    /// Forgets all of them, as at the end of a group of rows.
    mutating func clear() {
        spans.removeAll()
        added.removeAll()
        index = 0
    }

    /// Keeps a cell of the row at hand for so many rows below it.
    mutating func add(_ bytes: [UInt8], column: Int, width: Int, rows: Int) {
        guard rows > 0 else { return }
        added.append(Span(column: column, width: width, rows: rows, bytes: bytes))
    }

    /// Fills in what covers the row before a column.
    mutating func fill(_ row: inout SheetRow, before column: Int) throws(SheetError) {
        while index < spans.count, spans[index].column < column {
            try fill(&row)
        }
    }

    /// Fills in what covers the row at a column, and gives the next column that is free.
    mutating func fill(_ row: inout SheetRow, at column: Int) throws(SheetError) -> Int {
        var free = column
        while index < spans.count, spans[index].column <= free {
            free = max(free, spans[index].column + spans[index].width)
            try fill(&row)
        }
        return free
    }

    /// Fills in what covers the rest of the row.
    mutating func fillRest(_ row: inout SheetRow) throws(SheetError) {
        while index < spans.count { try fill(&row) }
    }

    private mutating func fill(_ row: inout SheetRow) throws(SheetError) {
        let span = spans[index]
        index += 1
        guard !span.bytes.isEmpty, span.column >= row.count else { return }
        cells += 1
        bytes += span.bytes.count
        guard cells <= RowSpans.mostCells, bytes <= RowSpans.mostBytes else {
            throw SheetError(.tooLarge, row: row.number, detail: "merged cells")
        }
        span.bytes.withUnsafeBufferPointer { row.append($0, at: span.column) }
    }
}

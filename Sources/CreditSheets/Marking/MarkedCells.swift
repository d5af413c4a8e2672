/// The marks of one table, one a cell, in the order of the sheet.
struct MarkedCells {
    // Excel's limit for a cell's text, which holds for comments too.
    private static let longestNote = 32_000

    /// The marks, by row and column.
    let cells: [CellMark]
    private var next = 0

    init(_ marks: [CellMark]) {
        let sorted = marks.filter { $0.row > 0 && $0.column >= 0 }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        var cells: [CellMark] = []
        cells.reserveCapacity(sorted.count)
        for mark in sorted {
            guard let last = cells.last, (last.row, last.column) == (mark.row, mark.column) else {
                cells.append(mark)
                continue
            }
            cells[cells.count - 1] = MarkedCells.joined(last, mark)
        }
        self.cells = cells
    }

    /// The rows that hold marks.
    var rows: Set<Int> { Set(cells.map(\.row)) }

    /// The row of the next mark that has not been taken.
    var nextRow: Int? { next < cells.count ? cells[next].row : nil }

    /// Takes the marks of a row, passing over those of rows above it.
    mutating func take(row: Int) -> ArraySlice<CellMark> {
        while next < cells.count, cells[next].row < row { next += 1 }
        let start = next
        while next < cells.count, cells[next].row == row { next += 1 }
        return cells[start..<next]
    }

    private static func joined(_ first: CellMark, _ second: CellMark) -> CellMark {
        var joined = first
        if second.kind == .refused { joined.kind = .refused }
        let fits = !second.note.isEmpty && first.note.utf8.count + second.note.utf8.count < longestNote
        if fits, !first.note.split(separator: "\n").contains(second.note[...]) {
            joined.note = first.note.isEmpty ? second.note : first.note + "\n" + second.note
        }
        return joined
    }
}

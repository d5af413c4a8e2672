/// The merged cells of a sheet, of which every row shows what its sender sees: a cell merged over several rows belongs to each
/// of them.
///
/// A merge gives its value to its first column only, and to rows that hold something besides: a merge over rows that are
/// otherwise empty makes no rows. Cells that hold a value of their own keep it.
///
/// ```swift
/// var merged = MergedCells()
/// try merged.add(firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: 0)
/// while try reader.next(&row) { try merged.fill(&row) }
/// ```
struct MergedCells {
    /// Cells that are filled, and merges that are kept, at most.
    static let maximum = 100_000

    private struct Merge {
        var firstRow: Int32
        var lastRow: Int32
        var column: Int32
    }

    /// A merge whose first row has gone by.
    private struct Open {
        var lastRow: Int
        var column: Int
        var value: [UInt8]
    }

    private var merges: [Merge] = []
    private var isSorted = true
    private var next = 0
    private var open: [Open] = []
    private var filled = 0

    /// Whether there is nothing to fill.
    var isEmpty: Bool { merges.isEmpty }

    /// Adds a merge, rows counted from 1 and columns from 0, the last ones included; those within a row are passed over.
    ///
    /// - Throws: `tooLarge` where there are too many.
    mutating func add(firstRow: Int, lastRow: Int, firstColumn: Int, lastColumn: Int) throws(SheetError) {
        guard firstRow > 0, firstRow < lastRow, lastRow < Int32.max, 0 <= firstColumn, firstColumn <= lastColumn,
            firstColumn < Int32.max
        else { return }
        guard merges.count < MergedCells.maximum else { throw SheetError(.tooLarge, detail: "merged cells") }
        if let last = merges.last, last.firstRow > firstRow { isSorted = false }
        merges.append(Merge(firstRow: Int32(firstRow), lastRow: Int32(lastRow), column: Int32(firstColumn)))
    }

    /// Fills a row; rows come in ascending order, those that hold nothing left out.
    ///
    /// - Throws: `tooLarge` where too many cells are to be filled: what a sender sees is not left out without a word.
    /// - Complexity: a comparison for rows without merges; else one step for each merge that the row lies in.
    @inline(__always)
    mutating func fill(_ row: inout SheetRow) throws(SheetError) {
        if open.isEmpty, next == merges.count { return }
        try fillOpen(&row)
    }

    @inline(never)
    private mutating func fillOpen(_ row: inout SheetRow) throws(SheetError) {
        if !isSorted {
            merges.sort { $0.firstRow < $1.firstRow }
            isSorted = true
        }
        open.removeAll { $0.lastRow < row.number }
        for merge in open {
            filled += 1
            guard filled <= MergedCells.maximum else {
                throw SheetError(.tooLarge, row: row.number, detail: "merged cells")
            }
            if row.withCell(merge.column, \.isEmpty) { row.insert(merge.value, at: merge.column) }
        }
        while next < merges.count, merges[next].firstRow <= row.number {
            begin(merges[next], row)
            next += 1
        }
    }

    /// Takes up a merge at its first row; one whose first row holds nothing has no value to give.
    private mutating func begin(_ merge: Merge, _ row: SheetRow) {
        let column = Int(merge.column)
        guard Int(merge.firstRow) == row.number, !row.withCell(column, \.isEmpty) else { return }
        open.removeAll { $0.column == column }
        open.append(Open(lastRow: Int(merge.lastRow), column: column, value: row.withCell(column) { Array($0) }))
    }
}

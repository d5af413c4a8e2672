/// The merged cells of a sheet as rectangles, for marks that would stand on a cell that nobody sees.
struct SheetMerges {
    // A longer tag is none of a merge.
    private static let longestTag = 1 << 10

    /// A merge, rows from 1 and columns from 0; it shows what stands in its first cell.
    struct Merge {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    private(set) var merges: [Merge] = []

    /// Some merges.
    init(_ merges: [Merge] = []) {
        self.merges = merges
    }

    /// Finds a sheet's merges in its bytes as they are unpacked; those beyond ``MergedCells/maximum`` are passed over.
    ///
    /// - Complexity: one pass; memory for the merges.
    init(_ entry: ZipEntry) throws(SheetError) {
        let room = Memory(count: 256 << 10)
        var held = 0
        while true {
            let got = try entry.read(into: room.base + held, atMost: room.count - held)
            guard got > 0 else { return }
            let bytes = UnsafeBufferPointer(start: UnsafePointer(room.base), count: held + got)
            // A tag that is not whole is looked at again with what follows.
            let tail = bytes.suffix(SheetMerges.longestTag)
            let start = tail.lastIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
            find(in: UnsafeBufferPointer(rebasing: bytes[..<start]))
            held = bytes.count - start
            if held > 0 { room.base.update(from: room.base + start, count: held) }
            // Only the last tag of all is left over, and it ends the sheet.
        }
    }

    /// The marks with those on covered cells moved to where they are seen, each saying in which row it was.
    ///
    /// - Complexity: the marks and, of the merges, the marked columns that they lie over.
    func moved(_ marks: [CellMark]) -> [CellMark] {
        guard !merges.isEmpty else { return marks }
        let columns = Set(marks.map(\.column)).sorted()
        let merges = merges.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
        var owners: [Int: Merge] = [:]
        var next = 0
        return marks.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
            .map { mark in
                while next < merges.count, merges[next].rows.lowerBound <= mark.row {
                    if merges[next].rows.upperBound >= mark.row { own(merges[next], columns, &owners) }
                    next += 1
                }
                guard let owner = owners[mark.column], owner.rows.contains(mark.row) else { return mark }
                return SheetMerges.moved(mark, to: owner)
            }
    }

    private func own(_ merge: Merge, _ columns: [Int], _ owners: inout [Int: Merge]) {
        var low = 0
        var high = columns.count
        while low < high {
            let middle = (low + high) / 2
            if columns[middle] < merge.columns.lowerBound { low = middle + 1 } else { high = middle }
        }
        for column in columns[low...].prefix(while: { $0 <= merge.columns.upperBound }) { owners[column] = merge }
    }

    private static func moved(_ mark: CellMark, to merge: Merge) -> CellMark {
        let (row, column) = (merge.rows.lowerBound, merge.columns.lowerBound)
        guard (mark.row, mark.column) != (row, column) else { return mark }
        var moved = mark
        (moved.row, moved.column) = (row, column)
        if !mark.note.isEmpty { moved.note = "[第 \(mark.row) 行 row \(mark.row)] " + mark.note }
        return moved
    }

    private mutating func find(in bytes: UnsafeBufferPointer<UInt8>) {
        guard var place = bytes.baseAddress else { return }
        let end = place + bytes.count
        while merges.count < MergedCells.maximum, let found = ByteSearch.first("mergeCell", from: place, to: end) {
            place = found + 9
            guard place < end, [9, 10, 13, 32].contains(place.pointee),
                let close = ByteSearch.first(">", from: place, to: end)
            else { continue }
            let tag =
                "<c" + String(decoding: UnsafeBufferPointer(start: place, count: close - place), as: UTF8.self) + ">"
            if let merge = SheetMerges.merge(TagText(bytes: Array(tag.utf8)).text("ref") ?? "") { merges.append(merge) }
            place = close
        }
    }

    /// What `B2:C5` covers; `nil` for a single cell.
    private static func merge(_ reference: String) -> Merge? {
        let corners = reference.split(separator: ":").map { Array($0.utf8) }
        guard corners.count == 2 else { return nil }
        let columns = corners.compactMap { $0.withUnsafeBufferPointer { CellReference.column($0) } }
        let rows = corners.compactMap { $0.withUnsafeBufferPointer { CellReference.row($0) } }
        guard columns.count == 2, rows.count == 2, columns[0] <= columns[1], rows[0] <= rows[1],
            rows[0] > 0, (columns[0], rows[0]) != (columns[1], rows[1])
        else { return nil }
        return Merge(rows: rows[0]...rows[1], columns: columns[0]...columns[1])
    }
}

/// Finds the merged cells of a sheet, which stand behind its rows, in the bytes of the whole part.
///
/// It looks for the elements as text from the end of the rows on, so that the rows are not scanned twice. What is found wrongly
/// in a comment there does no harm beyond a value too many.
enum MergeSearch {
    /// The merges of a part.
    ///
    /// - Throws: `tooLarge` where there are too many.
    static func merges(in part: UnsafeBufferPointer<UInt8>) throws(SheetError) -> MergedCells {
        var merged = MergedCells()
        guard let base = part.baseAddress, var place = rowsEnd(part) else { return merged }
        let end = base + part.count
        while let found = ByteSearch.first("mergeCell", from: place, to: end) {
            place = found + 9
            guard kind(place.pointee) == .blank, let close = ByteSearch.first(">", from: place, to: end) else {
                continue
            }
            if let range = reference(place, close) { try add(range, to: &merged) }
            place = close
        }
        return merged
    }

    /// Where the rows end: behind the last `sheetData>` or `sheetData/>`.
    private static func rowsEnd(_ part: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8>? {
        guard let base = part.baseAddress else { return nil }
        // What follows the rows is mostly short: from the end backwards in steps that overlap by the longest word.
        var end = part.count
        let step = 64 << 10
        while end > 0 {
            let start = max(0, end - step)
            var place = base + start
            var last: UnsafePointer<UInt8>?
            while let found = ByteSearch.first("sheetData", from: place, to: base + min(end + 16, part.count)) {
                place = found + 9
                if place < base + part.count, [UInt8(ascii: ">"), UInt8(ascii: "/")].contains(place.pointee) {
                    last = place
                }
            }
            if let last { return last }
            end = start
        }
        return nil
    }

    private enum Kind { case blank, other }

    private static func kind(_ byte: UInt8) -> Kind {
        [9, 10, 13, 32].contains(byte) ? .blank : .other
    }

    /// The value of the attribute `ref` of a tag.
    private static func reference(
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8>? {
        guard var place = ByteSearch.first("ref", from: start, to: end).map({ $0 + 3 }) else { return nil }
        while place < end, kind(place.pointee) == .blank || place.pointee == UInt8(ascii: "=") { place += 1 }
        guard place < end else { return nil }
        let quote = place.pointee
        let from = place + 1
        place = from
        while place < end, place.pointee != quote { place += 1 }
        return UnsafeBufferPointer(start: from, count: place - from)
    }

    /// Adds `B2:C5`.
    private static func add(_ range: UnsafeBufferPointer<UInt8>, to merged: inout MergedCells) throws(SheetError) {
        guard let colon = range.firstIndex(of: UInt8(ascii: ":")) else { return }
        let first = UnsafeBufferPointer(rebasing: range[..<colon])
        let last = UnsafeBufferPointer(rebasing: range[(colon + 1)...])
        guard let firstColumn = CellReference.column(first), let lastColumn = CellReference.column(last),
            let firstRow = CellReference.row(first), let lastRow = CellReference.row(last)
        else { return }
        try merged.add(firstRow: firstRow, lastRow: lastRow, firstColumn: firstColumn, lastColumn: lastColumn)
    }
}

/// Merged cells of a sheet of Excel 97–2003: what stands in the first row of a merge belongs to all its rows.
///
/// Rows 2 and on of a merge get its value in the merge's first column, unless they hold a value of their own there. Rows that
/// hold nothing else stay what they are.
struct LegacyMerges {
    private static let maximumMerges = 100_000
    private static let maximumFilled = 100_000

    private struct Merge {
        var first: Int
        var last: Int
        var column: Int
    }

    private struct Filling {
        var last: Int
        var value: [UInt8]
    }

    private var merges: [Merge] = []
    private var next = 0
    private var fillings: [Int: Filling] = [:]
    private var filled = 0

    /// Takes in the merges of a record, of which only those over several rows matter.
    mutating func add(_ record: LegacyRecord, _ stream: LegacyStream) throws(SheetError) {
        guard record.count >= 2 else { return }
        let claimed = stream.bytes.word(at: record.start)
        for index in 0..<min(claimed, (record.count - 2) / 8) {
            let place = record.start + 2 + index * 8
            let first = stream.bytes.word(at: place)
            let last = stream.bytes.word(at: place + 2)
            guard last > first else { continue }
            merges.append(Merge(first: first, last: last, column: stream.bytes.word(at: place + 4)))
        }
        guard merges.count <= LegacyMerges.maximumMerges else { throw SheetError(.tooLarge, detail: "merged cells") }
    }

    /// Puts the merges in order, once all of them are there.
    mutating func settle() {
        merges.sort { ($0.first, $0.column) < ($1.first, $1.column) }
    }

    /// Fills the values of merges into a row; rows are given from the first to the last, those without a value of their own
    /// left out.
    ///
    /// - Throws: `tooLarge` beyond 100,000 filled cells.
    mutating func fill(_ row: inout SheetRow) throws(SheetError) {
        let number = row.number - 1
        guard !fillings.isEmpty || (next < merges.count && merges[next].first <= number) else { return }
        fillings = fillings.filter { $0.value.last >= number }
        if !fillings.isEmpty { try merge(into: &row) }
        begin(row, number)
    }

    private mutating func begin(_ row: SheetRow, _ number: Int) {
        while next < merges.count, merges[next].first <= number {
            let merge = merges[next]
            next += 1
            guard merge.first == number else { continue }
            let value = row.withCell(merge.column) { Array($0) }
            if !value.isEmpty { fillings[merge.column] = Filling(last: merge.last, value: value) }
        }
    }

    private mutating func merge(into row: inout SheetRow) throws(SheetError) {
        var whole = SheetRow()
        whole.begin(number: row.number)
        let last = max(row.count, (fillings.keys.max() ?? -1) + 1)
        for column in 0..<last {
            var value = row.withCell(column) { Array($0) }
            if value.isEmpty, let filling = fillings[column] {
                value = filling.value
                filled += 1
            }
            if !value.isEmpty { value.withUnsafeBufferPointer { whole.append($0, at: column) } }
        }
        guard filled <= LegacyMerges.maximumFilled else {
            throw SheetError(.tooLarge, row: row.number, detail: "merged cells")
        }
        row = whole
    }
}

/// The rows of one sheet of a workbook of Excel 97–2003, in order.
///
/// The places of its cells are held, eight bytes each; their values are read as their rows are asked for. Of a cell that was
/// written twice the later one counts.
struct LegacyRows {
    // Cells that share one long string let a small file grow without end.
    private static let maximumTextBytes = 1 << 30

    private let stream: LegacyStream
    private let cell: LegacyCell
    private let limits: SheetLimits
    private let places: [LegacyIndex.Place]
    private let maximumTextBytes: Int
    private var merges: MergedCells
    private var next = 0
    private var slots: [Slot]
    private var value: [UInt8] = []
    private var textBytes = 0

    /// The record that gives a column its value, and which of the record's cells it is.
    private struct Slot {
        var place = -1
        var index = 0
    }

    /// Looks through a sheet's records, which lie in a range of the stream.
    init(
        _ stream: LegacyStream,
        _ globals: LegacyGlobals,
        _ records: Range<Int>,
        _ limits: SheetLimits
    ) throws(SheetError) {
        let index = try LegacyIndex(stream, records)
        self.stream = stream
        cell = LegacyCell(stream, globals)
        self.limits = limits
        places = index.places
        merges = index.merges
        slots = [Slot](repeating: Slot(), count: limits.maximumColumns)
        let most = LegacyRows.maximumTextBytes
        let ratio = min(Int(clamping: limits.maximumExpansionRatio), most)
        let allowance = min(Int(clamping: limits.expansionAllowance), most)
        maximumTextBytes = min(most, allowance + ratio * stream.bytes.count)
    }

    /// The part of the cells that has been read, 0 to 1.
    var progress: Double {
        places.isEmpty ? 1 : Double(next) / Double(places.count)
    }

    /// Reads the next row that holds anything.
    ///
    /// - Throws: `legacyBroken`, `encodingBroken`, `cellTooLong`, `tooManyColumns`, `tooManyRows`, `tooLarge`.
    mutating func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
        while next < places.count {
            let number = places[next].row + 1
            guard number <= limits.maximumRows else { throw SheetError(.tooManyRows, row: number) }
            row.begin(number: number)
            do throws(SheetError) {
                try append(to: &row, columns: try gather(number))
            } catch {
                throw SheetError(error.kind, row: number, detail: error.detail)
            }
            guard !row.isEmpty else { continue }
            try merges.fill(&row)
            textBytes += row.used
            guard textBytes <= maximumTextBytes else {
                throw SheetError(.tooLarge, row: number, detail: "repeated texts")
            }
            return true
        }
        return false
    }

    /// Puts the records of a row in the slots of their columns, and gives the number of columns.
    private mutating func gather(_ number: Int) throws(SheetError) -> Int {
        var columns = 0
        while next < places.count, places[next].row + 1 == number {
            let place = places[next].place
            next += 1
            guard let record = stream.record(at: place) else { continue }
            let first = stream.bytes.word(at: record.start + 2)
            let count = record.kind == .manyNumbers ? (record.count - 6) / 6 : 1
            guard first + count <= slots.count else { throw SheetError(.tooManyColumns) }
            for index in 0..<count where slots[first + index].place < place {
                slots[first + index] = Slot(place: place, index: index)
            }
            columns = max(columns, first + count)
        }
        return columns
    }

    private mutating func append(to row: inout SheetRow, columns: Int) throws(SheetError) {
        for column in 0..<columns where slots[column].place >= 0 {
            let slot = slots[column]
            slots[column] = Slot()
            guard let record = stream.record(at: slot.place) else { continue }
            value.removeAll(keepingCapacity: true)
            try cell.append(record, slot.index, to: &value)
            guard !value.isEmpty else { continue }
            guard value.count <= limits.maximumCellBytes else { throw SheetError(.cellTooLong) }
            value.withUnsafeBufferPointer { row.append($0, at: column) }
        }
    }
}

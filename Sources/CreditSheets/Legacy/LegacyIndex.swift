/// Where the cells of one sheet lie in the stream, by row and column, in whatever order they were written.
struct LegacyIndex {
    /// A record with one cell or a run of them: its row, first column and place, packed so that they sort in this order.
    struct Place: Comparable {
        private let packed: UInt64

        init(row: Int, column: Int, place: Int) {
            packed = UInt64(row) << 48 | UInt64(column) << 32 | UInt64(UInt32(truncatingIfNeeded: place))
        }

        /// The row, from 0.
        var row: Int { Int(packed >> 48) }
        /// The place of its record.
        var place: Int { Int(packed & 0xFFFF_FFFF) }

        static func < (left: Place, right: Place) -> Bool { left.packed < right.packed }
    }

    /// The cells that hold something.
    private(set) var places: [Place] = []
    /// The merged cells.
    private(set) var merges = MergedCells()
    private var isSorted = true

    /// Looks through a sheet's records, which lie in a range of the stream.
    ///
    /// - Throws: `legacyBroken` where the sheet does not begin or end as one, `tooLarge`.
    init(_ stream: LegacyStream, _ range: Range<Int>) throws(SheetError) {
        guard let first = stream.record(at: range.lowerBound), first.kind == .begin else {
            throw SheetError(.legacyBroken, detail: "no sheet at \(range.lowerBound)")
        }
        guard stream.beginsSheet(first) else { return }
        var place = first.end
        // Charts lie in a sheet as parts of their own.
        var depth = 1
        while place < range.upperBound, let record = stream.record(at: place) {
            if record.kind == .begin { depth += 1 }
            if record.kind == .end { depth -= 1 }
            guard depth > 0 else { break }
            if depth == 1 { try note(record, at: place, stream) }
            place = record.end
        }
        guard depth == 0 else { throw SheetError(.legacyBroken, detail: "a sheet does not end") }
        if !isSorted { places.sort() }
    }

    private mutating func note(_ record: LegacyRecord, at place: Int, _ stream: LegacyStream) throws(SheetError) {
        switch record.kind {
        case .number, .label, .richLabel, .sharedLabel, .booleanOrError, .shortNumber, .formula, .manyNumbers:
            guard record.count >= 8 else { throw SheetError(.legacyBroken, detail: "cell of \(record.count) bytes") }
            let row = stream.bytes.word(at: record.start)
            let found = Place(row: row, column: stream.bytes.word(at: record.start + 2), place: place)
            if let last = places.last, last > found { isSorted = false }
            places.append(found)
        case .mergedCells: try addMerges(record, stream)
        default: break
        }
    }

    private mutating func addMerges(_ record: LegacyRecord, _ stream: LegacyStream) throws(SheetError) {
        guard record.count >= 2 else { return }
        let claimed = stream.bytes.word(at: record.start)
        for index in 0..<min(claimed, (record.count - 2) / 8) {
            let place = record.start + 2 + index * 8
            try merges.add(
                firstRow: stream.bytes.word(at: place) + 1,
                lastRow: stream.bytes.word(at: place + 2) + 1,
                firstColumn: stream.bytes.word(at: place + 4),
                lastColumn: stream.bytes.word(at: place + 6)
            )
        }
    }
}

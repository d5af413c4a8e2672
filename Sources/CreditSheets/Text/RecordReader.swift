/// Takes record after record from a text's window, and makes room where one needs it.
struct RecordReader: ~Copyable {
    private var feed: TextFeed
    private let scanner: RecordScanner
    private let limits: SheetLimits
    private var number = 0

    init(_ feed: consuming TextFeed, _ scanner: RecordScanner, _ limits: SheetLimits) {
        self.feed = feed
        self.scanner = scanner
        self.limits = limits
    }

    /// Reads the next record; after an error there is none.
    mutating func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
        do throws(SheetError) {
            return try scan(&row)
        } catch {
            feed.drop()
            throw error
        }
    }

    private mutating func scan(_ row: inout SheetRow) throws(SheetError) -> Bool {
        while true {
            if feed.count == 0 {
                guard !feed.ended else { return false }
                try feed.refill()
                continue
            }
            switch attempt(&row.bytes, &row.ends) {
            case .record(let cells, let next):
                feed.advance(to: next)
                number += 1
                row.number = number
                row.count = cells
                try check(row)
                return true
            case .needsBytes: row.growBytes()
            case .needsEnds:
                guard row.ends.count < limits.maximumColumns + RecordScanner.endSlack else {
                    throw fault(.tooManyColumns)
                }
                row.growEnds()
            case .needsInput(let cellBytes, let quoted): try goOn(cellBytes: cellBytes, quoted: quoted)
            }
        }
    }

    @inline(__always)
    private func attempt(_ bytes: inout [UInt8], _ ends: inout [Int32]) -> RecordScanner.Outcome {
        bytes.withUnsafeMutableBufferPointer { bytes in
            ends.withUnsafeMutableBufferPointer { ends in
                guard let bytesBase = bytes.baseAddress, let endsBase = ends.baseAddress else { return .needsBytes }
                let output = RecordScanner.Output(
                    bytes: bytesBase,
                    byteCount: bytes.count,
                    ends: endsBase,
                    endCount: ends.count
                )
                return scanner.scan(feed.input, output)
            }
        }
    }

    /// Reads on within a record, unless its text has ended or its cell is too long already.
    private mutating func goOn(cellBytes: Int, quoted: Bool) throws(SheetError) {
        guard cellBytes <= limits.maximumCellBytes + 8 else { throw fault(.cellTooLong) }
        guard !feed.ended else { throw fault(.unterminatedQuote) }
        try feed.refill()
    }

    private func check(_ row: SheetRow) throws(SheetError) {
        guard number <= limits.maximumRows else { throw SheetError(.tooManyRows, row: number) }
        guard row.count <= limits.maximumColumns else { throw SheetError(.tooManyColumns, row: number) }
        guard row.count > 0, Int(row.ends[row.count - 1]) > limits.maximumCellBytes else { return }
        var start: Int32 = 0
        for end in row.ends[0..<row.count] {
            guard Int(end - start) <= limits.maximumCellBytes else { throw SheetError(.cellTooLong, row: number) }
            start = end
        }
    }

    private func fault(_ kind: SheetError.Kind) -> SheetError {
        SheetError(kind, row: number + 1)
    }
}

/// Takes one record of delimited text apart, eight bytes at a step (RFC 4180, read leniently).
///
/// A cell is quoted when its first byte is a quotation mark; a mark further in stands for itself, and so does what follows
/// the closing one. A record ends with LF, CRLF or CR. Input and output are bare memory: it is the hot path of taking in.
struct RecordScanner {
    /// Where the scan reads; `padding` bytes after `end` may be looked at.
    struct Input {
        var start: UnsafePointer<UInt8>
        var end: UnsafePointer<UInt8>
    }

    /// Where the scan writes the cells' bytes and ends.
    struct Output {
        var bytes: UnsafeMutablePointer<UInt8>
        var byteCount: Int
        var ends: UnsafeMutablePointer<Int32>
        var endCount: Int
    }

    /// How a scan ended.
    enum Outcome {
        /// The record is whole: the cells it has, and where the next one starts.
        case record(cells: Int, next: UnsafePointer<UInt8>)
        /// The input ends within the record, so many bytes into a cell.
        case needsInput(cellBytes: Int, quoted: Bool)
        /// The output is too small: scan again with more room for bytes, or for ends.
        case needsBytes, needsEnds
    }

    /// How many ends must be free where a word is taken up: each of its bytes may end a cell.
    static let endSlack = 8

    private let delimiter: UInt8
    private let delimiters: UInt64
    private static let quote = UInt8(ascii: "\"")
    private static let quotes = EightBytes.pattern(quote)
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        delimiters = EightBytes.pattern(delimiter)
    }

    /// Where a scan stands: a word of input of which `left` bytes are not yet done with, and its flagged bytes.
    private struct Cursor {
        var place: UnsafePointer<UInt8>
        var out: UnsafeMutablePointer<UInt8>
        var word: UInt64 = 0
        var mask: UInt64 = 0
        var left = 0

        /// The byte that comes next, whether it is in the word or after it.
        var next: UnsafePointer<UInt8> {
            @inline(__always) get { place - left }
        }

        init(_ place: UnsafePointer<UInt8>, _ out: UnsafeMutablePointer<UInt8>) {
            self.place = place
            self.out = out
        }

        /// Moves the word's bytes before the next flagged one to the output, and that one out of the way.
        @inline(__always)
        mutating func takeFlagged() -> UInt8 {
            let bit = mask.trailingZeroBitCount
            let count = bit >> 3
            out += count
            left -= count + 1
            let rest = word >> UInt64(bit - 7)
            word = rest >> 8
            mask = (mask >> UInt64(bit - 7)) >> 8
            return UInt8(truncatingIfNeeded: rest)
        }
    }

    /// Scans the record at the front of the input, which holds at least one byte.
    ///
    /// The words follow one another at a fixed stride, so the processor looks ahead; what a word holds is taken from
    /// registers, cell by cell.
    @inline(__always)
    func scan(_ input: Input, _ output: Output) -> Outcome {
        if let next = lineEnd(input.start, input.end) { return .record(cells: 0, next: next) }
        // Room for two words that are stored whole, whatever of them counts.
        let full = output.bytes + (output.byteCount - 16)
        var cursor = Cursor(input.start, output.bytes)
        var cells = 0
        var cellStart = cursor.out
        if input.start.pointee == RecordScanner.quote, let stop = passQuoted(&cursor, input, full) { return stop }
        while true {
            EightBytes.store(cursor.word, cursor.out)
            if cursor.mask == 0 {
                cursor.out += cursor.left
                guard cursor.out < full else { return .needsBytes }
                guard cells + RecordScanner.endSlack <= output.endCount else { return .needsEnds }
                guard load(&cursor, input.end) else {
                    return .needsInput(cellBytes: cursor.out - cellStart, quoted: false)
                }
                continue
            }
            let byte = cursor.takeFlagged()
            if byte == delimiter {
                output.ends[cells] = Int32(truncatingIfNeeded: cursor.out - output.bytes)
                cells += 1
                cellStart = cursor.out
                if cursor.next.pointee == RecordScanner.quote, let stop = passQuoted(&cursor, input, full) {
                    return stop
                }
            } else if byte == RecordScanner.lineFeed || byte == RecordScanner.carriageReturn {
                guard let next = lineEnd(cursor.next - 1, input.end) else {
                    return .needsInput(cellBytes: 0, quoted: false)
                }
                output.ends[cells] = Int32(truncatingIfNeeded: cursor.out - output.bytes)
                return .record(cells: cells + 1, next: next)
            } else {
                cursor.out.pointee = byte
                cursor.out += 1
            }
        }
    }

    /// Takes up the next word; flags no byte beyond the input.
    @inline(__always)
    private func load(_ cursor: inout Cursor, _ end: UnsafePointer<UInt8>) -> Bool {
        cursor.word = EightBytes.load(cursor.place)
        cursor.mask = EightBytes.matchOrLow(cursor.word, delimiters)
        cursor.left = 8
        if cursor.place + 8 > end {
            let available = end - cursor.place
            guard available > 0 else { return false }
            cursor.left = available
            cursor.mask &= (1 << UInt64(available * 8)) - 1
            cursor.place = end
            return true
        }
        cursor.place += 8
        return true
    }

    /// Passes over a cell's quoted part, whose opening mark comes next; gives the outcome where it cannot.
    private func passQuoted(
        _ cursor: inout Cursor,
        _ input: Input,
        _ full: UnsafeMutablePointer<UInt8>
    ) -> Outcome? {
        guard cursor.next < input.end else { return nil }
        let quoted = scanQuoted(cursor.next + 1, input.end, cursor.out, full)
        guard quoted.out < full else { return .needsBytes }
        guard quoted.closed else { return .needsInput(cellBytes: quoted.out - cursor.out, quoted: true) }
        cursor = Cursor(quoted.place, quoted.out)
        return nil
    }

    /// Where the next record starts, if a line ends here; a CR is judged by the byte after it.
    @inline(__always)
    private func lineEnd(_ place: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        guard place < end else { return nil }
        if place.pointee == RecordScanner.lineFeed { return place + 1 }
        guard place.pointee == RecordScanner.carriageReturn, place + 1 < end else { return nil }
        return place[1] == RecordScanner.lineFeed ? place + 2 : place + 1
    }

    /// Copies what stands between quotation marks; doubled ones become one.
    private func scanQuoted(
        _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>,
        _ output: UnsafeMutablePointer<UInt8>,
        _ full: UnsafeMutablePointer<UInt8>
    ) -> (place: UnsafePointer<UInt8>, out: UnsafeMutablePointer<UInt8>, closed: Bool) {
        var place = start
        var out = output
        while place < end, out < full {
            let word = EightBytes.load(place)
            EightBytes.store(word, out)
            let mask = EightBytes.match(word, RecordScanner.quotes)
            let length = mask == 0 ? 8 : EightBytes.first(mask)
            place += length
            out += length
            if mask == 0 { continue }
            guard place + 1 < end else { break }
            guard place[1] == RecordScanner.quote else { return (place + 1, out, true) }
            out.pointee = RecordScanner.quote
            out += 1
            place += 2
        }
        return (place, out, false)
    }
}

internal import Glibc

/// The bytes of a workbook's part in UTF-8, whatever it was written in.
struct XMLInput: ~Copyable {
    private static let headBytes = 512

    private let entry: ZipEntry
    private let converter: TextConverter?
    // Read and not yet handed on: the head, from which the encoding is known, and what waits to be converted.
    private let waiting: Memory
    private var start: Int
    private var end: Int

    private init(_ entry: ZipEntry, _ converter: TextConverter?, _ waiting: consuming Memory, _ range: Range<Int>) {
        self.entry = entry
        self.converter = converter
        self.waiting = waiting
        (start, end) = (range.lowerBound, range.upperBound)
    }

    /// Reads the front of a part.
    ///
    /// - Throws: `zipBroken`, `zipBomb`, and `xmlBroken` where it declares an encoding that is not known here.
    static func open(_ entry: ZipEntry) throws(SheetError) -> XMLInput {
        let waiting = Memory(count: 32 << 10)
        var end = 0
        while end < XMLInput.headBytes {
            let got = try entry.read(into: waiting.base + end, atMost: XMLInput.headBytes - end)
            if got == 0 { break }
            end += got
        }
        let encoding = XMLEncoding(UnsafeBufferPointer(start: waiting.base, count: end))
        let converter = try encoding.iconvName.map { (name) throws(SheetError) in try XMLInput.converter(name) }
        return XMLInput(entry, converter, waiting, encoding.markBytes..<end)
    }

    private static func converter(_ name: String) throws(SheetError) -> TextConverter {
        do throws(SheetError) {
            return try TextConverter(from: name, to: "UTF-8")
        } catch {
            throw SheetError(.xmlBroken, detail: "encoding")
        }
    }

    /// The part of it that has been read.
    var progress: Double {
        entry.size == 0 ? 1 : min(1, Double(entry.offset) / Double(entry.size))
    }

    /// Hands on some bytes, more than none while there are any.
    ///
    /// - Throws: `zipBroken`, `zipBomb`, `xmlBroken`.
    mutating func read(into buffer: UnsafeMutablePointer<UInt8>, atMost count: Int) throws(SheetError) -> Int {
        if let converter { return try convert(converter, into: buffer, count) }
        guard start < end else { return try entry.read(into: buffer, atMost: count) }
        let got = min(count, end - start)
        memcpy(buffer, waiting.base + start, got)
        start += got
        return got
    }

    /// Unpacks what nobody wants, so that its checksum is looked at.
    func drain() throws(SheetError) {
        try entry.drain()
    }

    private mutating func convert(
        _ converter: TextConverter,
        into buffer: UnsafeMutablePointer<UInt8>,
        _ room: Int
    ) throws(SheetError) -> Int {
        while true {
            let step = converter.convert(waiting.base + start, end - start, into: buffer, room: room)
            start += step.consumed
            guard step.stop != .inputBroken else { throw SheetError(.xmlBroken, detail: "characters") }
            if step.produced > 0 { return step.produced }
            memmove(waiting.base, waiting.base + start, end - start)
            (start, end) = (0, end - start)
            let got = try entry.read(into: waiting.base + end, atMost: waiting.count - end)
            guard got > 0 else {
                guard end == 0 else { throw SheetError(.xmlBroken, detail: "characters") }
                return 0
            }
            end += got
        }
    }
}

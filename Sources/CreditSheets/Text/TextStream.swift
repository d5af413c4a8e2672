internal import Glibc

/// A text's bytes in UTF-8, piece by piece, whatever they are in the file.
final class TextStream {
    /// The encoding in the file.
    let encoding: TextEncoding
    private let source: ByteSource
    private let converter: TextConverter?
    private let pieceBytes: Int
    private var raw: Memory
    private var rawCount = 0
    private var rawEnded = false
    private var tally: RepairTally?

    /// A stream from the start of a source, whose encoding is found out by reading it once through.
    convenience init(_ source: ByteSource, pieceBytes: Int) throws(SheetError) {
        try self.init(source, TextSurvey(source, pieceBytes: pieceBytes), pieceBytes: pieceBytes)
    }

    /// A stream of a source whose encoding is known, from a place in the file that is the start of a character.
    ///
    /// Only a stream from the start gives up a text of which too much is broken: a part of a text says little.
    init(
        _ source: ByteSource,
        _ survey: TextSurvey,
        pieceBytes: Int,
        from place: Int64? = nil
    ) throws(SheetError) {
        encoding = survey.encoding
        self.source = source
        self.pieceBytes = pieceBytes
        let isPlain = !survey.needsRepair
        converter = isPlain ? nil : try TextConverter(from: encoding.iconvName, to: "UTF-8")
        raw = Memory(count: isPlain ? 0 : pieceBytes + 8)
        tally = place == nil ? RepairTally() : nil
        source.rewind(to: place ?? Int64(encoding.mark.count))
    }

    /// The part of the file that has been read.
    var progress: Double {
        source.size == 0 ? 1 : min(1, Double(source.offset) / Double(source.size))
    }

    /// Where in the file the text stands that is read next.
    var place: Int64 {
        source.offset - Int64(rawCount)
    }

    /// Reads some bytes of UTF-8, at most a piece; none when there are no more.
    ///
    /// There must be room for sixteen.
    func read(into buffer: UnsafeMutablePointer<UInt8>, atMost room: Int) throws(SheetError) -> Int {
        guard let converter else { return try source.read(into: buffer, atMost: min(room, pieceBytes)) }
        while true {
            if !rawEnded, rawCount < raw.count {
                let got = try source.read(into: raw.base + rawCount, atMost: min(pieceBytes, raw.count - rawCount))
                rawCount += got
                rawEnded = got == 0
            }
            guard rawCount > 0 else { return 0 }
            let produced = try convert(converter, into: buffer, room: room)
            if produced > 0 { return produced }
        }
    }

    private func convert(
        _ converter: TextConverter,
        into buffer: UnsafeMutablePointer<UInt8>,
        room: Int
    ) throws(SheetError) -> Int {
        let step = converter.convert(raw.base, rawCount, into: buffer, room: room - 3)
        var produced = step.produced
        var consumed = step.consumed
        tally?.count(buffer, produced)
        if step.stop == .inputBroken || (step.stop == .inputIncomplete && rawEnded) {
            // U+FFFD in UTF-8, for one unit of the input.
            for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
                buffer[produced] = byte
                produced += 1
            }
            consumed = min(rawCount, consumed + (encoding.isUTF16 ? 2 : 1))
            tally?.broken += 1
        }
        rawCount -= consumed
        memmove(raw.base, raw.base + consumed, rawCount)
        guard memchr(buffer, 0, produced) == nil else { throw SheetError(.notAText) }
        try tally?.check(atEnd: rawEnded && rawCount == 0)
        return produced
    }
}

extension TextEncoding {
    fileprivate var isUTF16: Bool {
        self == .utf16LittleEndian || self == .utf16BigEndian
    }
}

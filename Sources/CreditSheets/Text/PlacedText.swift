/// A text in UTF-8, whatever it is in the file, that can be read again from any place of it.
final class PlacedText {
    private static let pieceBytes = 64 << 10

    /// The encoding in the file.
    var encoding: TextEncoding { survey.encoding }
    /// The part of the file that has been read.
    var progress: Double { stream.progress }

    private let source: ByteSource
    private let survey: TextSurvey
    private let stream: TextStream
    private var offset: Int64 = 0
    // Where the pieces of a text stand in a file of another encoding; bytes in UTF-8 stand where they are.
    private var marks: [Mark] = []
    private var kept: [UInt8] = []

    private struct Mark {
        var text: Int64
        var file: Int64
    }

    /// The whole text of a source whose encoding is known.
    init(_ source: ByteSource, _ survey: TextSurvey) throws(SheetError) {
        self.source = source
        self.survey = survey
        stream = try TextStream(source, survey, pieceBytes: PlacedText.pieceBytes)
    }

    private init(_ whole: PlacedText, _ mark: Mark) throws(SheetError) {
        source = try whole.source.copy()
        survey = whole.survey
        stream = try TextStream(source, survey, pieceBytes: PlacedText.pieceBytes, from: mark.file)
        offset = mark.text
    }

    /// Reads some bytes, for which there must be room for sixteen; none when there are no more.
    func read(into buffer: UnsafeMutablePointer<UInt8>, atMost room: Int) throws(SheetError) -> Int {
        if !kept.isEmpty {
            let got = takeKept(into: buffer, atMost: room)
            offset += Int64(got)
            return got
        }
        if survey.needsRepair { marks.append(Mark(text: offset, file: stream.place)) }
        let got = try stream.read(into: buffer, atMost: room)
        offset += Int64(got)
        return got
    }

    /// The same text from a place that has been read before, in bytes of UTF-8 from its start.
    func again(from place: Int64) throws(SheetError) -> PlacedText {
        guard survey.needsRepair else {
            return try PlacedText(self, Mark(text: place, file: Int64(encoding.mark.count) + place))
        }
        let first = Mark(text: 0, file: Int64(encoding.mark.count))
        let copy = try PlacedText(self, mark(before: place) ?? first)
        try copy.pass(to: place)
        return copy
    }

    private func mark(before place: Int64) -> Mark? {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].text <= place { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : marks[low - 1]
    }

    /// Passes over what stands before a place; what was read beyond it is given out first.
    private func pass(to place: Int64) throws(SheetError) {
        let room = Memory(count: PlacedText.pieceBytes)
        while offset < place {
            let got = try stream.read(into: room.base, atMost: room.count)
            guard got > 0 else { return }
            offset += Int64(got)
            guard offset > place else { continue }
            let beyond = Int(offset - place)
            kept = Array(UnsafeBufferPointer(start: room.base + (got - beyond), count: beyond))
        }
        offset = place
    }

    private func takeKept(into buffer: UnsafeMutablePointer<UInt8>, atMost room: Int) -> Int {
        let count = min(room, kept.count)
        kept.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            buffer.update(from: base, count: count)
        }
        kept.removeFirst(count)
        return count
    }
}

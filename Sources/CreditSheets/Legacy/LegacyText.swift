/// A text of Excel 97 or later: its head, then its characters, in one byte each or in two, then its runs and guides
/// (MS-XLS, 2.5.293 and 2.5.294).
struct LegacyText {
    /// The number of its characters.
    var count: Int
    /// Whether they take two bytes each.
    var isWide: Bool
    /// Bytes behind the characters: what is rich in the text, and its phonetic guides.
    var tail: Int
    /// Where its characters begin.
    var place: ContinuedPlace

    /// Reads a text's head; `nil` where the stream ends before.
    init?(_ start: ContinuedPlace, _ stream: LegacyStream, hasShortCount: Bool = false) {
        place = start
        let length = hasShortCount ? place.byte(stream).map { Int($0) } : place.word(stream)
        guard let length, let flags = place.byte(stream) else { return nil }
        count = length
        isWide = flags & 1 != 0
        tail = 0
        if flags & 8 != 0 {
            guard let runs = place.word(stream) else { return nil }
            tail = runs * 4
        }
        if flags & 4 != 0 {
            guard let guides = place.long(stream) else { return nil }
            tail += guides
        }
    }

    /// Hands out its characters piece by piece, as the records split them; the flag says whether they are wide.
    ///
    /// - Returns: The place behind its characters; `nil` where the stream ends before.
    @inline(__always)
    private func pieces(_ stream: LegacyStream, _ body: (Range<Int>, Bool) -> Void) -> ContinuedPlace? {
        var place = place
        var left = count
        var isWide = isWide
        while true {
            let width = isWide ? 2 : 1
            let taken = min(left, max(0, place.end - place.position) / width)
            if taken > 0 { body(place.position..<place.position + taken * width, isWide) }
            place.position += taken * width
            left -= taken
            guard left > 0 else { return place }
            // Characters that go on in another record are preceded there by a flag of their own.
            guard place.goOn(stream) else { return nil }
            guard place.position < place.end else { continue }
            isWide = stream.bytes[place.position] & 1 != 0
            place.position += 1
        }
    }

    /// The place behind the text; `nil` where the stream ends before.
    func passed(_ stream: LegacyStream) -> ContinuedPlace? {
        guard var place = pieces(stream, { _, _ in }), place.skip(tail, stream) else { return nil }
        return place
    }

    /// Appends the text in UTF-8; `false` where the stream ends before.
    func append(to text: inout [UInt8], _ stream: LegacyStream) -> Bool {
        var high: UInt32 = 0
        let end = pieces(stream) { range, isWide in
            if isWide {
                UnicodeText.appendWide(stream.bytes, range, &high, to: &text)
            } else {
                if high != 0 { UnicodeText.append(UnicodeText.replacement, to: &text) }
                high = 0
                UnicodeText.appendNarrow(stream.bytes, range, to: &text)
            }
        }
        if high != 0 { UnicodeText.append(UnicodeText.replacement, to: &text) }
        return end != nil
    }
}

/// An XML text for the parser: in UTF-8 from some place on, within an element that stands for all before it.
final class PlacedXML: XMLBytes {
    private static let opening = Array("<w>".utf8)

    var progress: Double { text.progress }

    private let text: PlacedText
    private var opening: ArraySlice<UInt8>

    /// The whole of a text, or a part that begins with an element's tag.
    init(_ text: PlacedText, isPart: Bool = false) {
        self.text = text
        opening = isPart ? PlacedXML.opening[...] : []
    }

    func read(into buffer: UnsafeMutableRawPointer, atMost count: Int) throws(SheetError) -> Int {
        let bytes = buffer.assumingMemoryBound(to: UInt8.self)
        guard opening.isEmpty else {
            let got = opening.count
            for (index, byte) in opening.enumerated() { bytes[index] = byte }
            opening = []
            return got
        }
        return try text.read(into: bytes, atMost: count)
    }

    // A part's end is not the text's, and the whole has been parsed once when a part is asked for.
    func drain() throws(SheetError) {}
}

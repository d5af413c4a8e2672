/// The strings that a workbook's cells refer to by number, one after the other in a single stretch of memory.
final class SharedStrings: XMLSink {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var text = StringItem()
    private let limits: SheetLimits

    /// Reads a workbook's strings; it has none where the part is absent.
    init(_ entry: ZipEntry?, _ limits: SheetLimits) throws(SheetError) {
        self.limits = limits
        guard let entry else { return }
        bytes.reserveCapacity(Int(clamping: min(entry.size, Int64(limits.maximumSharedBytes))))
        try XMLStream.parse(entry, self)
    }

    /// Lends a string; `nil` where there is none of that number.
    func withString(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Void? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        let end = Int(ends[index])
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream) {
        if name == "si" { text.begin() } else { text.start(name) }
    }

    func end(_ name: XMLName, _ stream: XMLStream) {
        guard name == "si" else { return text.end(name) }
        text.unescape()
        bytes.append(contentsOf: text.bytes)
        ends.append(UInt32(clamping: bytes.count))
        // An empty string costs no bytes, but its end does.
        guard bytes.count + ends.count * 4 <= limits.maximumSharedBytes else {
            return stream.fail(SheetError(.tooLarge, detail: "shared strings"))
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) {
        text.append(piece)
        guard text.bytes.count <= limits.maximumCellBytes else { return stream.fail(SheetError(.cellTooLong)) }
    }
}

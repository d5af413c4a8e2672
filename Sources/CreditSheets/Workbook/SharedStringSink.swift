/// Gathers a workbook's shared strings as their elements go by.
struct SharedStringSink: XMLEvents, ~Copyable {
    private var builder: StringTableBuilder
    private var text = StringItem()
    private let maximumCellBytes: Int

    init(_ limits: SheetLimits, expecting bytes: Int64) {
        builder = StringTableBuilder(limits, expecting: bytes)
        maximumCellBytes = limits.maximumCellBytes
    }

    /// The table of all strings that went by.
    consuming func finish() -> StringTable {
        builder.finish()
    }

    @inline(__always)
    mutating func start(_ name: ScannedName, _ attributes: borrowing ScannedAttributes) {
        if name == "si" { text.begin() } else { text.start(name) }
    }

    @inline(__always)
    mutating func end(_ name: ScannedName) throws(SheetError) -> XMLWish {
        guard name == "si" else {
            text.end(name)
            return .more
        }
        text.unescape()
        try builder.append(text.bytes)
        return .more
    }

    @inline(__always)
    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SheetError) {
        text.append(piece)
        guard text.count <= maximumCellBytes else { throw SheetError(.cellTooLong) }
    }
}

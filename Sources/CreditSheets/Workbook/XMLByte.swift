/// What a byte may be in XML, looked up in one step.
struct XMLByte: ~Copyable {
    private static let startsName: UInt8 = 1
    private static let continuesName: UInt8 = 2
    private static let plainValue: UInt8 = 4
    private static let space: UInt8 = 8

    private let kinds = Memory(count: 256)

    init() {
        for byte in UInt8.min...UInt8.max {
            var kind: UInt8 = 0
            let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
            if isLetter { kind |= XMLByte.startsName | XMLByte.continuesName }
            if byte == UInt8(ascii: ":") { kind |= XMLByte.startsName }
            if byte &- 48 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                kind |= XMLByte.continuesName
            }
            if (32...127).contains(byte), !"<&\"'".utf8.contains(byte) { kind |= XMLByte.plainValue }
            if [9, 10, 13, 32].contains(byte) { kind |= XMLByte.space }
            kinds.base[Int(byte)] = kind
        }
    }

    /// Whether a name may begin with it; no workbook has names other than in ASCII.
    @inline(__always)
    func startsName(_ byte: UInt8) -> Bool { kinds.base[Int(byte)] & XMLByte.startsName != 0 }

    /// Whether a name may go on with it; a colon is looked for by itself.
    @inline(__always)
    func continuesName(_ byte: UInt8) -> Bool { kinds.base[Int(byte)] & XMLByte.continuesName != 0 }

    /// Whether it stands for itself in an attribute's value, and closes none.
    @inline(__always)
    func isPlainValue(_ byte: UInt8) -> Bool { kinds.base[Int(byte)] & XMLByte.plainValue != 0 }

    /// Whether it is a blank.
    @inline(__always)
    func isSpace(_ byte: UInt8) -> Bool { kinds.base[Int(byte)] & XMLByte.space != 0 }
}

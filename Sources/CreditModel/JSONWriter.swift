/// Writes JSON piece by piece into bytes: answers, exports and long lists of faults, without a tree in between.
///
/// Whoever writes keeps the order: a key before each value of an object. Commas are set by the writer.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// A writer with room for so many bytes.
    public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Hands out what was written so far and begins to write behind it.
    public mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// `{ … }` with what `body` writes.
    public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        begin(0x7B)
        try body(&self)
        end(0x7D)
    }

    /// `[ … ]` with what `body` writes.
    public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        begin(0x5B)
        try body(&self)
        end(0x5D)
    }

    /// Opens an object or array whose end comes much later; the byte is `{` or `[`.
    public mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    /// Closes what `begin` opened; the byte is `}` or `]`.
    public mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// A key of an object; its value must follow.
    public mutating func key(_ key: String) {
        separate()
        quote(key)
        bytes.append(0x3A)
        needsComma = false
    }

    /// A text.
    public mutating func string(_ text: String) {
        separate()
        quote(text)
        needsComma = true
    }

    /// A text, or `null`.
    public mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// A whole number.
    public mutating func integer(_ number: some BinaryInteger) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
        needsComma = true
    }

    /// A number of thousandths, not negative, as a decimal without zeros at its end: 875 is `0.875`.
    public mutating func decimal(thousandths: Int) {
        separate()
        bytes.append(contentsOf: String(thousandths / 1000).utf8)
        var rest = thousandths % 1000
        var divisor = 100
        if rest > 0 { bytes.append(0x2E) }
        while rest > 0 {
            bytes.append(UInt8(0x30 + rest / divisor))
            rest %= divisor
            divisor /= 10
        }
        needsComma = true
    }

    /// `true` or `false`.
    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
        needsComma = true
    }

    /// `null`.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
        needsComma = true
    }

    /// A key and a text.
    public mutating func pair(_ key: String, _ text: String?) {
        self.key(key)
        string(text)
    }

    /// A key and a whole number.
    public mutating func pair(_ key: String, _ number: some BinaryInteger) {
        self.key(key)
        integer(number)
    }

    /// A key and a text in both languages.
    public mutating func pair(_ key: String, _ text: Bilingual?) {
        self.key(key)
        guard let text else { return null() }
        object { json in
            json.pair("zh", text.zh)
            json.pair("en", text.en)
        }
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = false
    }

    private mutating func quote(_ text: String) {
        bytes.append(0x22)
        var copy = text
        copy.withUTF8 { utf8 in
            var start = 0
            for (place, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: utf8[start..<place])
                escape(byte)
                start = place + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(0x22)
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
        case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
        case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
        case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
        case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        }
    }
}

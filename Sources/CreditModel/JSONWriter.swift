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
    ///
    /// Keys are written in the source, in letters that JSON does not escape, so they are copied as they stand.
    public mutating func key(_ key: StaticString) {
        separate()
        bytes.append(0x22)
        copy(key)
        bytes.append(0x22)
        bytes.append(0x3A)
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
    public mutating func integer(_ number: Int64) {
        separate()
        bytes.append(decimal: number)
        needsComma = true
    }

    /// A whole number.
    public mutating func integer(_ number: Int) { integer(Int64(number)) }

    /// A day in its ISO form, or `null`.
    public mutating func day(_ day: Day?) {
        guard let day else { return null() }
        separate()
        bytes.append(0x22)
        day.write(into: &bytes)
        bytes.append(0x22)
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
    public mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

    /// `null`.
    public mutating func null() { word("null") }

    /// The line feed after the whole text.
    public mutating func endLine() { bytes.append(0x0A) }

    /// Members written once for many objects.
    public mutating func members(_ members: JSONMembers) {
        separate()
        bytes.append(contentsOf: members.bytes)
        needsComma = true
    }

    /// A key and a text.
    public mutating func pair(_ key: StaticString, _ text: String?) {
        self.key(key)
        string(text)
    }

    /// A key and a whole number.
    public mutating func pair(_ key: StaticString, _ number: Int64) {
        self.key(key)
        integer(number)
    }

    /// A key and a whole number.
    public mutating func pair(_ key: StaticString, _ number: Int) { pair(key, Int64(number)) }

    /// A key and a text in both languages.
    public mutating func pair(_ key: StaticString, _ text: Bilingual?) {
        self.key(key)
        guard let text else { return null() }
        copy("{\"zh\":")
        quote(text.zh)
        copy(",\"en\":")
        quote(text.en)
        end(0x7D)
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = false
    }

    private mutating func word(_ word: StaticString) {
        separate()
        copy(word)
        needsComma = true
    }

    private mutating func copy(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func quote(_ text: String) {
        bytes.append(0x22)
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0) }
        if isWritten == nil {
            // A string of another kind is made one of UTF-8 first.
            var copy = text
            copy.withUTF8 { escape($0) }
        }
        bytes.append(0x22)
    }

    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var place = JSONWriter.plain(utf8, from: 0)
        while place < utf8.count {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
            escape(utf8[place])
            start = place + 1
            place = JSONWriter.plain(utf8, from: start)
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }

    /// Where the next byte stands that has to be escaped; eight bytes are looked at together.
    private static func plain(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        let raw = UnsafeRawBufferPointer(utf8)
        while place + 8 <= utf8.count {
            let eight = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            guard !hasEscape(eight) else { break }
            place += 8
        }
        while place < utf8.count {
            let byte = utf8[place]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { return place }
            place += 1
        }
        return place
    }

    /// Whether one of eight bytes is below 0x20, a quotation mark or a backslash.
    private static func hasEscape(_ eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quotes = eight ^ (ones &* 0x22)
        let slashes = eight ^ (ones &* 0x5C)
        let below = (eight &- ones &* 0x20) & ~eight
        let equal = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
        return (below | equal) & highs != 0
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: copy("\\\"")
        case 0x5C: copy("\\\\")
        case 0x0A: copy("\\n")
        case 0x0D: copy("\\r")
        case 0x09: copy("\\t")
        default:
            copy("\\u00")
            bytes.append(byte >> 4 + 0x30)
            bytes.append(byte & 15 < 10 ? byte & 15 + 0x30 : byte & 15 + 0x57)
        }
    }
}

/// Members of an object that are the same in many answers, escaped once.
public struct JSONMembers: Sendable, Hashable {
    fileprivate let bytes: [UInt8]

    /// What `body` writes: keys with their values.
    public init(_ body: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        body(&json)
        bytes = json.bytes
    }
}

extension [UInt8] {
    /// Appends the digits of a whole number, with zeros before them up to a width of at most twenty.
    package mutating func append(decimal number: Int64, width: Int = 1) {
        withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { digits in
            var rest = number.magnitude
            var start = 20
            repeat {
                start -= 1
                digits[start] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
                rest /= 10
            } while rest > 0 || 20 - start < width
            if number < 0 { append(0x2D) }
            append(contentsOf: UnsafeRawBufferPointer(rebasing: digits[start...]))
        }
    }
}

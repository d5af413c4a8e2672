/// Deterministic CBOR (RFC 8949, 4.2.1): the platform's canonical bytes, readable by anyone's tools.
public indirect enum CBOR: Hashable, Sendable {
    /// A whole number.
    case integer(Int64)
    /// Bytes.
    case bytes([UInt8])
    /// UTF-8 text.
    case text(String)
    /// A sequence.
    case array([CBOR])
    /// Pairs with text keys; encoded in the order of their encoded keys.
    case map([String: CBOR])
    /// Nothing.
    case null

    /// Why bytes are not canonical CBOR of the kinds above.
    public struct Malformed: Error, Hashable, Sendable {
        /// The offset at which reading stopped.
        public let offset: Int
    }

    /// The canonical bytes.
    public var encoded: [UInt8] {
        var writer = CBORWriter()
        writer.write(self)
        return writer.bytes
    }

    /// Reads canonical bytes.
    ///
    /// - Throws: `Malformed` where they end early, hold another kind, nest deeper than sixteen, are followed by more, or are
    ///   not the one canonical form: a longer head than needed, keys out of order or twice, text that is no UTF-8.
    public init(decoding bytes: some Collection<UInt8>) throws(Malformed) {
        var reader = CBORReader(bytes: Array(bytes))
        self = try reader.value(depth: 0)
        guard reader.isAtEnd else { throw Malformed(offset: reader.offset) }
    }

    /// The value under a key of a map.
    public subscript(key: String) -> CBOR? {
        if case .map(let pairs) = self { pairs[key] } else { nil }
    }

    /// The number, where it is one.
    public var integerValue: Int64? { if case .integer(let value) = self { value } else { nil } }
    /// The text, where it is one.
    public var textValue: String? { if case .text(let value) = self { value } else { nil } }
    /// The bytes, where they are some.
    public var bytesValue: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
    /// The elements, where it is a sequence.
    public var arrayValue: [CBOR]? { if case .array(let value) = self { value } else { nil } }
}

/// Appends deterministic CBOR piece by piece; whoever writes a map's pairs writes them in canonical key order.
public struct CBORWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// A writer with room for so many bytes.
    public init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Forgets what was written and keeps the room.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// A whole number.
    public mutating func write(_ number: Int64) {
        if number >= 0 { head(0, UInt64(number)) } else { head(1, UInt64(-1 - number)) }
    }

    /// UTF-8 text.
    public mutating func write(_ text: String) {
        var copy = text
        copy.withUTF8 { utf8 in
            head(3, UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    /// Bytes.
    public mutating func write(bytes content: some Collection<UInt8>) {
        head(2, UInt64(content.count))
        bytes.append(contentsOf: content)
    }

    /// The head of a map with so many pairs.
    public mutating func beginMap(_ count: Int) { head(5, UInt64(count)) }

    /// The head of a sequence with so many elements.
    public mutating func beginArray(_ count: Int) { head(4, UInt64(count)) }

    /// Nothing.
    public mutating func writeNull() { bytes.append(0xF6) }

    /// Pieces already encoded.
    public mutating func append(encoded: some Collection<UInt8>) { bytes.append(contentsOf: encoded) }

    /// Any value, its map keys sorted.
    public mutating func write(_ value: CBOR) {
        switch value {
        case .integer(let number): write(number)
        case .bytes(let content): write(bytes: content)
        case .text(let text): write(text)
        case .null: writeNull()
        case .array(let elements):
            beginArray(elements.count)
            for element in elements { write(element) }
        case .map(let pairs):
            beginMap(pairs.count)
            for (key, element) in pairs.sorted(by: { CBORWriter.precedes($0.key, $1.key) }) {
                write(key)
                write(element)
            }
        }
    }

    /// The canonical order of text keys: the shorter first, then bytewise (which is the order of their encodings).
    public static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.count != right.utf8.count
            ? left.utf8.count < right.utf8.count : left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private mutating func head(_ major: UInt8, _ value: UInt64) {
        let lead = major << 5
        switch value {
        case 0..<24: bytes.append(lead | UInt8(value))
        case 24...0xFF:
            bytes.append(lead | 24)
            bytes.append(UInt8(value))
        case 0x100...0xFFFF:
            bytes.append(lead | 25)
            bytes.append(UInt8(value >> 8))
            bytes.append(UInt8(truncatingIfNeeded: value))
        case 0x1_0000...0xFFFF_FFFF:
            bytes.append(lead | 26)
            for shift in [24, 16, 8, 0] as [UInt64] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
        default:
            bytes.append(lead | 27)
            for shift in [56, 48, 40, 32, 24, 16, 8, 0] as [UInt64] {
                bytes.append(UInt8(truncatingIfNeeded: value >> shift))
            }
        }
    }
}

private struct CBORReader {
    let bytes: [UInt8]
    var offset = 0

    var isAtEnd: Bool { offset == bytes.count }

    mutating func value(depth: Int) throws(CBOR.Malformed) -> CBOR {
        guard depth < 16, offset < bytes.count else { throw CBOR.Malformed(offset: offset) }
        if bytes[offset] == 0xF6 {
            offset += 1
            return .null
        }
        let start = offset
        let (major, argument) = try head()
        switch major {
        case 0:
            guard argument <= UInt64(Int64.max) else { throw CBOR.Malformed(offset: start) }
            return .integer(Int64(argument))
        case 1:
            guard argument <= UInt64(Int64.max) else { throw CBOR.Malformed(offset: start) }
            return .integer(-1 - Int64(argument))
        case 2: return .bytes(Array(try take(argument)))
        case 3: return .text(try text(argument, from: start))
        case 4:
            var elements: [CBOR] = []
            for _ in 0..<(try bounded(argument)) { elements.append(try value(depth: depth + 1)) }
            return .array(elements)
        case 5:
            return .map(try pairs(try bounded(argument), depth: depth + 1))
        default: throw CBOR.Malformed(offset: start)
        }
    }

    /// The pairs of a map, whose keys are text in canonical order, each once.
    private mutating func pairs(_ count: Int, depth: Int) throws(CBOR.Malformed) -> [String: CBOR] {
        var pairs: [String: CBOR] = [:]
        var last: String?
        for _ in 0..<count {
            let start = offset
            guard case .text(let key) = try value(depth: depth), last.map({ CBORWriter.precedes($0, key) }) ?? true,
                pairs.updateValue(try value(depth: depth), forKey: key) == nil
            else { throw CBOR.Malformed(offset: start) }
            last = key
        }
        return pairs
    }

    private mutating func text(_ length: UInt64, from start: Int) throws(CBOR.Malformed) -> String {
        guard let text = String(validating: try take(length), as: UTF8.self) else {
            throw CBOR.Malformed(offset: start)
        }
        return text
    }

    /// A kind and its argument, which has to stand in the shortest form.
    private mutating func head() throws(CBOR.Malformed) -> (UInt8, UInt64) {
        let start = offset
        let lead = bytes[offset]
        offset += 1
        let short = lead & 0x1F
        guard short >= 24 else { return (lead >> 5, UInt64(short)) }
        guard short <= 27 else { throw CBOR.Malformed(offset: offset) }
        let width = 1 << (short - 24)
        guard offset + Int(width) <= bytes.count else { throw CBOR.Malformed(offset: offset) }
        var argument: UInt64 = 0
        for _ in 0..<width {
            argument = argument << 8 | UInt64(bytes[offset])
            offset += 1
        }
        let least: UInt64 = width == 1 ? 24 : 1 << (UInt64(width) * 4)
        guard argument >= least else { throw CBOR.Malformed(offset: start) }
        return (lead >> 5, argument)
    }

    private mutating func bounded(_ count: UInt64) throws(CBOR.Malformed) -> Int {
        guard count <= UInt64(bytes.count - offset) else { throw CBOR.Malformed(offset: offset) }
        return Int(count)
    }

    private mutating func take(_ count: UInt64) throws(CBOR.Malformed) -> ArraySlice<UInt8> {
        let length = try bounded(count)
        defer { offset += length }
        return bytes[offset..<(offset + length)]
    }
}

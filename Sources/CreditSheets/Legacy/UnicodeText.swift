/// Turns the characters of Excel 97 and later into UTF-8; NUL, which means nothing, is left out.
enum UnicodeText {
    static let replacement: UInt32 = 0xFFFD

    /// Appends characters of one byte each, which are the first 256 of Unicode.
    static func appendNarrow(_ bytes: [UInt8], _ range: Range<Int>, to text: inout [UInt8]) {
        let piece = bytes[range]
        if piece.allSatisfy({ $0 &- 1 < 0x7F }) { return text.append(contentsOf: piece) }
        for byte in piece { append(UInt32(byte), to: &text) }
    }

    /// Appends characters of two bytes each; `high` is half a character that waits for its other half.
    static func appendWide(_ bytes: [UInt8], _ range: Range<Int>, _ high: inout UInt32, to text: inout [UInt8]) {
        var place = range.lowerBound
        while place < range.upperBound {
            let unit = UInt32(bytes.word(at: place))
            place += 2
            if unit & 0xF800 != 0xD800, high == 0 {
                append(unit, to: &text)
            } else {
                pair(unit, &high, to: &text)
            }
        }
    }

    private static func pair(_ unit: UInt32, _ high: inout UInt32, to text: inout [UInt8]) {
        if high != 0, unit & 0xFC00 == 0xDC00 {
            append(0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF, to: &text)
            high = 0
            return
        }
        if high != 0 { append(replacement, to: &text) }
        high = unit & 0xFC00 == 0xD800 ? unit : 0
        if high == 0 { append(unit & 0xFC00 == 0xDC00 ? replacement : unit, to: &text) }
    }

    /// Appends a character.
    @inline(__always)
    static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        if scalar < 0x80 {
            if scalar != 0 { text.append(UInt8(truncatingIfNeeded: scalar)) }
        } else if scalar < 0x800 {
            text.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            text.append(trail(scalar))
        } else if scalar < 0x10000 {
            text.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            text.append(trail(scalar >> 6))
            text.append(trail(scalar))
        } else {
            text.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            text.append(trail(scalar >> 12))
            text.append(trail(scalar >> 6))
            text.append(trail(scalar))
        }
    }

    @inline(__always)
    private static func trail(_ bits: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)
    }
}

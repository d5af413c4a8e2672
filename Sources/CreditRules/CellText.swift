/// The bytes of one cell as sent, with the habits of departments taken off: blanks around it, a leading apostrophe, the
/// spellings of "none" (domain facts 1.6).
package struct CellText {
    /// What is left.
    package let bytes: UnsafeBufferPointer<UInt8>

    /// A cell from the bytes that lie in the row; they are not copied.
    package init(_ raw: UnsafeBufferPointer<UInt8>) {
        let trimmed = CellText.trimmed(raw)
        bytes = CellText.saysNone(trimmed) ? UnsafeBufferPointer(start: nil, count: 0) : trimmed
    }

    /// Whether nothing was sent.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The text.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    private static func trimmed(_ raw: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = raw.count
        while start < end {
            let width = blank(at: start, in: raw)
            if width == 0 {
                guard raw[start] == 0x27, start == 0 || blank(endingAt: start, in: raw) > 0 else { break }
                start += 1
            } else {
                start += width
            }
        }
        while end > start {
            let width = blank(endingAt: end, in: raw)
            if width == 0 { break }
            end -= width
        }
        return UnsafeBufferPointer(rebasing: raw[start..<max(start, end)])
    }

    /// The width of a blank that begins at a place: ASCII blanks, U+00A0, U+3000, a byte-order mark.
    private static func blank(at place: Int, in raw: UnsafeBufferPointer<UInt8>) -> Int {
        switch raw[place] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xC2: place + 1 < raw.count && raw[place + 1] == 0xA0 ? 2 : 0
        case 0xE3: place + 2 < raw.count && raw[place + 1] == 0x80 && raw[place + 2] == 0x80 ? 3 : 0
        case 0xEF: place + 2 < raw.count && raw[place + 1] == 0xBB && raw[place + 2] == 0xBF ? 3 : 0
        default: 0
        }
    }

    private static func blank(endingAt end: Int, in raw: UnsafeBufferPointer<UInt8>) -> Int {
        switch raw[end - 1] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xA0: end >= 2 && raw[end - 2] == 0xC2 ? 2 : 0
        case 0x80: end >= 3 && raw[end - 2] == 0x80 && raw[end - 3] == 0xE3 ? 3 : 0
        default: 0
        }
    }

    private static func saysNone(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 6, let first = bytes.first else { return bytes.isEmpty }
        switch first {
        case 0x2F, 0x2D, 0xEF, 0xE6, 0xE2, 0x6E, 0x4E, 0x5C:
            return noneSpellings.contains { $0.count == bytes.count && $0.elementsEqual(bytes) }
        default: return false
        }
    }

    private static let noneSpellings: [[UInt8]] =
        ["/", "／", "无", "-", "—", "--", "——", "null", "NULL", "N/A", "\\N"].map { Array($0.utf8) }
}

/// What one pass over a cell's bytes tells.
struct CellSurvey {
    /// Characters, not bytes.
    var characters = 0
    /// Whether it has control characters or U+FFFD.
    var isUnreadable = false
    /// Whether seventeen digits stand together somewhere, or broken by blanks and hyphens only, so that a citizen number may.
    var mayHoldCitizenNumber = false
    /// Whether full-width digits stand in it.
    var hasFullWidthDigits = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var run = 0
        var previous: UInt8 = 0
        for position in 0..<bytes.count {
            let byte = bytes[position]
            if byte & 0xC0 != 0x80 { characters += 1 }
            if byte &- 0x30 < 10 {
                run += 1
                if run >= 17 { mayHoldCitizenNumber = true }
            } else if run > 0, !CellSurvey.mayBreak(byte) {
                run = 0
            }
            if byte &- 0x90 < 10, previous == 0xBC, position > 1, bytes[position - 2] == 0xEF {
                hasFullWidthDigits = true
            }
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { isUnreadable = true }
            if byte == 0x7F || (byte == 0xBD && previous == 0xBF && bytes[position - 2] == 0xEF) { isUnreadable = true }
            previous = byte
        }
    }

    /// Whether a byte may belong to a blank or hyphen between digits; Chinese characters begin with none of these.
    private static func mayBreak(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09...0x0D, 0x20, 0x2D, 0x80...0xBF, 0xC2, 0xE2, 0xE3, 0xEF: true
        default: false
        }
    }
}

/// Counts what is well formed as UTF-8 and what is not, over a text given in pieces.
struct UTF8Survey {
    /// Well-formed sequences of two bytes and more.
    private(set) var wide = 0
    /// Bytes that belong to no well-formed sequence.
    private(set) var broken = 0
    /// Whether a NUL was met: then it is no text at all.
    private(set) var hasNUL = false

    /// Looks at the next piece; a piece that is not the last may end within a sequence.
    ///
    /// - Returns: how many bytes at the end must be given again with the piece that follows; none for the last.
    mutating func look(_ start: UnsafePointer<UInt8>, count: Int, last: Bool) -> Int {
        var index = 0
        while index < count {
            if index + 8 <= count {
                let mask = EightBytes.unusual(EightBytes.load(start + index))
                index += mask == 0 ? 8 : EightBytes.first(mask)
                if mask == 0 { continue }
            }
            index = passChinese(start, from: index, count: count)
            guard index < count else { break }
            if start[index] < 0x80 {
                if start[index] == 0 { hasNUL = true }
                index += 1
                continue
            }
            let length = UTF8Survey.sequence(start + index, available: count - index)
            if length == 0, !last { return count - index }
            if length > 0 { wide += 1 } else { broken += 1 }
            index += max(length, 1)
        }
        return 0
    }

    /// Passes over a run of the three-byte sequences E4…EC, which is most of a Chinese text, four bytes at a look.
    @inline(__always)
    private mutating func passChinese(_ start: UnsafePointer<UInt8>, from first: Int, count: Int) -> Int {
        var index = first
        while index + 4 <= count {
            let word = UInt32(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt32.self))
            guard word & 0xC0_C0F0 == 0x80_80E0, word & 0x0F != 0, word & 0x0F != 0x0D else { break }
            index += 3
        }
        wide += (index - first) / 3
        return index
    }

    /// The length of the sequence that starts here: -1 where it is not well formed, 0 where the piece ends within it.
    static func sequence(_ start: UnsafePointer<UInt8>, available: Int) -> Int {
        let (length, lowest, highest) = shape(start[0])
        guard length > 0 else { return -1 }
        for index in 1..<length {
            guard index < available else { return 0 }
            let range = index == 1 ? lowest...highest : 0x80...0xBF
            guard range.contains(start[index]) else { return -1 }
        }
        return length
    }

    /// How long a sequence with such a first byte is, and what its second byte may be (Unicode, table 3-7).
    private static func shape(_ lead: UInt8) -> (length: Int, lowest: UInt8, highest: UInt8) {
        switch lead {
        case 0xC2...0xDF: (2, 0x80, 0xBF)
        case 0xE0: (3, 0xA0, 0xBF)
        case 0xED: (3, 0x80, 0x9F)
        case 0xE1...0xEF: (3, 0x80, 0xBF)
        case 0xF0: (4, 0x90, 0xBF)
        case 0xF1...0xF3: (4, 0x80, 0xBF)
        case 0xF4: (4, 0x80, 0x8F)
        default: (0, 0, 0)
        }
    }
}

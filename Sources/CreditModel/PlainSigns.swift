/// A text sign by sign, as numbers are looked for in it: full-width letters and digits, and all kinds of blanks, hyphens and
/// brackets, are the plain ones.
///
/// Digits that stand together are a group; a long number is often written in several, `6222 0212 …`.
public struct PlainSigns: Sendable {
    /// One byte for each character: ASCII, or `other`.
    public let signs: [UInt8]
    /// Groups of digits, left to right, as places in `signs`.
    public let groups: [Range<Int>]
    private let offsets: [Int]

    /// What stands for a character that is neither a letter, digit, blank, hyphen nor bracket.
    public static let other: UInt8 = 0x80

    /// The signs of a text, or `nil` where no digit stands in it.
    ///
    /// - Complexity: one pass over the bytes.
    public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard PlainSigns.holdsDigit(bytes) else { return nil }
        var signs: [UInt8] = []
        var offsets: [Int] = []
        signs.reserveCapacity(bytes.count)
        offsets.reserveCapacity(bytes.count + 1)
        var position = 0
        while position < bytes.count {
            let (sign, width) = PlainSigns.sign(at: position, in: bytes)
            signs.append(sign)
            offsets.append(position)
            position += width
        }
        offsets.append(bytes.count)
        self.signs = signs
        self.offsets = offsets
        groups = PlainSigns.groups(of: signs)
    }

    /// The bytes of the text that some signs were read from.
    public func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

    /// The digits of a group, then of those that follow it.
    public func digits(of groups: some Sequence<Range<Int>>) -> [UInt8] { groups.flatMap { signs[$0] } }

    /// What stands between a group and the next one, where that is nothing but one to three blanks or hyphens.
    public func gap(after group: Int) -> ArraySlice<UInt8>? {
        guard group >= 0, group + 1 < groups.count else { return nil }
        let between = signs[groups[group].upperBound..<groups[group + 1].lowerBound]
        return between.count <= 3 && between.allSatisfy { $0 == 0x20 || $0 == 0x2D } ? between : nil
    }

    private static func groups(of signs: [UInt8]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var position = 0
        while position < signs.count {
            let start = position
            while position < signs.count, signs[position] &- 0x30 < 10 { position += 1 }
            if position > start { groups.append(start..<position) } else { position += 1 }
        }
        return groups
    }

    private static func holdsDigit(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.indices.contains { place in
            bytes[place] &- 0x30 < 10
                || (bytes[place] == 0xEF && place + 2 < bytes.count && bytes[place + 1] == 0xBC
                    && bytes[place + 2] &- 0x90 < 10)
        }
    }

    private static func sign(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (sign: UInt8, width: Int) {
        let first = bytes[place]
        if first < 0x80 { return ((0x09...0x0D).contains(first) ? 0x20 : first, 1) }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard place + width <= bytes.count else { return (other, bytes.count - place) }
        if width == 2, first == 0xC2 { return (bytes[place + 1] == 0xA0 ? 0x20 : other, 2) }
        guard width == 3 else { return (other, width) }
        let value =
            UInt32(first & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
        return (plain(value), 3)
    }

    private static func plain(_ value: UInt32) -> UInt8 {
        switch value {
        case 0xFF01...0xFF5E: UInt8(value - 0xFEE0)
        case 0x2000...0x200F, 0x202F, 0x2060, 0x3000, 0xFEFF: 0x20
        case 0x2010...0x2015, 0x2212: 0x2D
        default: other
        }
    }
}

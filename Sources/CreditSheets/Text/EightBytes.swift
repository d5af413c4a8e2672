/// Eight bytes looked at in one step: the readers' means of passing over what is of no interest.
///
/// The lowest flagged byte of a mask is always a true one; flags above it may be false.
enum EightBytes {
    static let lows: UInt64 = 0x0101_0101_0101_0101
    static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func load(_ place: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    static func store(_ word: UInt64, _ place: UnsafeMutablePointer<UInt8>) {
        UnsafeMutableRawPointer(place).storeBytes(of: word.littleEndian, as: UInt64.self)
    }

    /// A byte eight times over.
    @inline(__always)
    static func pattern(_ byte: UInt8) -> UInt64 {
        lows &* UInt64(byte)
    }

    /// Flags the bytes that equal the pattern's.
    @inline(__always)
    static func match(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        return (difference &- lows) & ~difference & highs
    }

    /// Flags the bytes that equal the pattern's and those below 16, line ends among them; every flag is a true one.
    @inline(__always)
    static func matchOrLow(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        let high = word & 0xF0F0_F0F0_F0F0_F0F0
        let unequal = ((difference & ~highs) &+ ~highs) | difference
        let notLow = ((high & ~highs) &+ ~highs) | high
        return ~(unequal & notLow) & highs
    }

    /// Flags bytes that are not ASCII, or NUL.
    @inline(__always)
    static func unusual(_ word: UInt64) -> UInt64 {
        ((word &- lows) | word) & highs
    }

    /// Flags what is not plain text in XML: `<`, `>`, `&`, bytes below 32 and bytes that are not ASCII.
    @inline(__always)
    static func notPlainXML(_ word: UInt64) -> UInt64 {
        // < and > differ in one bit.
        let angle = match(word & ~pattern(2), pattern(UInt8(ascii: "<")))
        let low = (word &- pattern(32)) & ~word & highs
        return angle | match(word, pattern(UInt8(ascii: "&"))) | low | (word & highs)
    }

    /// The index of the lowest flagged byte.
    @inline(__always)
    static func first(_ mask: UInt64) -> Int {
        mask.trailingZeroBitCount >> 3
    }
}

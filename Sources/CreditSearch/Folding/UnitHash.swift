/// A hash of folded units, the same in every process; equal hashes are to be confirmed on the units.
enum UnitHash {
    static let start: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The hash of some units; never 0.
    static func of(_ units: some Sequence<UInt16>) -> UInt64 {
        var hash = start
        for unit in units { mix(&hash, UInt64(unit)) }
        return hash == 0 ? 1 : hash
    }

    /// The same for a table of places: not negative.
    static func place(_ units: some Sequence<UInt16>) -> Int { Int(truncatingIfNeeded: of(units) & 0x7FFF_FFFF_FFFF) }

    /// Takes one more value in.
    static func mix(_ hash: inout UInt64, _ value: UInt64) {
        hash = (hash ^ value) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
    }
}

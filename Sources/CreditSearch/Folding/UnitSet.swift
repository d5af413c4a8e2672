/// A set of UTF-16 units, one bit each.
struct UnitSet: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    init(_ units: some Sequence<UInt16>) {
        for unit in units { bits[Int(unit) >> 6] |= 1 << (UInt64(unit) & 63) }
    }

    /// Whether a unit is among them.
    func contains(_ unit: UInt16) -> Bool { bits[Int(unit) >> 6] >> (UInt64(unit) & 63) & 1 == 1 }
}

extension CitizenNumber {
    /// Whether somebody looks for a person: a query that holds a citizen number, blanks and hyphens left out and full-width
    /// signs read as half-width (limits 1 and 8).
    public static func stands(inQuery text: String, on today: Day) -> Bool {
        let signs = text.unicodeScalars.compactMap(sign)
        return signs.withUnsafeBufferPointer { !ranges(in: $0, on: today).isEmpty }
    }

    /// A character as it would stand in a number.
    private static func sign(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x20, 0x2D, 0x3000: nil
        case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
        default: UInt8(exactly: scalar.value) ?? 0x3F
        }
    }
}

/// A number of a cell, written as ``PlainNumber`` writes it; the common ones take no detour over digits.
enum LegacyNumber {
    private static let fifteenDigits = 1e15

    /// Appends a number.
    static func append(_ value: Double, to text: inout [UInt8]) {
        guard value.isFinite else { return text.append(contentsOf: "#NUM!".utf8) }
        if value.magnitude < fifteenDigits, value.rounded(.towardZero) == value {
            return append(Int(value), to: &text)
        }
        let spelled = value.description
        // Up to 15 digits, a point and no exponent: nothing is to be rounded.
        let isShort = spelled.utf8.count <= 16 && !spelled.utf8.contains(UInt8(ascii: "e"))
        text.append(contentsOf: (isShort ? spelled : PlainNumber.text(value)).utf8)
    }

    private static func append(_ value: Int, to text: inout [UInt8]) {
        if value < 0 { text.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = text.count
        repeat {
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        text[start...].reverse()
    }
}

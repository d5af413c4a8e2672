/// A number of a cell, written as ``PlainNumber`` writes it, but straight into bytes.
enum LegacyNumber {
    private static let fifteenDigits = 1e15

    /// Appends a number; what is none is shown as the error that Excel would show.
    static func append(_ value: Double, to text: inout [UInt8]) {
        guard value.isFinite else { return text.append(contentsOf: "#NUM!".utf8) }
        if value < 0 { text.append(UInt8(ascii: "-")) }
        let magnitude = value.magnitude
        if magnitude < fifteenDigits, magnitude.rounded(.towardZero) == magnitude {
            append(UInt64(magnitude), point: 0, to: &text)
        } else {
            let (digits, places) = DecimalDigits(magnitude).rounded
            append(digits, point: max(0, places), to: &text)
            text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, -places)))
        }
    }

    /// Appends digits, of which so many stand behind the point.
    private static func append(_ digits: UInt64, point: Int, to text: inout [UInt8]) {
        let start = text.count
        var rest = digits
        var written = 0
        repeat {
            if written == point, written > 0 { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
            written += 1
        } while rest > 0 || written <= point
        text[start...].reverse()
    }
}

/// The shortest decimal digits that give a number back, and the number of them behind the point.
private struct DecimalDigits {
    private var digits: UInt64 = 0
    private var places = 0

    /// Takes a number, not below 0, apart as Swift spells it: at most 17 digits that matter.
    init(_ value: Double) {
        var spelled = value.description
        spelled.withUTF8 { read($0) }
    }

    private mutating func read(_ spelled: UnsafeBufferPointer<UInt8>) {
        var isFraction = false
        for (index, byte) in spelled.enumerated() {
            switch byte {
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"):
                let exponent = String(decoding: spelled[(index + 1)...], as: UTF8.self)
                places -= Int(exponent) ?? 0
                return
            default:
                digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
                if isFraction { places += 1 }
            }
        }
    }

    /// The digits rounded to fifteen, zeros at their end left out.
    var rounded: (digits: UInt64, places: Int) {
        var digits = digits
        var places = places
        var last: UInt64 = 0
        while digits >= 1_000_000_000_000_000 {
            last = digits % 10
            digits /= 10
            places -= 1
        }
        if last >= 5 { digits += 1 }
        while digits % 10 == 0, digits > 0 {
            digits /= 10
            places -= 1
        }
        return (digits, places)
    }
}

/// A cell's number as a person would write it: no exponent, no tail of the binary fraction, 15 digits as in Excel itself.
///
/// Whole numbers stay as they were sent, however long they are: they are often codes.
enum PlainNumber {
    /// The text of a number as a workbook spells it; what is no number stands as it is.
    static func text(_ literal: String) -> String {
        var copy = literal
        let plain = copy.withUTF8 { plainCount($0) }
        if let plain { return String(literal.utf8.prefix(plain)) ?? literal }
        guard let value = Double(literal), value.isFinite else { return literal }
        return text(value)
    }

    /// How many bytes of a number are its text, where it is spelled as a person would, but for zeros at its end.
    static func plainCount(_ literal: UnsafeBufferPointer<UInt8>) -> Int? {
        let sign = literal.first == UInt8(ascii: "-") ? 1 : 0
        var place = sign
        while place < literal.count, literal[place] &- 48 < 10 { place += 1 }
        guard place > sign, place < literal.count else { return place > sign ? place : nil }
        guard literal[place] == UInt8(ascii: "."), place + 1 < literal.count, literal.count - sign <= 16 else {
            return nil
        }
        let point = place
        var last = point - 1
        place += 1
        while place < literal.count {
            guard literal[place] &- 48 < 10 else { return nil }
            if literal[place] != 48 { last = place }
            place += 1
        }
        return last + 1
    }

    /// The value of a number; `nil` for what is none.
    static func value(_ literal: UnsafeBufferPointer<UInt8>) -> Double? {
        guard literal.count <= 9, literal.allSatisfy({ $0 &- 48 < 10 }) else {
            return Double(String(decoding: literal, as: UTF8.self))
        }
        return literal.isEmpty ? nil : Double(literal.reduce(0) { $0 * 10 + Int($1 &- 48) })
    }

    /// The text of a number.
    static func text(_ value: Double) -> String {
        let spelled = value.magnitude.description
        let parts = spelled.split(separator: "e")
        let mantissa = (parts.first ?? "0").split(separator: ".")
        let whole = mantissa.first.map(String.init) ?? "0"
        let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let (digits, point) = rounded(
            Array((whole + fraction).utf8.map { $0 - 48 }),
            point: whole.utf8.count + exponent
        )
        let unsigned = trimmed(written(digits, point: point))
        return value < 0 && unsigned != "0" ? "-" + unsigned : unsigned
    }

    /// Rounds to fifteen digits, counted from the first that is not 0.
    private static func rounded(_ digits: [UInt8], point: Int) -> ([UInt8], Int) {
        let zeros = digits.prefix { $0 == 0 }.count
        var kept = Array(digits.dropFirst(zeros))
        var point = point - zeros
        guard kept.count > 15 else { return (kept, point) }
        let up = kept[15] >= 5
        kept = Array(kept.prefix(15))
        guard up else { return (kept, point) }
        var index = 14
        while index >= 0, kept[index] == 9 {
            kept[index] = 0
            index -= 1
        }
        if index >= 0 {
            kept[index] += 1
        } else {
            kept.insert(1, at: 0)
            point += 1
        }
        return (kept, point)
    }

    /// Sets the decimal point before the digit of an index, which may lie beyond either end.
    private static func written(_ digits: [UInt8], point: Int) -> String {
        guard !digits.isEmpty else { return "0" }
        var text = ""
        if point <= 0 { text = "0." + String(repeating: "0", count: -point) }
        for (index, digit) in digits.enumerated() {
            if index == point, index > 0 { text += "." }
            text += String(digit)
        }
        return text + String(repeating: "0", count: max(0, point - digits.count))
    }

    /// Drops zeros at the end of a fraction.
    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var end = text[...]
        while end.hasSuffix("0") { end.removeLast() }
        if end.hasSuffix(".") { end.removeLast() }
        return String(end)
    }
}

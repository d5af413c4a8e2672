/// Recognises 公民身份号码 (GB 11643-1999) so that none is ever kept in clear (limit 8).
///
/// No value of this kind exists.
public enum CitizenNumber {
    /// The day to ask with where the day is the sender's to say: whoever can be meant by a number is born by then.
    ///
    /// A file handed in as of long ago may hold numbers of people who were not born yet.
    public static let everyDay = Day(number: 47_481)

    /// Whether a certificate's number has the form of a citizen number and is none: one character miscopied, eighteen digits
    /// of which Excel kept fifteen, or what it shows of so many: `2.20402E+17`, which many people have in common.
    public static func isMiscopied(_ number: String) -> Bool {
        let bytes = Array(number.utf8)
        if isScientific(bytes) { return true }
        guard bytes.count == 18, bytes[..<17].allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        guard (0x30...0x39).contains(bytes[17]) || bytes[17] | 0x20 == 0x78 else { return false }
        return !holds(bytes, on: everyDay)
    }

    /// Whether bytes are a number as a spreadsheet shortens it: digits, a point, E+ and digits.
    private static func isScientific(_ bytes: [UInt8]) -> Bool {
        guard let exponent = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }), exponent > 0, exponent + 2 < bytes.count,
            bytes[exponent + 1] == 0x2B
        else { return false }
        return bytes[..<exponent].allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
            && bytes[(exponent + 2)...].allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether eighteen bytes are a valid citizen number: check character, and a birth date that existed by the given day.
    public static func holds(_ bytes: some RandomAccessCollection<UInt8>, on today: Day) -> Bool {
        guard bytes.count == 18 else { return false }
        return Array(bytes).withUnsafeBufferPointer { holds(at: 0, in: $0, on: today) }
    }

    /// Whether eighteen bytes begin with a province's digits and hold, where a citizen number does, the birth date of somebody
    /// who may live; the check is not asked for.
    public static func namesBirthday(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 18, bytes[..<17].allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(bytes[$1]) - 0x30 } }
        guard (11...82).contains(number(0..<2)), number(6..<10) >= 1850,
            let born = Day(year: number(6..<10), month: number(10..<12), day: number(12..<14))
        else { return false }
        return born <= everyDay
    }

    private static func holds(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, on today: Day) -> Bool {
        var sum = 0
        var weight = 7
        for place in start..<(start + 17) {
            let digit = Int(bytes[place]) - 0x30
            guard (0...9).contains(digit) else { return false }
            sum += digit * weight
            // Each weight is half of the one before, modulo eleven: 7 9 10 5 8 4 2 1 6 3 …
            weight = weight * 6 % 11
        }
        let remainder = (12 - sum % 11) % 11
        let last = bytes[start + 17]
        guard remainder == 10 ? last | 0x20 == 0x78 : Int(last) - 0x30 == remainder else { return false }
        func number(_ from: Int, _ count: Int) -> Int {
            (from..<(from + count)).reduce(0) { $0 * 10 + Int(bytes[start + $1]) - 0x30 }
        }
        let year = number(6, 4)
        guard year >= 1850, let born = Day(year: year, month: number(10, 2), day: number(12, 2)) else { return false }
        return born <= today
    }

    /// Where valid citizen numbers stand inside longer text, as offsets into it, left to right without overlap: in one piece,
    /// in full-width digits, or broken by blanks and hyphens.
    ///
    /// - Complexity: one pass over the bytes; the check runs only where seventeen digits stand together.
    public static func ranges(in bytes: UnsafeBufferPointer<UInt8>, on today: Day) -> [Range<Int>] {
        guard let text = PlainSigns(bytes) else { return [] }
        var found: [Range<Int>] = []
        var end = 0
        for group in text.groups.indices {
            for range in ranges(in: text, from: group, on: today) where range.lowerBound >= end {
                found.append(text.bytes(range))
                end = range.upperBound
            }
        }
        return found
    }

    /// Where citizen numbers begin in one group of digits, as places in the signs.
    ///
    /// Inside a long group they may stand anywhere; a broken one begins and ends where groups do.
    public static func ranges(in text: PlainSigns, from group: Int, on today: Day) -> [Range<Int>] {
        if text.groups[group].count >= 17 {
            let inside = ranges(inside: text, group, on: today)
            if !inside.isEmpty { return inside }
        }
        return broken(in: text, from: group, on: today).map { [$0] } ?? []
    }

    private static func ranges(inside text: PlainSigns, _ group: Int, on today: Day) -> [Range<Int>] {
        let digits = text.groups[group]
        let closes = digits.upperBound < text.signs.count && text.signs[digits.upperBound] | 0x20 == 0x78
        let end = closes ? digits.upperBound + 1 : digits.upperBound
        var found: [Range<Int>] = []
        var window = digits.lowerBound
        text.signs.withUnsafeBufferPointer { signs in
            while window + 18 <= end {
                let isOne = holds(at: window, in: signs, on: today)
                if isOne { found.append(window..<(window + 18)) }
                window += isOne ? 18 : 1
            }
        }
        return found
    }

    private static func broken(in text: PlainSigns, from first: Int, on today: Day) -> Range<Int>? {
        var last = first
        var count = text.groups[first].count
        while count < 17, text.gap(after: last) != nil {
            last += 1
            count += text.groups[last].count
        }
        if count == 17, let closed = closed(text, first...last, on: today) { return closed }
        if count == 17, text.gap(after: last) != nil {
            last += 1
            count += text.groups[last].count
        }
        guard count == 18, last > first, holds(text.digits(of: text.groups[first...last]), on: today) else {
            return nil
        }
        return text.groups[first].lowerBound..<text.groups[last].upperBound
    }

    /// Seventeen digits in groups and an X behind them, perhaps apart.
    private static func closed(_ text: PlainSigns, _ groups: ClosedRange<Int>, on today: Day) -> Range<Int>? {
        let end = text.groups[groups.upperBound].upperBound
        let rest = text.signs[end...].prefix(4)
        guard let place = rest.firstIndex(where: { $0 != 0x20 && $0 != 0x2D }), rest[place] | 0x20 == 0x78 else {
            return nil
        }
        guard holds(text.digits(of: text.groups[groups]) + [rest[place]], on: today) else { return nil }
        return text.groups[groups.lowerBound].lowerBound..<(place + 1)
    }

    /// A text with every valid citizen number in it masked; the same text where there is none.
    public static func masking(_ text: String, on today: Day) -> String {
        var copy = text
        let found = copy.withUTF8 { ranges(in: $0, on: today) }
        guard !found.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var masked: [UInt8] = []
        var position = 0
        for range in found {
            masked += bytes[position..<range.lowerBound]
            masked += mask(String(decoding: bytes[range], as: UTF8.self)).utf8
            position = range.upperBound
        }
        masked += bytes[position...]
        return String(decoding: masked, as: UTF8.self)
    }

    /// What may be shown in its place: the first and the last character, with asterisks between.
    public static func mask(_ text: String) -> String {
        guard text.count > 2, let first = text.first, let last = text.last else { return "**" }
        return "\(first)" + String(repeating: "*", count: min(text.count, 18) - 2) + "\(last)"
    }
}

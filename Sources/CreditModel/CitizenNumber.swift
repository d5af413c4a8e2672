/// Recognises 公民身份号码 (GB 11643-1999) so that none is ever kept in clear (limit 8).
///
/// No value of this kind exists.
public enum CitizenNumber {
    /// Whether eighteen bytes are a valid citizen number: check character, and a birth date that existed by the given day.
    public static func holds(_ bytes: some RandomAccessCollection<UInt8>, on today: Day) -> Bool {
        guard bytes.count == 18 else { return false }
        return Array(bytes).withUnsafeBufferPointer { holds(at: 0, in: $0, on: today) }
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

    /// Where valid citizen numbers stand inside longer text, as offsets into it, left to right without overlap.
    ///
    /// - Complexity: one pass over the bytes; the check runs only where seventeen digits stand together.
    public static func ranges(in bytes: UnsafeBufferPointer<UInt8>, on today: Day) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < bytes.count {
            let start = position
            while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
            guard position - start >= 17 else {
                position += 1
                continue
            }
            let closes = position < bytes.count && (bytes[position] == 0x58 || bytes[position] == 0x78)
            let end = closes ? position + 1 : position
            var window = start
            while window + 18 <= end {
                if holds(at: window, in: bytes, on: today) {
                    found.append(window..<(window + 18))
                    window += 18
                } else {
                    window += 1
                }
            }
            position = end
        }
        return found
    }

    /// What may be shown in its place: the first and the last character, with asterisks between.
    public static func mask(_ text: String) -> String {
        guard text.count > 2, let first = text.first, let last = text.last else { return "**" }
        return "\(first)" + String(repeating: "*", count: min(text.count, 18) - 2) + "\(last)"
    }
}

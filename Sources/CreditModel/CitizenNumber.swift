/// Recognises 公民身份号码 (GB 11643-1999) so that none is ever kept in clear (limit 8).
///
/// No value of this kind exists.
public enum CitizenNumber {
    /// Whether eighteen bytes are a valid citizen number: check character, and a birth date that existed by the given day.
    public static func holds(_ bytes: some RandomAccessCollection<UInt8>, on today: Day) -> Bool {
        guard bytes.count == 18 else { return false }
        let weights: [Int] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        var sum = 0
        var digits: [Int] = []
        digits.reserveCapacity(17)
        for (position, byte) in bytes.enumerated() {
            if position == 17 {
                let expected = Array("10X98765432".utf8)[sum % 11]
                guard byte == expected || (expected == 0x58 && byte == 0x78) else { return false }
            } else {
                guard (0x30...0x39).contains(byte) else { return false }
                digits.append(Int(byte) - 0x30)
                sum += digits[position] * weights[position]
            }
        }
        let year = digits[6] * 1000 + digits[7] * 100 + digits[8] * 10 + digits[9]
        let month = digits[10] * 10 + digits[11]
        let day = digits[12] * 10 + digits[13]
        guard year >= 1850, let born = Day(year: year, month: month, day: day) else { return false }
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
                if holds(bytes[window..<(window + 18)], on: today) {
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

public import CreditModel

/// Finds what would point to a person in free text, and masks it: certificate, telephone, card and plate numbers (limit 8).
public enum PersonalText {
    /// The text with every such number masked; the same text where there is none.
    ///
    /// - Complexity: one pass over the text.
    public static func masked(_ text: String, on today: Day) -> String {
        var copy = text
        return copy.withUTF8 { masked($0, on: today) } ?? text
    }

    /// The text masked, or `nil` where there is nothing to mask; without a digit there never is.
    private static func masked(_ bytes: UnsafeBufferPointer<UInt8>, on today: Day) -> String? {
        let digits = digits(in: bytes)
        if digits.narrow {
            let found = ranges(in: bytes, on: today)
            if !found.isEmpty { return masked(replacing(found, in: Array(bytes)), on: today) }
        }
        guard digits.wide, let narrow = halfWidth(Array(bytes)) else { return nil }
        let hidden = narrow.withUnsafeBufferPointer { ranges(in: $0, on: today) }
        return hidden.isEmpty ? nil : replacing(hidden, in: narrow)
    }

    /// Whether text has digits, and whether it may have full-width ones.
    private static func digits(in bytes: UnsafeBufferPointer<UInt8>) -> (narrow: Bool, wide: Bool) {
        var narrow = false
        var wide = false
        for byte in bytes {
            if isDigit(byte) { narrow = true }
            if byte == 0xEF { wide = true }
        }
        return (narrow, wide)
    }

    /// The text with valid citizen numbers masked, and whether there were any.
    static func withoutCitizenNumbers(_ bytes: UnsafeBufferPointer<UInt8>, on today: Day) -> (text: String, found: Bool)
    {
        let found = CitizenNumber.ranges(in: bytes, on: today)
        let text = found.isEmpty ? String(decoding: bytes, as: UTF8.self) : replacing(found, in: Array(bytes))
        guard let narrow = halfWidth(Array(text.utf8)) else { return (text, !found.isEmpty) }
        let hidden = narrow.withUnsafeBufferPointer { CitizenNumber.ranges(in: $0, on: today) }
        return hidden.isEmpty ? (text, !found.isEmpty) : (replacing(hidden, in: narrow), true)
    }

    /// The text with full-width digits and Ｘ made half-width, or `nil` where it has none.
    private static func halfWidth(_ bytes: [UInt8]) -> [UInt8]? {
        var narrow: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let isWide = bytes[position] == 0xEF && position + 2 < bytes.count && bytes[position + 1] == 0xBC
            if isWide, (0x90...0x99).contains(bytes[position + 2]) || bytes[position + 2] == 0xB8 {
                narrow.append(bytes[position + 2] - 0x60)
                position += 3
            } else {
                narrow.append(bytes[position])
                position += 1
            }
        }
        return narrow.count == bytes.count ? nil : narrow
    }

    private static func replacing(_ ranges: [Range<Int>], in bytes: [UInt8]) -> String {
        var masked: [UInt8] = []
        var position = 0
        for range in ranges {
            masked += bytes[position..<range.lowerBound]
            masked += CitizenNumber.mask(String(decoding: bytes[range], as: UTF8.self)).utf8
            position = range.upperBound
        }
        masked += bytes[position...]
        return String(decoding: masked, as: UTF8.self)
    }

    private static func ranges(in bytes: UnsafeBufferPointer<UInt8>, on today: Day) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < bytes.count {
            if let plate = plate(at: position, in: bytes) {
                found.append(plate)
                position = plate.upperBound
                continue
            }
            guard isDigit(bytes[position]) else {
                position += 1
                continue
            }
            let start = position
            while position < bytes.count, isDigit(bytes[position]) { position += 1 }
            let boundedLeft = start == 0 || !isLetter(bytes[start - 1])
            if let number = number(start, position, bytes, boundedLeft, today) {
                found.append(number)
                position = number.upperBound
            }
        }
        return found
    }

    /// A mobile telephone (11 digits from 13 to 19), a landline with its area code, a bank card (16–19 digits with a Luhn
    /// check) or a citizen number.
    private static func number(
        _ start: Int,
        _ end: Int,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ boundedLeft: Bool,
        _ today: Day
    ) -> Range<Int>? {
        let count = end - start
        let closes = count >= 17 && end < bytes.count && (bytes[end] == 0x58 || bytes[end] == 0x78)
        if count >= 17 {
            let window = UnsafeBufferPointer(rebasing: bytes[start..<(closes ? end + 1 : end)])
            if let inside = CitizenNumber.ranges(in: window, on: today).first {
                return (start + inside.lowerBound)..<(start + inside.upperBound)
            }
        }
        let boundedRight = end == bytes.count || !isLetter(bytes[end])
        guard boundedLeft, boundedRight else { return nil }
        if count == 11, bytes[start] == 0x31, (0x33...0x39).contains(bytes[start + 1]) { return start..<end }
        if count == 18, CreditCode.defect(in: bytes[start..<end]) == nil { return nil }
        if (16...19).contains(count), isLuhn(bytes[start..<end]) { return start..<end }
        if (3...4).contains(count), bytes[start] == 0x30, end + 7 < bytes.count, bytes[end] == 0x2D {
            let tail = bytes[(end + 1)...].prefix { isDigit($0) }
            if (7...8).contains(tail.count) { return start..<(end + 1 + tail.count) }
        }
        return nil
    }

    /// 吉D12345: a province's character, a letter, five or six letters or digits.
    private static func plate(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard bytes[start] >= 0xE4, start + 8 < bytes.count, (0x41...0x5A).contains(bytes[start + 3]) else {
            return nil
        }
        guard provinces.contains(where: { $0.elementsEqual(bytes[start..<(start + 3)]) }) else { return nil }
        var end = start + 4
        if end + 1 < bytes.count, bytes[end] == 0xC2, bytes[end + 1] == 0xB7 { end += 2 }
        let first = end
        while end < bytes.count, isDigit(bytes[end]) || (0x41...0x5A).contains(bytes[end]) { end += 1 }
        let hasDigit = bytes[first..<end].contains { isDigit($0) }
        return (5...6).contains(end - first) && hasDigit ? start..<end : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func isLuhn(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = Int(digit) - 0x30
            sum += place % 2 == 1 ? (value > 4 ? value * 2 - 9 : value * 2) : value
        }
        return sum % 10 == 0
    }

    private static let provinces: [[UInt8]] =
        "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".map { Array(String($0).utf8) }
}

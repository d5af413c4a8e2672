import CreditModel

/// Reads one amount of yuan out of text, sign by sign: `5,000.50元`, `1.2 万元`, `伍仟元整`, `壹仟贰佰叁拾肆元伍角陆分`.
///
/// It reads what is written by the rules of writing amounts and gives up on everything else.
struct AmountReader {
    /// Where it stands.
    private(set) var position: Int
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// Passes over blanks and the words between 罚款 and the number: 人民币, 金额：, （大写）.
    mutating func skipIntroduction() {
        while let (sign, width) = sign(), sign == " " || sign == "\n" || AmountReader.introduction.contains(sign) {
            position += width
        }
    }

    /// Whether a number begins here.
    var isAtNumber: Bool {
        sign().map { AmountReader.numeral($0.value) != nil || $0.value == "十" || $0.value == "拾" } ?? false
    }

    /// The amount that begins here, or `nil` where it cannot be read for sure.
    mutating func amount() -> Amount? {
        guard let (sign, _) = sign() else { return nil }
        let yuan = sign.isASCII ? digits() : numerals().flatMap { $0 > 0 ? Amount(fen: $0 * 100) : nil }
        guard let yuan, take("元") || take("圆") || take("圓"), let change = change(), !isQualified() else { return nil }
        return Amount(fen: yuan.fen + change)
    }

    /// `5,000.50`, `1.2 万`: separators only where thousands are.
    private mutating func digits() -> Amount? {
        let start = position
        var text: [UInt8] = []
        while let (sign, width) = sign(), sign.isASCII, AmountReader.numeral(sign) != nil || sign == "." || sign == ","
        {
            text.append(UInt8(truncatingIfNeeded: sign.value))
            position += width
        }
        guard position > start, AmountReader.isGrouped(text) else { return nil }
        var unit: Int64 = 100
        skipBlanks()
        while let (sign, width) = sign(), let factor = AmountReader.factor(sign), unit < 1_000_000_000_000 {
            unit *= factor
            position += width
        }
        skipBlanks()
        return Amount(decimal: text, unit: unit)
    }

    private static func isGrouped(_ text: [UInt8]) -> Bool {
        let groups = text.prefix { $0 != 0x2E }.split(separator: 0x2C, omittingEmptySubsequences: false)
        return groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    /// 角 and 分 after 元, in fen; 0 where there are none, `nil` where what follows is not understood.
    private mutating func change() -> Int64? {
        let end = position
        skipBlanks()
        guard isAtNumber else {
            _ = take("整") || take("正")
            return 0
        }
        var fen: Int64 = 0
        var next: [(unit: Unicode.Scalar, fen: Int64)] = [("角", 10), ("分", 1)]
        var follows = false
        while let (sign, width) = sign(), let digit = AmountReader.numeral(sign) {
            position += width
            skipBlanks()
            guard let unit = next.firstIndex(where: { take($0.unit) }) else {
                if digit == 0 {
                    follows = true
                    continue
                }
                fen = -1
                break
            }
            // 元五分 without 零 may be five points of something else.
            guard unit == 0 || next.count == 1 || follows || digit == 0 else { return nil }
            fen += digit * next[unit].fen
            next.removeFirst(unit + 1)
            skipBlanks()
        }
        guard fen >= 0, next.count < 2 else {
            // Behind a blank another number may begin: 罚款5000元 2.没收……
            let isApart = isBlank(at: end)
            position = end
            return isApart ? 0 : nil
        }
        _ = take("整") || take("正")
        return fen
    }

    /// Whether the amount goes on as a range, a rate or a guess: 以上, 至, /人, ×3, 余.
    private mutating func isQualified() -> Bool {
        skipBlanks()
        return sign().map { AmountReader.qualifiers.contains($0.value) } ?? false
    }

    private func isBlank(at place: Int) -> Bool {
        var reader = self
        reader.position = place
        return reader.sign().map { $0.value == " " || $0.value == "\n" } ?? false
    }

    private mutating func skipBlanks() {
        while let (sign, width) = sign(), sign == " " { position += width }
    }

    private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        guard let (sign, width) = sign(), sign == wanted else { return false }
        position += width
        return true
    }

    /// The sign that stands here, full-width ones and blanks folded, and its bytes; `nil` at the end.
    private func sign() -> (value: Unicode.Scalar, width: Int)? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        if first < 0x80 {
            let isBreak = first == 0x0A || first == 0x0D
            return (isBreak ? "\n" : first == 0x09 ? " " : Unicode.Scalar(first), 1)
        }
        if first & 0xE0 == 0xC0, position + 1 < bytes.count {
            let value = UInt32(first & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F)
            return (value == 0xA0 ? " " : Unicode.Scalar(value) ?? "\u{FFFD}", 2)
        }
        guard first & 0xF0 == 0xE0, position + 2 < bytes.count else { return ("\u{FFFD}", 1) }
        let value =
            UInt32(first & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6 | UInt32(bytes[position + 2] & 0x3F)
        let plain = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value == 0x3000 ? 0x20 : value
        return (Unicode.Scalar(plain) ?? "\u{FFFD}", 3)
    }
}

// MARK: - Chinese numerals

extension AmountReader {
    /// 壹万贰仟伍佰 → 12,500: units fall, and no digit stands without its unit but the last.
    private mutating func numerals() -> Int64? {
        var total: Int64 = 0
        var section = NumeralSection()
        var last: Int64 = .max
        while let (sign, width) = sign() {
            if sign == " " {
                position += width
            } else if let big = AmountReader.factor(sign), big >= 10_000 {
                guard big < last, let value = section.value, value + total > 0 else { return nil }
                // 亿 stands first and multiplies all before it; 万 only its own section.
                total += value * big
                last = big
                section = NumeralSection(follows: true)
                position += width
            } else if let isTaken = section.take(sign) {
                guard isTaken else { return nil }
                position += width
            } else {
                break
            }
        }
        return section.value.map { total + $0 }
    }

    /// The digit of a numeral or of an ASCII digit.
    static func numeral(_ sign: Unicode.Scalar) -> Int64? {
        switch sign {
        case "0", "零", "〇": 0
        case "1", "一", "壹": 1
        case "2", "二", "贰", "貳", "两", "兩": 2
        case "3", "三", "叁", "叄": 3
        case "4", "四", "肆": 4
        case "5", "五", "伍": 5
        case "6", "六", "陆", "陸": 6
        case "7", "七", "柒": 7
        case "8", "八", "捌": 8
        case "9", "九", "玖": 9
        default: nil
        }
    }

    /// What a unit multiplies by.
    static func factor(_ sign: Unicode.Scalar) -> Int64? {
        switch sign {
        case "十", "拾": 10
        case "百", "佰": 100
        case "千", "仟": 1000
        case "万", "萬": 10_000
        case "亿", "億": 100_000_000
        default: nil
        }
    }

    private static let introduction: Set<Unicode.Scalar> = Set("人民币金额共合计大小写为:￥¥()".unicodeScalars)
    private static let qualifiers: Set<Unicode.Scalar> = Set("以至到-—–~～/×xX*+余多左每".unicodeScalars)
}

/// Numerals below ten thousand: 贰仟伍佰, 三百零五, 十五.
private struct NumeralSection {
    private var sum: Int64 = 0
    private var digit: Int64?
    private var unit: Int64 = 10_000
    private var isAfterZero = false
    private let follows: Bool

    /// `follows` where 万 or 亿 stands before.
    init(follows: Bool = false) {
        self.follows = follows
    }

    /// Takes a sign; `false` where it may not stand here, `nil` where it is none of them.
    mutating func take(_ sign: Unicode.Scalar) -> Bool? {
        if sign.isASCII { return nil }
        if let digit = AmountReader.numeral(sign) { return take(digit: digit) }
        return AmountReader.factor(sign).map { take(unit: $0) }
    }

    private mutating func take(digit next: Int64) -> Bool {
        guard digit == nil else { return false }
        if next == 0 { isAfterZero = true } else { digit = next }
        return true
    }

    private mutating func take(unit next: Int64) -> Bool {
        guard next < unit else { return false }
        // 十五 is fifteen; 百 and 千 want their digit.
        guard let own = digit ?? (next == 10 && sum == 0 && !follows ? 1 : nil) else { return false }
        sum += own * next
        digit = nil
        unit = next
        isAfterZero = false
        return true
    }

    /// What it says; `nil` where the last digit may stand for hundreds (五千五).
    var value: Int64? {
        guard let digit else { return sum }
        let isPlain = isAfterZero || unit == 10 || (unit == 10_000 && !follows)
        return isPlain ? sum + digit : nil
    }
}

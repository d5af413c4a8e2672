import CreditModel

/// The amounts that a decision's text writes after 罚款, in digits or in Chinese numerals.
enum WrittenAmounts {
    /// All amounts after the word 罚款, in fen; empty where none can be read.
    ///
    /// - Complexity: one pass over the text, a few characters more at each 罚款.
    static func fines(in bytes: UnsafeBufferPointer<UInt8>) -> [Amount] {
        var found: [Amount] = []
        var position = 0
        while position + 6 <= bytes.count {
            guard bytes[position] == 0xE7, isFine(bytes, position) else {
                position += 1
                continue
            }
            position += 6
            if let amount = amount(after: position, in: bytes) { found.append(amount) }
        }
        return found
    }

    /// 罚款 is E7 BD 9A E6 AC BE.
    private static func isFine(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        bytes[at + 1] == 0xBD && bytes[at + 2] == 0x9A && bytes[at + 3] == 0xE6 && bytes[at + 4] == 0xAC
            && bytes[at + 5] == 0xBE
    }

    private static func amount(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Amount? {
        let window = String(decoding: bytes[start..<min(bytes.count, start + 96)], as: UTF8.self)
        var rest = Substring(window)
        for word in ["人民币", "金额", "共计", "合计", "计", "为", "：", ":", "￥", "¥", "(", "（", " "] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
        }
        let folded = rest.map { folds[$0] ?? $0 }
        let digits = folded.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        if !digits.isEmpty { return scaled(String(digits), folded.dropFirst(digits.count)) }
        let words = folded.prefix { numerals[$0] != nil || units[$0] != nil }
        guard !words.isEmpty, let next = folded.dropFirst(words.count).first, "元圆".contains(next) else { return nil }
        return chinese(words)
    }

    private static func scaled(_ digits: String, _ rest: ArraySlice<Character>) -> Amount? {
        let word = String(rest.prefix(2))
        if word.hasPrefix("万") { return Amount(decimal: digits.utf8, unit: 1_000_000) }
        return word.hasPrefix("元") || word.hasPrefix("圆") ? Amount(decimal: digits.utf8, unit: 100) : nil
    }

    /// 壹万贰仟伍佰 → 12,500 yuan.
    private static func chinese(_ words: ArraySlice<Character>) -> Amount? {
        var total: Int64 = 0
        var section: Int64 = 0
        var digit: Int64 = 0
        for word in words {
            if let value = numerals[word] {
                digit = value
            } else if let unit = units[word] {
                guard unit < 10_000 else {
                    // 亿 multiplies all before it, 万 only its own section: 一亿二千万.
                    let part = unit > 10_000 ? total + section + digit : section + digit
                    total = unit > 10_000 ? part * unit : total + part * unit
                    section = 0
                    digit = 0
                    guard total < 1_000_000_000_000 else { return nil }
                    continue
                }
                section += max(digit, 1) * unit
                digit = 0
            }
        }
        let yuan = total + section + digit
        return yuan > 0 ? Amount(fen: yuan * 100) : nil
    }

    private static let folds: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip("０１２３４５６７８９．，", "0123456789.,").map { ($0, $1) }
    )
    private static let numerals: [Character: Int64] = Dictionary(
        uniqueKeysWithValues: zip(
            "零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖两",
            [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2]
        )
        .map { ($0, Int64($1)) }
    )
    private static let units: [Character: Int64] = [
        "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "萬": 10_000, "亿": 100_000_000,
    ]
}

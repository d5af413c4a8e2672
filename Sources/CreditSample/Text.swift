/// Small spellings that several parts of the sample share.
enum Text {
    /// A number with leading zeros.
    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Whether a text holds a word; byte by byte, which for UTF-8 is the same and many times faster.
    static func holds(_ word: String, in text: String) -> Bool {
        let word = Array(word.utf8)
        let text = Array(text.utf8)
        guard let first = word.first, text.count >= word.count else { return word.isEmpty }
        return text.indices.prefix(text.count - word.count + 1)
            .contains { start in
                text[start] == first && text[start..<start + word.count].elementsEqual(word)
            }
    }

    /// A text cut to so many characters.
    static func cut(_ text: String, to length: Int) -> String {
        // UTF-8 is never shorter than the text, so the slow count is needed only for long texts.
        text.utf8.count <= length || text.count <= length ? text : String(text.prefix(length))
    }

    /// Half-width letters, digits and points as full-width ones.
    static func fullWidth(_ text: String) -> String {
        var wide = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isWide = (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
            wide.append(isWide ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return String(wide)
    }

    /// Full-width letters, digits and signs as half-width ones.
    static func halfWidth(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(plain)
    }

    /// Whole yuan in the large numerals of documents: 12000 → 壹万贰仟; only for amounts without inner zeros.
    static func largeNumerals(yuan: Int) -> String? {
        let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
        func section(_ number: Int) -> String? {
            var text = ""
            var hasGap = false
            for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
                let digit = number / unit % 10
                if digit > 0 {
                    guard !hasGap || text.isEmpty else { return nil }
                    text += digits[digit] + name
                } else if !text.isEmpty {
                    hasGap = true
                }
            }
            return text
        }
        guard yuan > 0, yuan < 100_000_000, let low = section(yuan % 10_000) else { return nil }
        guard yuan >= 10_000 else { return low }
        guard yuan % 10_000 == 0 || yuan % 10_000 >= 1000, yuan / 10_000 % 10 != 0 || yuan % 10_000 == 0,
            let high = section(yuan / 10_000)
        else { return nil }
        return high + "万" + low
    }
}

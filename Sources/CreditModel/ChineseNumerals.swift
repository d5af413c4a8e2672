/// Numbers written in Chinese characters, 二〇一九 digit by digit or 一百二十三 with units.
enum ChineseNumerals {
    /// Whether a sign is one of them.
    static func contains(_ sign: Unicode.Scalar) -> Bool { digit(sign) != nil || unit(sign) != nil }

    /// The value of one digit.
    static func digit(_ sign: Unicode.Scalar) -> Int? {
        switch sign {
        case "〇", "零", "○": 0
        case "一", "壹": 1
        case "二", "贰", "两": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }

    /// The number that some signs write, below a hundred million; `nil` for what may be read in two ways, 二百三.
    static func value(of signs: ArraySlice<Unicode.Scalar>) -> Int? {
        guard !signs.isEmpty, signs.count <= 12 else { return nil }
        let digits = signs.compactMap(digit)
        guard digits.count < signs.count else {
            return digits.count <= 8 ? digits.reduce(0) { $0 * 10 + $1 } : nil
        }
        return withUnits(signs)
    }

    private static func withUnits(_ signs: ArraySlice<Unicode.Scalar>) -> Int? {
        var total = 0
        var section = 0
        var pending: Int?
        var lowest = Int.max
        var skips = false
        for sign in signs {
            if let digit = digit(sign) {
                guard pending == nil else { return nil }
                if digit == 0 { skips = true } else { pending = digit }
            } else if unit(sign) == 10_000 {
                guard total == 0, section + (pending ?? 0) > 0 else { return nil }
                total = (section + (pending ?? 0)) * 10_000
                (section, pending, lowest, skips) = (0, nil, 10_000, false)
            } else if let unit = unit(sign) {
                guard unit < lowest, pending != nil || unit == 10 else { return nil }
                section += (pending ?? 1) * unit
                (pending, lowest, skips) = (nil, unit, false)
            } else {
                return nil
            }
        }
        guard let last = pending else { return total + section }
        return lowest == 10 || skips ? total + section + last : nil
    }

    private static func unit(_ sign: Unicode.Scalar) -> Int? {
        switch sign {
        case "十", "拾": 10
        case "百", "佰": 100
        case "千", "仟": 1000
        case "万": 10_000
        default: nil
        }
    }
}

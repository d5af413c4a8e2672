/// A text of document numbers sign by sign, as they are compared: half-width capitals, one kind of bracket, blank, hyphen and
/// separator.
enum DocumentSigns {
    /// All that opens, and all that closes.
    static let open: Unicode.Scalar = "("
    static let close: Unicode.Scalar = ")"
    static let blank: Unicode.Scalar = " "
    static let hyphen: Unicode.Scalar = "-"
    /// Between numbers of one cell.
    static let separator: Unicode.Scalar = "、"

    /// The signs of a text; what has no width is left out.
    static func folded(_ text: some StringProtocol) -> [Unicode.Scalar] {
        var signs: [Unicode.Scalar] = []
        signs.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let sign = sign(scalar) { signs.append(sign) }
        }
        return signs
    }

    /// The signs as a text.
    static func text(_ signs: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: signs)
        return String(text)
    }

    /// The parts of a cell between separators that stand in no bracket; where brackets do not close, between all.
    static func parts(of cell: String) -> [Substring] {
        var depth = 0
        var isSound = true
        var all: [String.Index] = []
        var outside: [String.Index] = []
        for place in cell.unicodeScalars.indices {
            switch sign(cell.unicodeScalars[place]) {
            case open: depth += 1
            case close: depth -= 1
            case separator:
                all.append(place)
                if depth == 0 { outside.append(place) }
            default: continue
            }
            if depth < 0 { isSound = false }
        }
        return split(cell, at: isSound && depth == 0 ? outside : all)
    }

    private static func split(_ cell: String, at places: [String.Index]) -> [Substring] {
        var parts: [Substring] = []
        var start = cell.startIndex
        for place in places {
            parts.append(cell[start..<place])
            start = cell.unicodeScalars.index(after: place)
        }
        return parts + [cell[start...]]
    }

    /// Blanks, brackets and separators left out; a hyphen where a bracket stood between two digits, so that 1(2) is not 12.
    static func plain(_ signs: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var plain: [Unicode.Scalar] = []
        var isBroken = false
        for sign in signs {
            switch sign {
            case blank, separator: continue
            case open, close: isBroken = true
            default:
                if isBroken, isDigit(sign), let last = plain.last, isDigit(last) { plain.append(hyphen) }
                isBroken = false
                plain.append(sign)
            }
        }
        return plain
    }

    static func isDigit(_ sign: Unicode.Scalar) -> Bool { sign.value &- 0x30 < 10 }

    /// Whether a sign may stand in a running number.
    static func isOfSerial(_ sign: Unicode.Scalar) -> Bool {
        isDigit(sign) || sign.value &- 0x41 < 26 || sign == hyphen || sign == "." || sign == "/"
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        switch value {
        case 0x61...0x7A: return Unicode.Scalar(value - 0x20)
        case 0x28, 0x5B, 0x7B, 0x3C: return open
        case 0x29, 0x5D, 0x7D, 0x3E: return close
        case 0x2C, 0x3B, 0x3001, 0xFF64: return separator
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            return blank
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xAD, 0xFEFF: return nil
        case 0x2D, 0x2010...0x2015, 0x2043, 0x2212, 0x2500, 0x30FC, 0xFE58, 0xFE63: return hyphen
        case 0x21...0x7E: return Unicode.Scalar(value)
        default: return sign(wide: scalar)
        }
    }

    private static func sign(wide scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "〔", "【", "﹝", "《", "「", "『", "〈", "〖", "〘", "〚", "⟨", "⟦", "❲", "﹙", "﹛", "﹤", "‹", "«", "⦅": open
        case "〕", "】", "﹞", "》", "」", "』", "〉", "〗", "〙", "〛", "⟩", "⟧", "❳", "﹚", "﹜", "﹥", "›", "»", "⦆": close
        case "○", "◯", "零": "〇"
        case "號": "号"
        default: scalar
        }
    }
}

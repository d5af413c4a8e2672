/// Makes spellings of one name equal, so that they can be found and compared: width, case, traditional characters, and without
/// blanks, brackets and punctuation.
///
/// A folded name is UTF-16 code units, 0 standing for nothing. 「松溪市鑫源（北方）商貿」 folds to 「松溪市鑫源北方商贸」.
public enum NameFolding {
    /// The folded units of a text.
    ///
    /// - Complexity: one table look-up a character.
    public static func fold(_ text: String) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(text.utf8.count / 2)
        fold(text, into: &units)
        return units
    }

    /// Appends the folded units of a text, and says which of them stood in its first brackets, where something stands before and
    /// something behind them: 鑫源（松溪）商贸 → 2..<4.
    @discardableResult
    static func fold(_ text: String, into units: inout [UInt16]) -> Range<Int>? {
        let begin = units.count
        var open: Int?
        var inside: Range<Int>?
        table.withUnsafeBufferPointer { table in
            for unit in text.utf16 {
                let folded = table[Int(unit)]
                if folded != 0 {
                    units.append(folded)
                } else if inside == nil {
                    if openers.contains(unit) {
                        open = units.count - begin
                    } else if let start = open, closers.contains(unit) {
                        inside = start..<(units.count - begin)
                    }
                }
            }
        }
        guard let inside, !inside.isEmpty, inside.lowerBound > 0, inside.upperBound < units.count - begin else {
            return nil
        }
        return inside
    }

    /// The folded units of a text, each with the offset of the character that it came from.
    static func foldWithPlaces(_ text: String) -> (units: [UInt16], characters: [Int]) {
        var units: [UInt16] = []
        var characters: [Int] = []
        for (place, character) in text.enumerated() {
            for unit in character.utf16 where table[Int(unit)] != 0 {
                units.append(table[Int(unit)])
                characters.append(place)
            }
        }
        return (units, characters)
    }

    /// The text without differences of width, case, blanks and the kind of brackets alone: what makes two trade names exactly the
    /// same (limit 1).
    static func narrow(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0x20)))
            case 0xFF41...0xFF5A: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF41 + 0x41)))
            case 0xFF01...0xFF5E where !isBracket(scalar):
                scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21)))
            case let value where value < 0x10000 && openers.contains(UInt16(value)): scalars.append("(")
            case let value where value < 0x10000 && closers.contains(UInt16(value)): scalars.append(")")
            default:
                if !scalar.properties.isWhitespace { scalars.append(scalar) }
            }
        }
        return String(scalars)
    }

    private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x10000 && (openers.contains(UInt16(scalar.value)) || closers.contains(UInt16(scalar.value)))
    }

    /// What opens brackets, and what closes them, in every form that names are written with.
    static let openers = UnitSet("([{（［｛【〔〈《﹙".utf16)
    static let closers = UnitSet(")]}）］｝】〕〉》﹚".utf16)

    /// For each UTF-16 unit the unit it folds to; 0 for what is left out.
    static let table: [UInt16] = {
        var table = (0...0xFFFF).map { UInt16($0) }
        func leaveOut(_ range: ClosedRange<Int>) { for unit in range { table[unit] = 0 } }
        // Controls and ASCII that is neither letter nor digit.
        for unit in 0..<0x80 where !isWord(unit) { table[unit] = 0 }
        for unit in 0x61...0x7A { table[unit] = UInt16(unit - 0x20) }
        leaveOut(0x80...0xBF)
        // General punctuation, CJK punctuation without 〇, vertical and small forms, marks without width.
        leaveOut(0x2000...0x206F)
        leaveOut(0x3000...0x3004)
        leaveOut(0x3008...0x3020)
        leaveOut(0xFE10...0xFE6F)
        leaveOut(0x02B0...0x036F)
        leaveOut(0xFFF0...0xFFFF)
        table[0x30FB] = 0
        table[0xFEFF] = 0
        for unit in 0xFF01...0xFF5E {
            let narrow = unit - 0xFEE0
            table[unit] = isWord(narrow) ? table[narrow] : 0
        }
        leaveOut(0xFF5F...0xFF65)
        for word in Simplified.table.words {
            guard let simple = word.first else { continue }
            for old in word.dropFirst() { table[Int(old)] = simple }
        }
        return table
    }()

    private static func isWord(_ unit: Int) -> Bool {
        (0x30...0x39).contains(unit) || (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
    }
}

extension StaticString {
    /// The words of a table, apart by blanks, as UTF-16 units.
    var words: [[UInt16]] {
        let text = withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        return text.split(separator: " ").map { Array($0.utf16) }
    }
}

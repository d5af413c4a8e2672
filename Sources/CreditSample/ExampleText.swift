import CreditCatalogue
import CreditModel

/// What a made-up row says where the catalogue gives an example: the same in other years, under other numbers, by other names.
struct ExampleText {
    /// The years by which the row is later than the example.
    let yearShift: Int
    /// The year of the row's decision, which no number in it is later than.
    let latestYear: Int
    /// What tells the row from others.
    let number: Int

    /// Another text of the example's form.
    func vary(_ field: Field, isKey: Bool, _ random: inout RandomSource) -> String {
        let isNumber = isKey || ExampleText.isNumber(field.heading)
        var text = isNumber ? numbered(field.example) : dated(field.example)
        if !isNumber { text = ExampleText.counted(text, &random) }
        if field.type == .freeText { text = ExampleText.closed(text, &random) }
        return ExampleText.named(text, &random)
    }

    /// The text of a later year, its other digits as they are.
    func dated(_ example: String) -> String {
        ExampleText.pieces(example).map { year($0) ?? $0 }.joined()
    }

    /// The text of a later year with its last number another.
    func numbered(_ example: String) -> String {
        var pieces = ExampleText.pieces(example)
        let last = pieces.lastIndex { ExampleText.isDigits($0) && year($0) == nil }
        for position in pieces.indices {
            if let year = year(pieces[position]) {
                pieces[position] = year
            } else if position == last {
                pieces[position] = counted(pieces[position])
            }
        }
        return pieces.joined()
    }

    /// A run of digits with the row's own number at its end; a year at its beginning moves along.
    private func counted(_ digits: String) -> String {
        if digits.count > 6, let later = year(String(digits.prefix(4))) {
            return min(later, String(latestYear)) + Text.padded(number, to: digits.count - 4)
        }
        let kept = max(0, digits.count - 5)
        return digits.prefix(kept) + Text.padded(number, to: digits.count - kept)
    }

    private func year(_ piece: String) -> String? {
        guard piece.utf8.count == 4, let year = Int(piece), (1990...2040).contains(year) else { return nil }
        return String(year + yearShift)
    }

    // MARK: Parts of a text

    static func isNumber(_ heading: String) -> Bool {
        ["编号", "文号", "案号", "批次", "证号", "证书号", "书号", "序号"].contains { heading.contains($0) }
    }

    /// A text cut where digits begin and end.
    static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        for character in text {
            if let last = pieces.last?.last, isDigit(last) == isDigit(character) {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private static func isDigits(_ piece: String) -> Bool { piece.first.map(isDigit) ?? false }

    /// A quantity such as 12件 with another number.
    private static func counted(_ text: String, _ random: inout RandomSource) -> String {
        let pieces = pieces(text)
        guard pieces.count == 1 || (pieces.count == 2 && pieces[1].count < 4), isDigits(pieces[0]),
            let value = Int(pieces[0]), (1..<100_000).contains(value), !(1990...2040).contains(value),
            pieces.count == 2 || value > 9
        else { return text }
        return "\(max(1, random.within(value / 2...value * 3 / 2)))" + pieces.dropFirst().joined()
    }

    private static func closed(_ text: String, _ random: inout RandomSource) -> String {
        guard text.count > 5, !text.hasSuffix("。"), text.last?.isNumber == false else { return text }
        return text + random.word(["", "", "。", "，材料齐全。", "，详见文书。", "，已存档。"])
    }

    /// An invented body of the example under another name.
    private static func named(_ text: String, _ random: inout RandomSource) -> String {
        let ends = ["局", "院", "中心", "公司", "协会", "学校", "医院", "事务所", "商场"]
        guard text.contains("示例"), text.count < 30, ends.contains(where: { text.hasSuffix($0) }) else { return text }
        let brand = random.word(Vocabulary.brandHeads) + random.word(Vocabulary.brandTails)
        return text.replacing("示例", with: brand)
    }
}

import CreditCatalogue
import CreditModel
import Foundation

/// What a layout does to the cells of one column before they are checked; a pure function of the cell.
struct CellSteps {
    /// A cell after all steps.
    enum Outcome: Hashable {
        /// What is checked; empty for nothing.
        case text(String)
        /// A value that the translation does not name, and the values that it does.
        case notTranslated(String, known: [String])
    }

    private let steps: [Layout.Step]
    /// The unit of the field, in fen, where it holds an amount.
    private let fieldUnit: Int64

    init(_ steps: [Layout.Step], field: Field) {
        self.steps = steps
        fieldUnit = if case .amount(let unit) = field.type { unit } else { 100 }
    }

    /// Whether cells stay as they are.
    var isEmpty: Bool { steps.isEmpty }

    /// A cell from which blanks are taken off, and which is not empty, after all steps.
    func apply(to cell: String) -> Outcome {
        var text = cell
        for step in steps where !text.isEmpty {
            switch step {
            case .take(let places): text = String(text.dropFirst(places.lowerBound - 1).prefix(places.count))
            case .split(let mark, let part): text = CellSteps.part(part, of: text, at: mark)
            case .date(let order): text = CellSteps.ordered(text, order)
            case .unit(let unit): text = CellSteps.amount(text, in: unit, for: fieldUnit)
            case .prefix(let prefix): text = prefix + text
            case .translate(let words, let otherwise):
                if let word = words[text] {
                    text = word
                } else {
                    switch otherwise {
                    case .keep: break
                    case .empty: text = ""
                    case .refuse: return .notTranslated(text, known: words.keys.sorted())
                    }
                }
            }
        }
        return .text(text)
    }

    /// A part between marks, blanks around it taken off; nothing where there are not so many.
    private static func part(_ part: Int, of text: String, at mark: String) -> String {
        let parts = text.components(separatedBy: mark)
        return parts.count >= part ? parts[part - 1].trimmingCharacters(in: .whitespacesAndNewlines) : ""
    }

    /// `4/7/2026` as `2026-07-04`; what is not of that form stays, to be found fault with.
    private static func ordered(_ text: String, _ order: Layout.DateOrder) -> String {
        let parts = text.split(whereSeparator: { "/-. ".contains($0) })
        guard parts.count >= 3, parts[2].count == 4, let year = Int(parts[2]), let first = Int(parts[0]),
            let second = Int(parts[1])
        else { return text }
        let (month, day) = order == .dayFirst ? (second, first) : (first, second)
        return "\(year)-\(month)-\(day)"
    }

    /// An amount of one unit as a decimal of another; what cannot be read stays.
    ///
    /// A spreadsheet that keeps 189.421791 as a double writes 189.42179099999998: less than a thousandth of a fen is such noise.
    private static func amount(_ text: String, in unit: Int64, for fieldUnit: Int64) -> String {
        let plain = text.replacing(",", with: "").replacing("，", with: "")
        let isDecimal = !plain.isEmpty && plain.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        guard isDecimal, plain.utf8.count <= 34, plain.utf8.count(where: { $0 == 0x2E }) <= 1,
            let value = Decimal(string: plain, locale: Locale(identifier: "en_US_POSIX"))
        else { return text }
        var fen = value * Decimal(unit)
        var whole = Decimal()
        NSDecimalRound(&whole, &fen, 0, .plain)
        guard abs(fen - whole) < Decimal(sign: .plus, exponent: -3, significand: 1) else { return text }
        return "\(whole / Decimal(fieldUnit))"
    }
}

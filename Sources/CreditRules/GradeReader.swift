import CreditCatalogue
import CreditModel

/// Reads grades of one item's scheme by their codes and Chinese names; remembers the edition of the last day.
struct GradeReader {
    private struct Edition {
        let validity: Validity
        /// The codes by the folded spellings.
        let codes: [String: String]
        let names: Bilingual
    }

    private let editions: [Edition]
    private var last: (day: Day, edition: Int?)?

    init(_ item: Item, _ catalogue: Catalogue) {
        editions = (item.scheme.flatMap(catalogue.scheme)?.editions ?? []).map(Self.edition)
    }

    /// The code that a folded cell means in the edition of a day, or `nil` where it is no grade of it.
    /// - Complexity: one look-up in a table.
    mutating func code(of text: String, on day: Day) -> String? {
        edition(on: day)?.codes[text]
    }

    /// The grades of a day, for the fault's message.
    mutating func names(on day: Day) -> Bilingual {
        edition(on: day)?.names
            ?? Bilingual(zh: "这一天没有适用的评价办法", en: "no method of evaluation governs this day")
    }

    private mutating func edition(on day: Day) -> Edition? {
        if last?.day != day { last = (day, editions.firstIndex { $0.validity.contains(day) }) }
        return last?.edition.map { editions[$0] }
    }

    private static func edition(_ edition: GradingScheme.Edition) -> Edition {
        let names = edition.grades.map { "\($0.code)（\($0.name.zh)）" }.joined(separator: "、")
        let english = edition.grades.map { "\($0.code) (\($0.name.en))" }.joined(separator: ", ")
        return Edition(
            validity: edition.validity,
            codes: edition.codesBySpelling,
            names: Bilingual(zh: names, en: english)
        )
    }
}

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
    mutating func names(on day: Day) -> Bilingual? { edition(on: day)?.names }

    private mutating func edition(on day: Day) -> Edition? {
        if last?.day != day { last = (day, editions.firstIndex { $0.validity.contains(day) }) }
        return last?.edition.map { editions[$0] }
    }

    private static func edition(_ edition: GradingScheme.Edition) -> Edition {
        var codes: [String: String] = [:]
        var folded = FoldedCell()
        // A code goes before a name that looks like one.
        for spelling in edition.grades.map({ ($0.code, $0.code) }) + edition.grades.map({ ($0.name.zh, $0.code) }) {
            var text = spelling.0
            text.withUTF8 { folded.fold($0) }
            let key = String(decoding: folded.bytes, as: UTF8.self)
            if codes[key] == nil { codes[key] = spelling.1 }
        }
        let names = edition.grades.map { "\($0.code)（\($0.name.zh)）" }.joined(separator: "、")
        let english = edition.grades.map { "\($0.code) (\($0.name.en))" }.joined(separator: ", ")
        return Edition(validity: edition.validity, codes: codes, names: Bilingual(zh: names, en: english))
    }
}

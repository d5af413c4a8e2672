import CreditCatalogue
import CreditModel

/// The places in an item's fields of the values that speak against its subject; looked up once a sheet.
struct AdversePlaces {
    private let words: [(place: Int, words: Set<String>)]
    private let grades: [(place: Int, scheme: GradingScheme)]

    init(_ item: Item, _ catalogue: Catalogue) {
        let found = catalogue.adverseValues(of: item)
        func place(_ id: String) -> Int? { item.fields.firstIndex { $0.id == id } }
        words = found?.words.compactMap { entry in place(entry.field).map { ($0, entry.words) } } ?? []
        grades = found?.grades.compactMap { entry in place(entry.field).map { ($0, entry.scheme) } } ?? []
    }

    /// Whether a row decided on a day holds one of them; grades are already their codes.
    func areFound(in values: [FieldValue?], on day: Day?) -> Bool {
        for (place, words) in words {
            if case .choices(let chosen) = values[place], chosen.contains(where: words.contains) { return true }
        }
        for (place, scheme) in grades {
            guard case .text(let text) = values[place], let edition = day.flatMap(scheme.edition(on:)) else { continue }
            if edition.grade(text)?.isAdverse == true { return true }
        }
        return false
    }
}

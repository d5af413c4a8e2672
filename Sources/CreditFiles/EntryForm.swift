import CreditCatalogue
import CreditModel

/// What entries of one item have in common, looked up once for a catalogue: its open fields with their labels, and which of
/// them say in a line what an entry is.
///
/// Fields that are not open are not in it, so no value of theirs finds a place.
final class EntryForm: Sendable {
    let item: Item
    /// The open fields in the template's order.
    let fields: [OpenField]
    /// The ids of the fields that may give the title, the first that is filled first.
    let titles: [String]
    /// The fields' ids in the order in which records keep theirs, with their places in `fields`.
    private let places: [(id: String, place: Int)]

    init(_ item: Item, _ catalogue: Catalogue) {
        self.item = item
        fields = item.fields.filter { $0.disclosure == .open }.map { OpenField($0, catalogue) }
        titles = [item.roles.title, item.roles.penaltyKinds].compactMap { $0.flatMap { item.field($0) } }
            .filter { $0.disclosure == .open }.map(\.id)
        places = fields.enumerated().map { (id: $0.element.label.id, place: $0.offset) }
            .sorted { CBORWriter.precedes($0.id, $1.id) }
    }

    /// What a record's grade is called, where it has one that is open.
    func grade(of record: CreditRecord) -> String? {
        guard let id = item.roles.grade, let field = fields.first(where: { $0.label.id == id }) else { return nil }
        return record.fields.text(id).flatMap { field.grade($0, on: record.decidedOn) }?.zh
    }

    /// Hands each filled open field of a record to `body`, in the template's order.
    ///
    /// - Complexity: one walk along both, since both stand in the canonical order of ids.
    func forEachOpen(of record: CreditRecord, _ body: (OpenField, FieldValue) -> Void) {
        let kept = record.fields.fields
        var found = [Int](repeating: -1, count: fields.count)
        var next = 0
        for position in kept.indices {
            while next < places.count, places[next].id != kept[position].id {
                guard CBORWriter.precedes(places[next].id, kept[position].id) else { break }
                next += 1
            }
            if next < places.count, places[next].id == kept[position].id { found[places[next].place] = position }
        }
        for place in found.indices where found[place] >= 0 { body(fields[place], kept[found[place]].value) }
    }
}

/// An open field of an item, as far as showing its value depends on it.
final class OpenField: Sendable {
    let label: FieldLabel
    /// Whether its text is the sender's own and so may name a person's numbers.
    let isFree: Bool
    /// Whether it is the name of a person.
    let isPersonName: Bool
    /// English for the words of its code list.
    let english: [String: String]
    /// The scheme that its grades come from.
    let scheme: GradingScheme?

    init(_ field: Field, _ catalogue: Catalogue) {
        label = FieldLabel(id: field.id, name: Bilingual(zh: field.heading, en: field.label))
        isPersonName = field.type == .personName
        switch field.type {
        case .text, .freeText, .otherCode: isFree = true
        default: isFree = false
        }
        scheme = if case .grade(let id) = field.type { catalogue.scheme(id) } else { nil }
        switch field.type {
        case .choice(let list), .choices(let list):
            let words = catalogue.codeLists[list]?.values ?? []
            english = Dictionary(words.map { ($0.text, $0.english) }, uniquingKeysWith: { first, _ in first })
        default: english = [:]
        }
    }

    /// What a grade's code is called in the edition of a day; the code itself where the edition does not know it.
    func grade(_ code: String, on day: Day) -> Bilingual? {
        scheme.map { $0.edition(on: day)?.grade(code)?.name ?? Bilingual(zh: code, en: code) }
    }
}

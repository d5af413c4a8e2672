import CreditCatalogue
import CreditModel
import CreditSheets

/// What a blank form says of one of its columns: in a note on the heading, and when a cell is chosen.
struct ColumnWords {
    private let heading: String
    private let field: Field?
    private let item: Item
    private let list: CodeList?
    /// The grades of today.
    private let edition: GradingScheme.Edition?

    init(_ column: Template.Column, _ field: Field?, _ item: Item, _ catalogue: Catalogue, on day: Day?) {
        heading = column.heading
        self.field = field
        self.item = item
        switch field?.type {
        case .choice(let id), .choices(let id): list = catalogue.codeLists[id]
        default: list = nil
        }
        let scheme: GradingScheme? = if case .grade(let id) = field?.type { catalogue.scheme(id) } else { nil }
        edition = day.flatMap { scheme?.edition(on: $0) } ?? scheme?.editions.last
    }

    var isRequired: Bool { field?.requirement == .required }

    var isDay: Bool { field?.type == .day }

    /// Wide enough for the heading in two lines and for the example, within reason.
    var width: Double {
        let heading = Double(ColumnWords.width(of: self.heading)) / 2 + 4
        let example = Double(ColumnWords.width(of: field?.example ?? "")) + 2
        return min(max(heading, example, 12), 42)
    }

    /// Whether a cell may be empty, in both languages; nothing where it may.
    var requirement: String {
        switch field?.requirement {
        case .required: return "必填 Required"
        case .requiredWhen(let other, let among):
            let heading = item.field(other)?.heading ?? other
            return "“\(heading)”为\(among.joined(separator: "、"))时必填 Required when it is one of these"
        case .optional, nil: return ""
        }
    }

    /// The note on the heading.
    var note: String {
        guard let field else { return "" }
        return [
            requirement, field.meaning.zh, field.meaning.en, several,
            field.example.isEmpty ? "" : "例 e.g. \(field.example)",
        ]
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What is said when a cell is chosen.
    var prompt: (title: String, text: String) {
        let hint = isDay ? "年-月-日，如 2026-07-04。 Year-month-day." : ""
        let words = [requirement, field?.meaning.zh ?? "", hint, several, field?.meaning.en ?? ""]
        return (heading, words.filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    /// The words to choose from, and whether there may be no other.
    var choices: (words: [String], isClosed: Bool)? {
        // Names are read too, and decisions of other days have their own grades: what is offered closes nothing.
        if let edition { return (edition.grades.map(\.code), false) }
        guard let list, case .choice = field?.type else { return nil }
        return (list.values.map(\.text), !list.values.contains(where: \.takesRemark))
    }

    var rule: CellRule {
        switch field?.type {
        case nil, .choice, .choices, .grade, .amount: .anything
        case .day: .day
        // With its hyphen.
        case .organisationCode: .length(atMost: (field?.maxLength ?? 0) + 1)
        default: .length(atMost: field?.maxLength ?? 0)
        }
    }

    /// Several values of a list cannot be chosen from one: they are named.
    private var several: String {
        if let grades = edition?.grades {
            return grades.map { "\($0.code)：\($0.name.zh) \($0.name.en)" }.joined(separator: "\n")
        }
        guard let list, case .choices = field?.type else { return "" }
        return "可填几项，用“、”隔开 one or several, with 、 between: " + list.values.map(\.text).joined(separator: "、")
    }

    /// A Chinese character takes two places.
    private static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }
}

public import CreditModel

/// The values of an item's fields by which a record speaks against its subject, though the item itself does not.
///
/// Found once an item; empty for an adverse item, whose every record does.
public struct AdverseValues: Sendable {
    /// The words of code lists, by the field.
    public let words: [(field: String, words: Set<String>)]
    /// The schemes with such grades, by the field.
    public let grades: [(field: String, scheme: GradingScheme)]

    init(_ item: Item, codeLists: [String: CodeList], scheme: (String) -> GradingScheme?) {
        var words: [(field: String, words: Set<String>)] = []
        var grades: [(field: String, scheme: GradingScheme)] = []
        for field in item.polarity == .adverse ? [] : item.fields {
            switch field.type {
            case .choice(let list), .choices(let list):
                let adverse = codeLists[list]?.words(meaning: .adverse) ?? []
                if !adverse.isEmpty { words.append((field.id, adverse)) }
            case .grade(let id):
                if let scheme = scheme(id), scheme.hasAdverseGrades { grades.append((field.id, scheme)) }
            default: break
            }
        }
        self.words = words
        self.grades = grades
    }

    /// Whether no record of the item can speak against its subject by a value.
    public var isEmpty: Bool { words.isEmpty && grades.isEmpty }

    /// Whether a record decided on a day holds one of them.
    /// - Complexity: O(fields of the item).
    public func areFound(in fields: FieldMap, on day: Day) -> Bool {
        words.contains { field, words in fields.choices(field).contains(where: words.contains) }
            || grades.contains { field, scheme in
                guard let code = fields.text(field) else { return false }
                return scheme.edition(on: day)?.grade(code)?.isAdverse ?? false
            }
    }
}

extension GradingScheme {
    /// Whether a grade of one of its editions speaks against its subject.
    fileprivate var hasAdverseGrades: Bool { editions.contains { $0.grades.contains(where: \.isAdverse) } }
}

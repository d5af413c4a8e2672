import CreditCatalogue
import CreditModel

/// The kinds of subject that an item is about, looked up once a sheet; so few that a list is searched faster than a set.
struct AllowedKinds {
    private let allowed: [SubjectKind]
    /// Whether there is nothing to check.
    let isEveryone: Bool

    init(_ item: Item) {
        let kinds = item.subjectKinds
        allowed = SubjectKind.allCases.filter(kinds.contains)
        isEveryone = kinds.isEmpty || allowed.count == SubjectKind.allCases.count
    }

    func contains(_ kind: SubjectKind) -> Bool { allowed.contains(kind) }

    /// The kinds in words, for the fault's message.
    var names: Bilingual {
        Bilingual(
            zh: allowed.map(\.name.zh).joined(separator: "、"),
            en: allowed.map(\.name.en).joined(separator: ", ")
        )
    }
}

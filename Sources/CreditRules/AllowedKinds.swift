package import CreditCatalogue
package import CreditModel

/// The kinds of subject that an item is about, looked up once a sheet; so few that a list is searched faster than a set.
package struct AllowedKinds: Sendable {
    private let allowed: [SubjectKind]
    /// Whether there is nothing to check.
    package let isEveryone: Bool

    package init(_ item: Item) {
        let kinds = item.subjectKinds
        allowed = SubjectKind.allCases.filter(kinds.contains)
        isEveryone = kinds.isEmpty || allowed.count == SubjectKind.allCases.count
    }

    package func contains(_ kind: SubjectKind) -> Bool { allowed.contains(kind) }

    /// Whether the organisation of a code may stand in a record of the item.
    ///
    /// A code of a registrar that the catalogue does not know does not say of which kind it is; that it is unknown is warned of.
    package func admits(_ code: CreditCode, _ identifiers: IdentifierTable) -> Bool {
        guard !isEveryone, !contains(code.kind) else { return true }
        let bytes = Array(code.text.utf8)
        return !identifiers.knows(bytes[0], bytes[1])
    }

    /// The kinds in words, for the fault's message.
    package var names: Bilingual {
        Bilingual(
            zh: allowed.map(\.name.zh).joined(separator: "、"),
            en: allowed.map(\.name.en).joined(separator: ", ")
        )
    }
}

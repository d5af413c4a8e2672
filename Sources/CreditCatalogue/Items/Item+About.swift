public import CreditModel

extension Item {
    /// Whom an item is about; what it may say depends on it.
    ///
    /// A grade, a list or points have no place in the case of persons: no item can give one of a natural person (limit 1).
    public enum About: Sendable, Hashable {
        /// Organisations of these kinds, and what is said of them.
        case organisations(Set<SubjectKind>, Content)
        /// Natural persons in a role (limit 6), by its name: the expert, the agent, the inspector. Always restricted.
        case personInRole(Bilingual)
    }

    /// What an item says of an organisation.
    public enum Content: Sendable, Hashable {
        /// A fact.
        case fact
        /// A grade by the sector's own scheme, by the scheme's id.
        case grade(scheme: String)
        /// An entry of a list.
        case listing
        /// The sector's own points, as text.
        case points
    }

    /// The kinds of organisation it may be about; none for an item on persons.
    public var subjectKinds: Set<SubjectKind> {
        if case .organisations(let kinds, _) = about { kinds } else { [] }
    }

    /// The role in which persons stand in it, or `nil` for an item on organisations.
    public var personRole: Bilingual? {
        if case .personInRole(let role) = about { role } else { nil }
    }

    /// What it says of organisations; `nil` for an item on persons.
    public var content: Content? {
        if case .organisations(_, let content) = about { content } else { nil }
    }

    /// Whether anything that it says may be told of an organisation of this kind.
    ///
    /// A sole trader is a natural person too: no grade and no points are told of one, whatever key a record came under (limit 1).
    public func mayBeTold(of kind: SubjectKind) -> Bool {
        kind != .soleTrader || (scheme == nil && content != .points)
    }

    /// The id of the scheme that its grades come from, or `nil` where it gives none.
    public var scheme: String? {
        if case .grade(let scheme) = content { scheme } else { nil }
    }
}

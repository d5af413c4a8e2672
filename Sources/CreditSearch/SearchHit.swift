public import CreditModel

/// What a search found, and what is to be said of it.
public struct SearchOutcome: Sendable, Hashable {
    /// The matches, best first.
    public let hits: [SearchHit]
    /// What to say beside them.
    public let note: Note

    /// What to say beside the hits.
    public enum Note: String, Sendable, CaseIterable {
        /// All that matched is shown.
        case complete
        /// More matched than is shown.
        case more
        /// Nothing matched.
        case nothingFound
        /// Fewer than two characters cannot be searched for.
        case tooShort
    }

    /// An outcome from its parts.
    public init(hits: [SearchHit], note: Note) {
        self.hits = hits
        self.note = note
    }
}

/// One organisation found.
public struct SearchHit: Sendable, Hashable {
    /// Its unified code or registration number.
    public let key: String
    /// What kind of organisation.
    public let kind: SubjectKind
    /// Its name of today.
    public let name: String
    /// The name that matched: today's or a former one; empty where the code matched.
    public let matchedName: String
    /// Which characters of the matched name did, as offsets of characters; empty where the code matched.
    public let matched: Range<Int>
    /// In which way it matched.
    public let why: Why

    /// In which way a hit matched.
    public enum Why: String, Sendable, CaseIterable {
        /// The whole code.
        case code
        /// The whole name.
        case exactName = "exact-name"
        /// The beginning of the name.
        case beginning
        /// A part of the name.
        case part
        /// A name it bore before.
        case formerName = "former-name"
    }

    /// A hit from its parts.
    public init(key: String, kind: SubjectKind, name: String, matchedName: String, matched: Range<Int>, why: Why) {
        self.key = key
        self.kind = kind
        self.name = name
        self.matchedName = matchedName
        self.matched = matched
        self.why = why
    }
}

public import CreditModel

/// What a search found, and what is to be said of it.
public struct SearchOutcome: Sendable, Hashable {
    /// The matches, best first; each organisation once.
    public let hits: [SearchHit]
    /// What to say beside them.
    public let note: Note
    /// The size of the ledger up to which names were known, at times a moment behind; `nil` for a list of its own.
    public let ledgerSize: Int64?

    /// What to say beside the hits.
    public enum Note: String, Sendable, CaseIterable {
        /// All that matched is shown.
        case complete
        /// More matched than is shown.
        case more
        /// So many names have this that only some were looked at: more characters are needed.
        case tooCommon = "too-common"
        /// Nothing matched.
        case nothingFound = "nothing-found"
        /// Fewer than two characters, or one syllable of pinyin, cannot be searched for.
        case tooShort = "too-short"
    }

    /// An outcome from its parts.
    public init(hits: [SearchHit], note: Note, ledgerSize: Int64? = nil) {
        self.hits = hits
        self.note = note
        self.ledgerSize = ledgerSize
    }
}

/// One organisation found.
public struct SearchHit: Sendable, Hashable {
    /// Its number, as the index was given it.
    public let id: Int64
    /// Its unified code or registration number.
    public let key: String
    /// What kind of organisation.
    public let kind: SubjectKind
    /// Its name of today.
    public let name: String
    /// The name that matched: today's or a former one; the code where that matched.
    public let matchedName: String
    /// Whether it bore the name that matched before.
    public let isFormer: Bool
    /// Which characters of the matched name (or code) did, as offsets of characters.
    public let matched: [Range<Int>]
    /// In which way it matched.
    public let why: Way
    /// How well, 0 … 1; comparable between queries.
    public let score: Float

    /// In which way a hit matched.
    public enum Way: String, Sendable, CaseIterable {
        /// The whole code.
        case code
        /// A part of the code.
        case codePart = "code-part"
        /// The whole name.
        case exactName = "exact-name"
        /// The beginning of the name.
        case beginning
        /// A part of the name.
        case part
        /// A few characters wrong, missing or in another order.
        case similar
        /// The name's pinyin.
        case pinyin
        /// The first letters of its pinyin.
        case initials
    }
}

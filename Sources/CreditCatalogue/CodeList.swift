public import CreditModel

/// A list of the words a field may hold.
public struct CodeList: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// What it lists.
    public let name: Bilingual
    /// Its values in order.
    public let values: [Value]

    /// One value and the spellings read as it.
    public struct Value: Sendable, Hashable {
        /// The Chinese text, which is what systems exchange.
        public let text: String
        /// Its English reading.
        public let english: String
        /// Other spellings and codes read as this value.
        public let aliases: [String]
        /// Whether the value may go on with its own words (其他-注明).
        public let takesRemark: Bool
        /// What a rule takes it for, where one asks.
        public let means: Meaning?

        /// A value from its parts.
        public init(
            text: String,
            english: String,
            aliases: [String] = [],
            takesRemark: Bool = false,
            means: Meaning? = nil
        ) {
            self.text = text
            self.english = english
            self.aliases = aliases
            self.takesRemark = takesRemark
            self.means = means
        }
    }

    /// What a value may mean to a rule; its words are the catalogue's own.
    public enum Meaning: String, Sendable, CaseIterable {
        /// A fine: its amount is owed, and may move the tier.
        case fine
        /// A confiscation: its amount is owed.
        case confiscation
        /// A natural person, whose records are refused (limits 1 and 3).
        case naturalPerson = "natural-person"
        /// A sole trader, whose unified codes are of a kind of their own.
        case soleTrader = "sole-trader"
        /// Declared open to the public.
        case open = "public"
        /// It speaks against its subject, whatever the item does: the record needs its document and is shown by tier (limits 2, 5).
        case adverse
    }

    /// The texts of the values that mean something.
    public func words(meaning: Meaning) -> Set<String> { Set(values.filter { $0.means == meaning }.map(\.text)) }

    /// Whether a word of the list means something.
    public func means(_ meaning: Meaning, _ word: String) -> Bool {
        values.contains { $0.means == meaning && $0.text == word }
    }

    /// A list from its parts.
    public init(id: String, name: Bilingual, values: [Value]) {
        self.id = id
        self.name = name
        self.values = values
    }
}

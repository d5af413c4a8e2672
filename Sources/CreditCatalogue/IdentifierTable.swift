public import CreditModel

/// Which registrars and categories of a unified code are known; an unknown pair warns (domain facts 2.2).
public struct IdentifierTable: Sendable {
    /// One registrar.
    public struct Registrar: Sendable, Hashable {
        /// The first character.
        public let character: String
        /// 市场监管, and so on.
        public let name: Bilingual
        /// The second characters and what they say.
        public let categories: [String: Bilingual]

        /// A registrar from its parts.
        public init(character: String, name: Bilingual, categories: [String: Bilingual]) {
            self.character = character
            self.name = name
            self.categories = categories
        }
    }

    /// The registrars.
    public let registrars: [Registrar]
    private let known: Set<UInt16>

    /// A table of registrars.
    public init(registrars: [Registrar]) {
        self.registrars = registrars
        var known: Set<UInt16> = []
        for registrar in registrars {
            for category in registrar.categories.keys {
                guard let first = registrar.character.utf8.first, let second = category.utf8.first else { continue }
                known.insert(UInt16(first) << 8 | UInt16(second))
            }
        }
        self.known = known
    }

    /// Whether a registrar and a category are known together.
    public func knows(_ registrar: UInt8, _ category: UInt8) -> Bool {
        known.contains(UInt16(registrar) << 8 | UInt16(category))
    }
}

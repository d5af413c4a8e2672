public import CreditModel

/// A sector's own scheme of grades, by its editions.
///
/// Grades are the sector's own codes, kept as text: there is no common number and no mapping between schemes (limit 1).
public struct GradingScheme: Sendable, Hashable {
    /// Its id: `tax-credit`.
    public let id: String
    /// What it is called.
    public let name: Bilingual
    /// Its editions in the order of the file; no day falls under two.
    public let editions: [Edition]

    /// One edition: the instrument that governs the decisions of its days.
    public struct Edition: Sendable, Hashable {
        /// Its id within the scheme: `2014`.
        public let id: String
        /// The instrument's name.
        public let name: Bilingual
        /// The days of the decisions that it governs.
        public let validity: Validity
        /// The laws behind it.
        public let legalBasis: [LegalBasis]
        /// Something of it was not verified by a person.
        public let isPending: Bool
        /// Its grades, best first as the sector writes them.
        public let grades: [Grade]

        /// An edition from its parts.
        public init(
            id: String,
            name: Bilingual,
            validity: Validity,
            legalBasis: [LegalBasis],
            isPending: Bool,
            grades: [Grade]
        ) {
            self.id = id
            self.name = name
            self.validity = validity
            self.legalBasis = legalBasis
            self.isPending = isPending
            self.grades = grades
        }

        /// The grade of a code.
        public func grade(_ code: String) -> Grade? { grades.first { $0.code == code } }

        /// The grade that a cell means by its code or its Chinese name, whatever the width and case of its letters.
        public func grade(writtenAs text: String) -> Grade? {
            codesBySpelling[FoldedCell.text(text)].flatMap { grade($0) }
        }

        /// The codes by the folded spellings; a code goes before a name that looks like one.
        package var codesBySpelling: [String: String] {
            let spellings = grades.map { ($0.code, $0.code) } + grades.map { ($0.name.zh, $0.code) }
            return Dictionary(spellings.map { (FoldedCell.text($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// One grade.
    public struct Grade: Sendable, Hashable {
        /// The sector's own code, which is what is kept.
        public let code: String
        /// What it is called: A级.
        public let name: Bilingual
        /// What it says.
        public let meaning: Bilingual
        /// Whether the public may see it.
        public let isShown: Bool
        /// Whether it speaks against its subject.
        public let isAdverse: Bool

        /// A grade from its parts.
        public init(code: String, name: Bilingual, meaning: Bilingual, isShown: Bool, isAdverse: Bool = false) {
            self.code = code
            self.name = name
            self.meaning = meaning
            self.isShown = isShown
            self.isAdverse = isAdverse
        }
    }

    /// A scheme from its parts.
    public init(id: String, name: Bilingual, editions: [Edition]) {
        self.id = id
        self.name = name
        self.editions = editions
    }

    /// The codes of all editions, the newest edition's first, each once.
    public var codes: [String] {
        var seen: Set<String> = []
        return editions.reversed().flatMap(\.grades).map(\.code).filter { seen.insert($0).inserted }
    }

    /// The edition that governs decisions of a day, or `nil` where none does.
    public func edition(on day: Day) -> Edition? { editions.first { $0.validity.contains(day) } }
}

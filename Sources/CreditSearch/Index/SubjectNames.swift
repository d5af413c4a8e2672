public import CreditModel

/// What the index keeps of one organisation.
public struct SubjectNames: Sendable, Hashable {
    /// One of its names.
    public struct Name: Sendable, Hashable {
        /// As registered.
        public let text: String
        /// Whether a later name replaced it.
        public let isFormer: Bool

        /// A name from its parts.
        public init(_ text: String, isFormer: Bool = false) {
            self.text = text
            self.isFormer = isFormer
        }
    }

    /// The number under which hits speak of it.
    public let id: Int64
    /// Its unified code or, where it has none, its registration number; capitals and digits.
    public let key: String
    /// Its registration number beside a unified code.
    public let registrationNumber: String?
    /// What kind of organisation it is; a sole trader answers to its whole code and its exact name alone (limit 1).
    public let kind: SubjectKind
    /// The last day on which it may be found, as days since 1970.
    public let findableUntil: Int32
    /// Its names, that of today first.
    public let names: [Name]

    /// What is kept, from its parts.
    public init(
        id: Int64,
        key: String,
        registrationNumber: String? = nil,
        kind: SubjectKind = .enterprise,
        findableUntil: Int32 = .max,
        names: [Name]
    ) {
        self.id = id
        self.key = key
        self.registrationNumber = registrationNumber
        self.kind = kind
        self.findableUntil = findableUntil
        self.names = names
    }
}

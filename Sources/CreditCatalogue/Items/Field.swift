public import CreditModel

/// One field of an item.
public struct Field: Sendable, Hashable {
    /// Its id, at most fifteen ASCII characters.
    public let id: String
    /// The exact heading in the platform's own template.
    public let heading: String
    /// The English name of the column: `Unified social credit code`.
    public let label: String
    /// What it means, in both languages.
    public let meaning: Bilingual
    /// What a cell of it holds.
    public let type: FieldType
    /// The most characters it may hold.
    public let maxLength: Int
    /// Whether a cell may be empty.
    public let requirement: Requirement
    /// Who may see it.
    public let disclosure: DisclosureClass
    /// A value to show in the template.
    public let example: String
    /// The ground on which it is not public, by its id, where the field names one (clause 2.2).
    public let withheld: String?

    /// A field from its parts.
    public init(
        id: String,
        heading: String,
        label: String,
        meaning: Bilingual,
        type: FieldType,
        maxLength: Int,
        requirement: Requirement,
        disclosure: DisclosureClass,
        example: String,
        withheld: String? = nil
    ) {
        self.id = id
        self.heading = heading
        self.label = label
        self.meaning = meaning
        self.type = type
        self.maxLength = maxLength
        self.requirement = requirement
        self.disclosure = disclosure
        self.example = example
        self.withheld = withheld
    }
}

/// Whether a cell may be empty.
public enum Requirement: Sendable, Hashable {
    /// Never.
    case required
    /// Yes.
    case optional
    /// Not where another field holds one of these values.
    case requiredWhen(field: String, among: [String])
}

/// Who may see a field.
public enum DisclosureClass: String, Sendable, CaseIterable {
    /// Everyone; numbers of persons in free text are masked.
    case open = "public"
    /// Agencies with a purpose, later; not the public.
    case shared
    /// Nobody beside the subject and the authority in charge.
    case restricted
}

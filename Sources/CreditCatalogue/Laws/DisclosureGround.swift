public import CreditModel

/// Why something is not public; clause 2.2 asks for a stated ground each time.
public struct DisclosureGround: Sendable, Hashable {
    /// Its id: `personal-information`.
    public let id: String
    /// What it is called.
    public let name: Bilingual
    /// The ground in a sentence.
    public let text: Bilingual
    /// The laws behind it.
    public let legalBasis: [LegalBasis]
    /// Words of the field types of which it is the ground where the field names none: `certificate-number`.
    public let types: [String]

    /// A ground from its parts.
    public init(id: String, name: Bilingual, text: Bilingual, legalBasis: [LegalBasis], types: [String]) {
        self.id = id
        self.name = name
        self.text = text
        self.legalBasis = legalBasis
        self.types = types
    }
}

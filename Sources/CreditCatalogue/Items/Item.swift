public import CreditModel

/// One kind of record: who may send it, about whom, with which fields, on what ground, how long it is shown.
///
/// A class without anything that changes: it is handed about once a row, and a copy of so many parts would cost.
public final class Item: Sendable {
    /// Its id: `penalty`, `licence`, `registration`, and so on.
    public let id: String
    /// What it is called.
    public let name: Bilingual
    /// What it is for, in the plan's own words.
    public let purpose: Bilingual
    /// The clauses of the plan that it serves: `1.1`, `2.5`, and so on.
    public let clauses: [String]
    /// The section of the credit file it stands in.
    public let section: String
    /// Whether it speaks for or against its subject.
    public let polarity: Polarity
    /// Open, or withdrawn by later law with the ground.
    public let standing: Standing
    /// Why it may be recorded at all (limit 2).
    public let legalBasis: [LegalBasis]
    /// The departments that may send it, each with the days of the decisions it may send; empty means every source department.
    public let sources: [Source]
    /// How high the deciding authority must stand, where that matters.
    public let minimumLevel: AuthorityLevel?
    /// Whom it may be about, and what it says of them.
    public let about: About
    /// The ids of the fields that, with the subject, say which record a row is (decision 8).
    public let keyFields: [String]
    /// Its fields in the template's order.
    public let fields: [Field]
    /// Which of its fields play the parts that every record has.
    public let roles: Roles
    /// The layouts in which files of it come; the first is the one we hand out and export.
    public let templates: [Template]
    /// Working days from the decision to the handing in, where the law sets a term.
    public let reportWithin: Int?
    /// How its publication is computed.
    public let publication: Publication
    /// The tiers it may have under each rule of publication, by the rule's id, where the item itself says so.
    public let tiers: [String: PublicationRule.TierRange]
    /// The sector's own longest time shown, in months from the decision; the earlier of it and the tier's end wins.
    public let atMostMonths: Int?
    /// The ground on which the whole item is not public, by its id (clause 2.2).
    public let withheld: String?
    /// Whether it is the register of its subjects: the one source of their names, addresses and states (一数一源).
    public let isRegister: Bool

    /// Whether an item is open for new records.
    public enum Standing: Sendable, Hashable {
        /// Records are taken in.
        case open
        /// Later law withdrew it (limit 3); what is sent is refused with this ground.
        case withdrawn(ground: Bilingual)
    }

    /// An item from its parts.
    public init(
        id: String,
        name: Bilingual,
        purpose: Bilingual,
        clauses: [String],
        section: String,
        polarity: Polarity,
        standing: Standing,
        legalBasis: [LegalBasis],
        sources: [Source],
        minimumLevel: AuthorityLevel?,
        about: About,
        keyFields: [String],
        fields: [Field],
        roles: Roles,
        templates: [Template],
        reportWithin: Int?,
        publication: Publication,
        tiers: [String: PublicationRule.TierRange] = [:],
        atMostMonths: Int? = nil,
        withheld: String? = nil,
        isRegister: Bool = false
    ) {
        self.id = id
        self.name = name
        self.purpose = purpose
        self.clauses = clauses
        self.section = section
        self.polarity = polarity
        self.standing = standing
        self.legalBasis = legalBasis
        self.sources = sources
        self.minimumLevel = minimumLevel
        self.about = about
        self.keyFields = keyFields
        self.fields = fields
        self.roles = roles
        self.templates = templates
        self.reportWithin = reportWithin
        self.publication = publication
        self.tiers = tiers
        self.atMostMonths = atMostMonths
        self.withheld = withheld
        self.isRegister = isRegister
        let places = Dictionary(fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        requiredColumns = Dictionary(
            templates.map { template in
                let columns = template.columns.indices.filter { column in
                    template.columns[column].field.flatMap { places[$0] }.map { fields[$0].requirement == .required }
                        ?? false
                }
                return (template.id, columns)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The places of its fields.
    private let places: [String: Int]
    /// The columns of each of its layouts that may not be left out.
    let requiredColumns: [String: [Int]]

    /// The field of an id.
    public func field(_ id: String) -> Field? { places[id].map { fields[$0] } }
}

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
    /// The ids of the departments that may send it; empty means every source department.
    public let sources: [String]
    /// How high the deciding authority must stand, where that matters.
    public let minimumLevel: AuthorityLevel?
    /// Whom it may be about.
    public let subjectKinds: Set<SubjectKind>
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

    /// Whether an item is open for new records.
    public enum Standing: Sendable, Hashable {
        /// Records are taken in.
        case open
        /// Later law withdrew it (limit 3); what is sent is refused with this ground.
        case withdrawn(ground: Bilingual)
    }

    /// How the last day shown is found.
    public enum Publication: String, Sendable, CaseIterable {
        /// Shown as long as the fact stands, and afterwards as ended.
        case standing
        /// Shown until the end of its validity, no longer.
        case validity
        /// Shown by the tier of a penalty (令58号, 令36号).
        case penaltyTier = "penalty-tier"
        /// Shown while its subject is on the list, by the tier of a list entry.
        case listEntry = "list-entry"
        /// Shown only where a field says that it may be (公开类型).
        case declared
        /// Shown to nobody in public.
        case restricted
    }

    /// Which fields play the parts that every record has; ids of fields.
    public struct Roles: Sendable, Hashable {
        /// The subject's name.
        public var name: String
        /// Its unified code.
        public var creditCode: String?
        /// Its registration number.
        public var registrationNumber: String?
        /// Its organisation code.
        public var organisationCode: String?
        /// 行政相对人类别.
        public var subjectCategory: String?
        /// The number of the deciding document.
        public var documentNumber: String?
        /// The day that chooses the rules.
        public var decidedOn: String
        /// The deciding authority's name.
        public var authority: String?
        /// The deciding authority's unified code.
        public var authorityCode: String?
        /// The department that hands in.
        public var source: String?
        /// Its unified code.
        public var sourceCode: String?
        /// The first day of validity.
        public var validFrom: String?
        /// The last day of validity.
        public var validUntil: String?
        /// The field that says in a line what the record is.
        public var title: String?
        /// 公示截止期: the department's own last day shown.
        public var shownUntil: String?
        /// The day on which a list entry ended.
        public var endedOn: String?
        /// 处罚类别: chooses the tier.
        public var penaltyKinds: String?
        /// 罚款金额.
        public var fine: String?
        /// 没收金额.
        public var confiscated: String?
        /// 处罚内容: amounts written in it are compared.
        public var content: String?
        /// 公开类型.
        public var openness: String?
        /// The subject's address, from registration data.
        public var address: String?
        /// Its status (存续 …), from registration data.
        public var status: String?

        /// Roles with the two that every item has.
        public init(name: String, decidedOn: String) {
            self.name = name
            self.decidedOn = decidedOn
        }
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
        sources: [String],
        minimumLevel: AuthorityLevel?,
        subjectKinds: Set<SubjectKind>,
        keyFields: [String],
        fields: [Field],
        roles: Roles,
        templates: [Template],
        reportWithin: Int?,
        publication: Publication
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
        self.subjectKinds = subjectKinds
        self.keyFields = keyFields
        self.fields = fields
        self.roles = roles
        self.templates = templates
        self.reportWithin = reportWithin
        self.publication = publication
    }

    /// The field of an id.
    public func field(_ id: String) -> Field? { fields.first { $0.id == id } }
}

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
        example: String
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
    }
}

/// What a cell holds.
public enum FieldType: Sendable, Hashable {
    /// A name or a number kept as sent.
    case text
    /// Sentences: searched for certificate, telephone, card and plate numbers, which the public sees masked (limit 8).
    case freeText
    /// A date in any known form.
    case day
    /// Money; the unit of the column in fen (万元 = 1,000,000).
    case amount(unit: Int64)
    /// One value of a code list.
    case choice(list: String)
    /// Several values of a code list, separated by 、 ， ; or a comma.
    case choices(list: String)
    /// A unified code of the subject.
    case creditCode
    /// A unified code of an authority or department.
    case authorityCode
    /// An authority's name.
    case authority
    /// 工商注册号.
    case registrationNumber
    /// 组织机构代码.
    case organisationCode
    /// Another number of an organisation (tax, institution, association): searched for citizen numbers.
    case otherCode
    /// The number of a person's certificate: kept only as mask and keyed hash (limit 8).
    case certificateNumber
    /// The name of a person (法定代表人).
    case personName
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

/// A layout in which files of an item come: headings and the fields they fill.
public struct Template: Sendable, Hashable {
    /// `licence-2018`.
    public let id: String
    /// What it is called.
    public let name: Bilingual
    /// Its columns in order.
    public let columns: [Column]
    /// Values of fields that the layout has no column for, by field id: `{source: …}`.
    public let constants: [String: String]
    /// Whether the sheet is one of natural persons, and so refused whole.
    public let isForNaturalPersons: Bool

    /// A column of a layout.
    public struct Column: Sendable, Hashable {
        /// The heading as written.
        public let heading: String
        /// Other spellings of it.
        public let variants: [String]
        /// The id of the field it fills, or `nil` for a column that is known and left out on purpose.
        public let field: String?

        /// A column from its parts.
        public init(heading: String, variants: [String], field: String?) {
            self.heading = heading
            self.variants = variants
            self.field = field
        }
    }

    /// A layout from its parts.
    public init(
        id: String,
        name: Bilingual,
        columns: [Column],
        constants: [String: String],
        isForNaturalPersons: Bool
    ) {
        self.id = id
        self.name = name
        self.columns = columns
        self.constants = constants
        self.isForNaturalPersons = isForNaturalPersons
    }
}

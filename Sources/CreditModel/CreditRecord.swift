/// An admitted record: a typed head and the fields that the catalogue checked.
///
/// Rows as sent are of another type.
///
/// A record for or against somebody is built from its bearing, and an adverse bearing cannot be built without the document
/// that decided it (limit 2).
public struct CreditRecord: Hashable, Sendable {
    /// What a record means for its subject, with the document that decided it.
    public enum Bearing: Hashable, Sendable {
        /// A fact without praise or blame.
        case neutral(DecisionDocument?)
        /// An honour.
        case favourable(DecisionDocument?)
        /// A penalty or a list entry.
        case adverse(DecisionDocument)

        /// The polarity alone.
        public var polarity: Polarity {
            switch self {
            case .neutral: .neutral
            case .favourable: .favourable
            case .adverse: .adverse
            }
        }

        /// The deciding document, where there is one.
        public var document: DecisionDocument? {
            switch self {
            case .neutral(let document), .favourable(let document): document
            case .adverse(let document): document
            }
        }
    }

    /// The catalogue's id of the item.
    public let item: String
    /// Whom it is about.
    public let subject: SubjectKeys
    /// What it means, on which document.
    public let bearing: Bearing
    /// The day that chooses the rules: the decision's, or for registration the day it was established.
    public let decidedOn: Day
    /// The first day of its validity, where it has one.
    public let validFrom: Day?
    /// The last day of its validity, where it has one; far-off "forever" days are kept as sent.
    public let validUntil: Day?
    /// Its fields.
    public let fields: FieldMap

    /// A record from its parts.
    public init(
        item: String,
        subject: SubjectKeys,
        bearing: Bearing,
        decidedOn: Day,
        validFrom: Day?,
        validUntil: Day?,
        fields: FieldMap
    ) {
        self.item = item
        self.subject = subject
        self.bearing = bearing
        self.decidedOn = decidedOn
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.fields = fields
    }
}

/// The strong keys and the name under which a row speaks of an organisation (decision 4: a name never merges).
public struct SubjectKeys: Hashable, Sendable {
    /// The name as sent.
    public let name: String
    /// 统一社会信用代码.
    public let creditCode: CreditCode?
    /// 工商注册号.
    public let registrationNumber: String?
    /// 组织机构代码, without a hyphen.
    public let organisationCode: String?

    /// Keys from their parts.
    public init(
        name: String,
        creditCode: CreditCode?,
        registrationNumber: String? = nil,
        organisationCode: String? = nil
    ) {
        self.name = name
        self.creditCode = creditCode
        self.registrationNumber = registrationNumber
        self.organisationCode = organisationCode
    }

    /// Whether any strong key is there.
    public var hasStrongKey: Bool { creditCode != nil || registrationNumber != nil || organisationCode != nil }
}

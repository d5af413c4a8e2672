public import CreditCatalogue
public import CreditModel
public import CreditRules
public import CreditStore

/// An organisation's public credit file: facts of one day, shown under the rules of today (limit 9).
///
/// What a visitor may not see is not in it at all, so no page, answer or export made from it can let it slip.
public struct CreditFile: Sendable {
    /// Name, code, kind, place.
    public let subject: PublicSubject
    /// The day whose facts it shows.
    public let on: Day
    /// The day under whose rules it is shown.
    public let today: Day
    /// The ten sections of the national report, in order, empty ones included.
    public let sections: [Section]
    /// The ledger's head that it was read at.
    public let head: LedgerHead

    /// One section.
    public struct Section: Sendable {
        /// Id and name.
        public let section: FileSection
        /// Its entries, latest decision first.
        public let entries: [FileEntry]

        /// A section from its parts.
        public init(section: FileSection, entries: [FileEntry]) {
            self.section = section
            self.entries = entries
        }
    }

    /// A file from its parts.
    public init(subject: PublicSubject, on: Day, today: Day, sections: [Section], head: LedgerHead) {
        self.subject = subject
        self.on = on
        self.today = today
        self.sections = sections
        self.head = head
    }

    /// The ledger's size that it was read at.
    public var ledgerSize: Int64 { head.size }

    /// All entries of all sections.
    public var entries: [FileEntry] { sections.flatMap(\.entries) }
}

/// What the public sees of an organisation itself.
public struct PublicSubject: Sendable, Hashable {
    /// The code under which its page stands: unified code, else registration number.
    public let key: String
    /// `91 220402 MA0TEWT1X 6`, where it is a unified code.
    public let spokenCode: String
    /// Its name of today.
    public let name: String
    /// Names it bore before.
    public let formerNames: [String]
    /// What kind of organisation.
    public let kind: SubjectKind
    /// 企业 / Enterprise.
    public let kindName: Bilingual
    /// The place's name from the city's districts, else the division code..
    public let place: Bilingual?
    /// Its address.
    public let address: String?
    /// Since when.
    public let established: Day?
    /// Its status in the register's words.
    public let status: String?

    /// A subject from its parts.
    public init(
        key: String,
        spokenCode: String,
        name: String,
        formerNames: [String],
        kind: SubjectKind,
        kindName: Bilingual,
        place: Bilingual?,
        address: String?,
        established: Day?,
        status: String?
    ) {
        self.key = key
        self.spokenCode = spokenCode
        self.name = name
        self.formerNames = formerNames
        self.kind = kind
        self.kindName = kindName
        self.place = place
        self.address = address
        self.established = established
        self.status = status
    }
}

/// One record as a visitor may see it.
public struct FileEntry: Sendable, Hashable {
    /// The record's public number: the sequence number of the entry that brought it.
    public let id: Int64
    /// The sequence number of the entry it now holds.
    public let sequence: Int64
    /// The item's id.
    public let item: String
    /// 行政处罚 / Administrative penalty.
    public let itemName: Bilingual
    /// A line that says what it is: 罚款 · 市监罚字〔2026〕12号.
    public let title: String
    /// For, against or neither; what is shown by its tier speaks against its subject, whatever the item does.
    public let polarity: Polarity
    /// Who decided, under its name of that day.
    public let authority: String?
    /// The deciding document's number.
    public let document: String?
    /// The day of the decision.
    public let decidedOn: Day
    /// The first day of validity.
    public let validFrom: Day?
    /// The last day of validity; `nil` where there is none or where it is forever.
    public let validUntil: Day?
    /// The last day on which it is shown; `nil` while it stands without an end.
    public let shownUntil: Day?
    /// Whether the fact had ended on the file's day; then it is shown faded.
    public let hasEnded: Bool
    /// The tier that decided how long it is shown.
    public let tier: Tier?
    /// Why it is shown.
    public let ground: Disclosure.Ground
    /// The title of the rule of publication, where one applies.
    public let rule: Bilingual?
    /// Why it may be recorded.
    public let legalBasis: [LegalBasis]
    /// The clauses of the plan it serves.
    public let clauses: [String]
    /// The department that handed it in, and whom to call about it.
    public let source: Bilingual
    /// Its id.
    public let sourceID: String
    /// Its telephone.
    public let sourceTelephone: String?
    /// When it was received.
    public let receivedAt: Instant
    /// The public fields in the template's order, personal numbers masked.
    public let fields: [PublicField]
    /// The sequence numbers it held before, where it was corrected; oldest first.
    public let corrected: [Int64]

    /// One field with its value as shown.
    public struct PublicField: Sendable, Hashable {
        /// What all values of the field have in common.
        public let label: FieldLabel
        /// Its value in Chinese and in English.
        public let value: Bilingual

        /// A field from its parts.
        public init(label: FieldLabel, value: Bilingual) {
            self.label = label
            self.value = value
        }

        /// The field's id.
        public var id: String { label.id }
        /// Its heading in Chinese and its meaning in English.
        public var name: Bilingual { label.name }
    }

    /// An entry from its parts.
    public init(
        id: Int64,
        sequence: Int64,
        item: String,
        itemName: Bilingual,
        title: String,
        polarity: Polarity,
        authority: String?,
        document: String?,
        decidedOn: Day,
        validFrom: Day?,
        validUntil: Day?,
        shownUntil: Day?,
        hasEnded: Bool,
        tier: Tier?,
        ground: Disclosure.Ground,
        rule: Bilingual?,
        legalBasis: [LegalBasis],
        clauses: [String],
        source: Bilingual,
        sourceID: String,
        sourceTelephone: String?,
        receivedAt: Instant,
        fields: [PublicField],
        corrected: [Int64]
    ) {
        self.id = id
        self.sequence = sequence
        self.item = item
        self.itemName = itemName
        self.title = title
        self.polarity = polarity
        self.authority = authority
        self.document = document
        self.decidedOn = decidedOn
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.shownUntil = shownUntil
        self.hasEnded = hasEnded
        self.tier = tier
        self.ground = ground
        self.rule = rule
        self.legalBasis = legalBasis
        self.clauses = clauses
        self.source = source
        self.sourceID = sourceID
        self.sourceTelephone = sourceTelephone
        self.receivedAt = receivedAt
        self.fields = fields
        self.corrected = corrected
    }
}

/// What all values of a field have in common, made once for a catalogue and shared by all entries.
public final class FieldLabel: Sendable, Hashable {
    /// The field's id.
    public let id: String
    /// Its heading in Chinese and its meaning in English.
    public let name: Bilingual
    /// `id` and `name` as members of a JSON object.
    public let json: JSONMembers

    /// A label from its parts.
    public init(id: String, name: Bilingual) {
        self.id = id
        self.name = name
        json = JSONMembers {
            $0.pair("id", id)
            $0.pair("name", name)
        }
    }

    /// Labels that say the same are the same.
    public static func == (left: FieldLabel, right: FieldLabel) -> Bool {
        left.id == right.id && left.name == right.name
    }

    /// Feeds what it says.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(name)
    }
}

public import CreditCatalogue
public import CreditModel
public import CreditRules

/// One entry of the ledger: what was done, by whom, when, under which catalogue.
///
/// It never holds the store's own numbers.
public struct Entry: Sendable, Hashable {
    /// When it was committed.
    public let at: Instant
    /// Who did it: a department's id for a submission, a named officer for a decision.
    public let actor: String
    /// The digest of the catalogue that governed it.
    public let catalogue: [UInt8]
    /// What was done.
    public let act: Act

    /// Everything that can be done; there is no other way to change a file (decision 5).
    public enum Act: Sendable, Hashable {
        /// A record was admitted: new, or in place of the one with the same key.
        case record(RecordAct)
        /// A record of a person in a role was admitted: new, or in place of the one with the same key.
        case role(RoleAct)
        /// A row waits at the conflict desk, since nobody can yet say of whom it speaks.
        case held(RecordAct, reason: FaultCode)
        /// An officer said of whom a held row speaks, or refused it.
        case resolution(Resolution)
        /// A record was withdrawn or taken down.
        case withdrawal(Withdrawal)
        /// A tier that the rule cannot determine was decided.
        case tier(TierDecision)
        /// An officer said whether a name means an organisation.
        case pair(PairDecision)
        /// A submission is complete.
        case seal(Seal)

        /// The act's name in the entry's own bytes.
        public var name: String {
            switch self {
            case .record: "record"
            case .role: "role"
            case .held: "held"
            case .resolution: "resolution"
            case .withdrawal: "withdrawal"
            case .tier: "tier"
            case .pair: "pair"
            case .seal: "seal"
            }
        }

        /// The act's name as anyone may see it: it tells no record of a person from one of an organisation.
        public var publicName: String {
            switch self {
            case .role: "record"
            default: name
            }
        }
    }

    /// An entry from its parts.
    public init(at: Instant, actor: String, catalogue: [UInt8], act: Act) {
        self.at = at
        self.actor = actor
        self.catalogue = catalogue
        self.act = act
    }
}

/// A row of a submission that became a record, or waits to become one.
public struct RecordAct: Sendable, Hashable {
    /// The submission.
    public let submission: String
    /// The row in it.
    public let row: Int
    /// The id of the department that handed it in.
    public let source: String
    /// How its subject was recognised (decision 4).
    public let identity: Identity
    /// The record.
    public let record: CreditRecord

    /// An act from its parts.
    public init(submission: String, row: Int, source: String, identity: Identity, record: CreditRecord) {
        self.submission = submission
        self.row = row
        self.source = source
        self.identity = identity
        self.record = record
    }
}

/// A row of a submission that became a record of a person in a role.
///
/// It never waits at the conflict desk, where people could be browsed.
public struct RoleAct: Sendable, Hashable {
    /// The submission.
    public let submission: String
    /// The row in it.
    public let row: Int
    /// The id of the department that handed it in.
    public let source: String
    /// The record.
    public let record: RoleRecord

    /// An act from its parts.
    public init(submission: String, row: Int, source: String, record: RoleRecord) {
        self.submission = submission
        self.row = row
        self.source = source
        self.record = record
    }
}

/// By which strong key a subject was recognised; never by a name (decision 4).
public enum Identity: Sendable, Hashable {
    /// By its unified code, in the record itself.
    case code
    /// By a registration number or organisation code that belongs to the subject of this unified code.
    case history(code: String)
    /// Not yet.
    case open

    /// The unified code meant, given the record's own.
    public func code(own: CreditCode?) -> String? {
        switch self {
        case .code: own?.text
        case .history(let code): code
        case .open: nil
        }
    }
}

/// An officer's word on a held row.
public struct Resolution: Sendable, Hashable {
    /// The sequence number of the held row's entry.
    public let held: Int64
    /// The unified code of the subject it speaks of, or `nil` where it is refused.
    public let code: String?
    /// Why.
    public let reason: String

    /// A resolution from its parts.
    public init(held: Int64, code: String?, reason: String) {
        self.held = held
        self.code = code
        self.reason = reason
    }
}

/// A record that no longer stands.
public struct Withdrawal: Sendable, Hashable {
    /// The record's number.
    public let record: Int64
    /// Withdrawn by a document, or taken down at once.
    public let standing: RecordStanding
    /// Why.
    public let reason: String
    /// The document that withdraws it; empty for a takedown.
    public let document: String

    /// A withdrawal from its parts.
    public init(record: Int64, standing: RecordStanding, reason: String, document: String) {
        self.record = record
        self.standing = standing
        self.reason = reason
        self.document = document
    }
}

/// A named officer's tier for a record whose tier the rule leaves open (limits 6 and 10).
public struct TierDecision: Sendable, Hashable {
    /// The record's number.
    public let record: Int64
    /// The tier.
    public let tier: Tier
    /// Why.
    public let reason: String

    /// A decision from its parts.
    public init(record: Int64, tier: Tier, reason: String) {
        self.record = record
        self.tier = tier
        self.reason = reason
    }
}

/// The end of a submission: what it was, and what became of its rows.
public struct Seal: Sendable, Hashable {
    /// The submission.
    public let submission: String
    /// The department.
    public let source: String
    /// The item.
    public let item: String
    /// The layout.
    public let template: String
    /// SHA-256 of the file as sent.
    public let file: [UInt8]
    /// The day it counts as received.
    public let receivedOn: Day
    /// What became of its rows.
    public let counts: SubmissionCounts

    /// A seal from its parts.
    public init(
        submission: String,
        source: String,
        item: String,
        template: String,
        file: [UInt8],
        receivedOn: Day,
        counts: SubmissionCounts
    ) {
        self.submission = submission
        self.source = source
        self.item = item
        self.template = template
        self.file = file
        self.receivedOn = receivedOn
        self.counts = counts
    }
}

/// What became of the rows of a submission.
///
/// Every row is admitted, held or refused; admitted ones are new, in place of another, or as held already.
public struct SubmissionCounts: Sendable, Hashable {
    /// Rows with content.
    public var rows = 0
    /// Records that are new.
    public var added = 0
    /// Records in place of one with the same key.
    public var replaced = 0
    /// Rows that say what is held already.
    public var unchanged = 0
    /// Rows that wait at the conflict desk.
    public var held = 0
    /// Rows refused.
    public var refused = 0
    /// Rows kept with a warning.
    public var warned = 0
    /// Rows handed in after their term.
    public var late = 0

    /// No rows yet.
    public init() {}

    /// Rows that stand as records.
    public var admitted: Int { added + replaced + unchanged }

    /// The sum of two counts.
    public static func + (left: SubmissionCounts, right: SubmissionCounts) -> SubmissionCounts {
        var sum = left
        for path in paths { sum[keyPath: path] += right[keyPath: path] }
        return sum
    }

    static let paths: [any WritableKeyPath<SubmissionCounts, Int> & Sendable] = [
        \.rows, \.added, \.replaced, \.unchanged, \.held, \.refused, \.warned, \.late,
    ]
    static let names = ["rows", "added", "replaced", "unchanged", "held", "refused", "warned", "late"]
}

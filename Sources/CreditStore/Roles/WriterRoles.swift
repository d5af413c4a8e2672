public import CreditModel

/// Takes in submissions chunk by chunk: one method, one transaction; what was acknowledged is on the disk (decision 10).
public protocol SubmissionWriter: Sendable {
    /// Begins a submission, or takes up an unsealed one of the same department and file where it stopped, or, where it is asked
    /// for, one that was sealed since an earlier attempt began.
    func begin(_ start: SubmissionStart) async throws -> SubmissionProgress
    /// Appends checked rows; the whole chunk or nothing. One commit, a few indexed look-ups a row.
    func append(_ chunk: SubmissionChunk) async throws -> ChunkOutcome
    /// Seals a submission. The receipt follows the commit of the seal (decision 11).
    func seal(_ submission: String, at: Instant) async throws -> Receipt
}

/// What a submission is, before its first row.
public struct SubmissionStart: Sendable, Hashable {
    /// The number it is given if it is new.
    public let id: String
    /// The department's id.
    public let source: String
    /// The item's id.
    public let item: String
    /// The layout's id.
    public let template: String
    /// SHA-256 of the file.
    public let file: [UInt8]
    /// The day it counts as received.
    public let receivedOn: Day
    /// When it begins.
    public let at: Instant
    /// When an attempt began that may have got as far as the seal and no further; `nil` where there was none.
    public let triedSince: Instant?

    /// A start from its parts.
    public init(
        id: String,
        source: String,
        item: String,
        template: String,
        file: [UInt8],
        receivedOn: Day,
        at: Instant,
        triedSince: Instant? = nil
    ) {
        self.triedSince = triedSince
        self.id = id
        self.source = source
        self.item = item
        self.template = template
        self.file = file
        self.receivedOn = receivedOn
        self.at = at
    }
}

/// How far a submission has come.
public struct SubmissionProgress: Sendable, Hashable {
    /// Its number.
    public let id: String
    /// The last row of the sheet that is committed; 0 at the beginning.
    public let lastRow: Int
    /// What became of the rows so far.
    public let counts: SubmissionCounts
    /// Whether an earlier attempt was taken up.
    public let isResumed: Bool
    /// The receipt of a sealed submission of the same department and file, where there is one.
    public let earlier: Receipt?
    /// Whether the attempt that is taken up was sealed: nothing may be appended to it.
    public let isSealed: Bool

    /// Progress from its parts.
    public init(
        id: String,
        lastRow: Int,
        counts: SubmissionCounts,
        isResumed: Bool,
        earlier: Receipt?,
        isSealed: Bool = false
    ) {
        self.isSealed = isSealed
        self.id = id
        self.lastRow = lastRow
        self.counts = counts
        self.isResumed = isResumed
        self.earlier = earlier
    }
}

/// Rows of a submission that were checked, up to 10,000.
public struct SubmissionChunk: Sendable {
    /// The submission.
    public let submission: String
    /// The department's id.
    public let source: String
    /// When it is appended.
    public let at: Instant
    /// The rows that hold, in order.
    public let rows: [CheckedRow]
    /// The last row of the sheet that the chunk reaches, refused ones included.
    public let lastRow: Int
    /// What is to be added to the counts: rows, refused, warned, late.
    ///
    /// The rest the store counts.
    public let counts: SubmissionCounts

    /// A chunk from its parts.
    public init(
        submission: String,
        source: String,
        at: Instant,
        rows: [CheckedRow],
        lastRow: Int,
        counts: SubmissionCounts
    ) {
        self.submission = submission
        self.source = source
        self.at = at
        self.rows = rows
        self.lastRow = lastRow
        self.counts = counts
    }
}

/// A row that holds, with its entry pressed where its subject is plain from its own code.
public struct CheckedRow: Sendable {
    /// Its number in the sheet.
    public let row: Int
    /// What it became.
    public let content: Content
    /// Whether it was warned about, so that it is not counted again if it must wait or its number is near to another.
    public let isWarned: Bool

    /// What a row becomes.
    public enum Content: Sendable {
        /// A record of an organisation, with its entry and marks; those are `nil` where the subject must first be looked up.
        case record(CreditRecord, pressed: (entry: PressedEntry, marks: RecordMarks)?)
        /// A record of a person in a role, with its entry and marks.
        case role(RoleRecord, entry: PressedEntry, marks: RecordMarks)
    }

    /// A row from its parts.
    public init(row: Int, content: Content, isWarned: Bool) {
        self.isWarned = isWarned
        self.row = row
        self.content = content
    }
}

/// What became of a chunk.
public struct ChunkOutcome: Sendable, Hashable {
    /// The counts of the chunk, complete.
    public let counts: SubmissionCounts
    /// Rows that wait at the conflict desk, with the reason.
    public let held: [Int: FaultCode]
    /// Rows that are refused for what only the store knows: whose record by their numbers it would be, with the reason.
    public let refused: [Int: FaultCode]
    /// Rows that made a new record though another one holds whose document's number is the same in its normal form
    /// (`DocumentNumber`); counted as warned where they were not before.
    public let near: [Int: NearNumber]

    /// An outcome from its parts.
    public init(
        counts: SubmissionCounts,
        held: [Int: FaultCode],
        refused: [Int: FaultCode] = [:],
        near: [Int: NearNumber] = [:]
    ) {
        self.counts = counts
        self.held = held
        self.refused = refused
        self.near = near
    }
}

/// Two spellings of what looks to be one document's number; both records are kept.
public struct NearNumber: Sendable, Hashable {
    /// The number as the row has it.
    public let sent: String
    /// The number as the other record has it, of the same item, department and organisation.
    public let other: String
    /// That record's public number.
    public let record: Int64

    /// A pair from its parts.
    public init(sent: String, other: String, record: Int64) {
        self.sent = sent
        self.other = other
        self.record = record
    }
}

/// What a department gets for its file.
public struct Receipt: Sendable, Hashable {
    /// The submission's number.
    public let submission: String
    /// The department's id.
    public let source: String
    /// The item's id.
    public let item: String
    /// The day it counts as received.
    public let receivedOn: Day
    /// What became of its rows.
    public let counts: SubmissionCounts
    /// The first entry it made in the ledger, where it made one.
    public let firstSequence: Int64?
    /// The entry of its seal; `nil` where nothing was new and none was made.
    public let sealSequence: Int64?
    /// When it was sealed.
    public let sealedAt: Instant

    /// A receipt from its parts.
    public init(
        submission: String,
        source: String,
        item: String,
        receivedOn: Day,
        counts: SubmissionCounts,
        firstSequence: Int64?,
        sealSequence: Int64?,
        sealedAt: Instant
    ) {
        self.submission = submission
        self.source = source
        self.item = item
        self.receivedOn = receivedOn
        self.counts = counts
        self.firstSequence = firstSequence
        self.sealSequence = sealSequence
        self.sealedAt = sealedAt
    }
}

/// The acts of named officers; each is one entry and one transaction.
public protocol OfficerActs: Sendable {
    /// Withdraws a record or takes it down: gone from portal, answers and search with the commit.
    func withdraw(_ act: Withdrawal, by officer: String, at: Instant) async throws -> Int64
    /// Decides a tier that the rule leaves open.
    func decide(_ act: TierDecision, by officer: String, at: Instant) async throws -> Int64
    /// Says of whom a held row speaks, or refuses it.
    func resolve(_ act: Resolution, by officer: String, at: Instant) async throws -> Int64
    /// Says for a department whether a name means an organisation; another word on the pair takes the place of the first.
    ///
    /// - Parameters:
    ///   - act: What is decided.
    ///   - officer: Who decides.
    ///   - at: When.
    ///   - isOneName: Whether two spellings are one name; by the latest decision on any of them it is said to be done already.
    /// - Returns: The sequence number of its entry.
    /// - Throws: `ActRefused`, and what the store throws.
    func decide(
        _ act: PairDecision,
        by officer: String,
        at: Instant,
        isOneName: @escaping @Sendable (String, String) -> Bool
    ) async throws -> Int64
}

extension OfficerActs {
    /// The same where each spelling is a name of its own.
    public func decide(_ act: PairDecision, by officer: String, at: Instant) async throws -> Int64 {
        try await decide(act, by: officer, at: at, isOneName: { $0 == $1 })
    }
}

/// Why an officer's act cannot be done.
public enum ActRefused: Error, Hashable, Sendable {
    /// No record, or no held row, of that number.
    case notFound(Int64)
    /// It was done already.
    case alreadyDone(Int64)
    /// The tier is determined by the rule, or the item has none.
    case tierNotOpen(Int64)
    /// The unified code given does not hold.
    case codeInvalid(String)
    /// The item of the held row is not about organisations of the code's kind, but of those kinds alone.
    case kindNotOfItem(code: String, kinds: Bilingual)
    /// No organisation of the register has this unified code.
    case nobodyHas(code: String)
    /// A name is empty or longer than two hundred characters.
    case nameInvalid
    /// A certificate or telephone number of a person stands in the name or the reason (limit 8).
    case personalNumber
}

/// What the credit office looks at.
public protocol OfficeReader: Sendable {
    /// Rows that wait at the conflict desk, oldest first.
    func conflicts() async throws -> [HeldRow]
    /// Records whose tier nobody has determined, oldest first.
    func undeterminedTiers() async throws -> [StoredRecord]
    /// What each department handed in.
    func status() async throws -> [DepartmentStatus]
    /// The receipt of a sealed submission.
    func receipt(_ submission: String) async throws -> Receipt?
}

/// A row that waits at the conflict desk.
public struct HeldRow: Sendable, Hashable {
    /// The sequence number of its entry.
    public let sequence: Int64
    /// The submission and row it came in.
    public let act: RecordAct
    /// Why it waits.
    public let reason: FaultCode
    /// When it came.
    public let at: Instant

    /// A row from its parts.
    public init(sequence: Int64, act: RecordAct, reason: FaultCode, at: Instant) {
        self.sequence = sequence
        self.act = act
        self.reason = reason
        self.at = at
    }
}

/// What one department handed in.
public struct DepartmentStatus: Sendable, Hashable {
    /// The department's id.
    public let source: String
    /// Sealed submissions.
    public let submissions: Int
    /// Submissions begun and not sealed.
    public let open: Int
    /// What became of all their rows.
    public let counts: SubmissionCounts
    /// Rows of it that still wait at the conflict desk.
    public let waiting: Int
    /// Records of it whose tier is undetermined.
    public let undetermined: Int
    /// The latest day of receipt.
    public let latest: Day?

    /// A status from its parts.
    public init(
        source: String,
        submissions: Int,
        open: Int,
        counts: SubmissionCounts,
        waiting: Int,
        undetermined: Int,
        latest: Day?
    ) {
        self.source = source
        self.submissions = submissions
        self.open = open
        self.counts = counts
        self.waiting = waiting
        self.undetermined = undetermined
        self.latest = latest
    }
}

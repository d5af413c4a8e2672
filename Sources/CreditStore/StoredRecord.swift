public import CreditModel
public import CreditRules

/// A record as it stands in the store, with its place in the ledger.
public struct StoredRecord: Sendable, Hashable {
    /// The sequence number of the entry that first brought it: its public number.
    public let id: Int64
    /// The sequence number of the entry that it now holds; larger than `id` once corrected.
    public let sequence: Int64
    /// The subject's number in the store.
    public let subject: Int64
    /// The facts that publication depends on.
    public let facts: RecordFacts
    /// The id of the department that handed it in.
    public let source: String
    /// When it was received.
    public let receivedAt: Instant
    /// The submission that brought it.
    public let submission: String
    /// Its row in that submission.
    public let row: Int

    /// A stored record from its parts.
    public init(
        id: Int64,
        sequence: Int64,
        subject: Int64,
        facts: RecordFacts,
        source: String,
        receivedAt: Instant,
        submission: String,
        row: Int
    ) {
        self.id = id
        self.sequence = sequence
        self.subject = subject
        self.facts = facts
        self.source = source
        self.receivedAt = receivedAt
        self.submission = submission
        self.row = row
    }
}

public import CreditLedger
public import CreditModel

/// Finds organisations by their strong keys; one method, one read transaction.
public protocol SubjectDirectory: Sendable {
    /// The organisation of a unified code or, where it has none, of a registration number. One indexed look-up.
    func subject(key: String) async throws -> Subject?
    /// The organisation of the store's own number. One indexed look-up.
    func subject(id: Int64) async throws -> Subject?
}

/// Reads records with their place in the ledger.
public protocol RecordReader: Sendable {
    /// An organisation with all its records and the ledger's head, as of one instant: one read transaction.
    func file(key: String) async throws -> StoredFile?
    /// All current records of an organisation, oldest decision first. One indexed range; rows in proportion to its file.
    func records(of subject: Int64) async throws -> [StoredRecord]
    /// One record by its public number. One indexed look-up.
    func record(_ id: Int64) async throws -> StoredRecord?
    /// The sequence numbers that a record held before the one of now, oldest first; empty where it was never corrected.
    func history(of record: Int64) async throws -> [Int64]
}

/// All that a credit file is made from, read at one instant.
public struct StoredFile: Sendable {
    /// The organisation.
    public let subject: Subject
    /// Its records, oldest decision first.
    public let records: [StoredRecord]
    /// The head of the ledger at that instant.
    public let head: LedgerHead

    /// A file from its parts.
    public init(subject: Subject, records: [StoredRecord], head: LedgerHead) {
        self.subject = subject
        self.records = records
        self.head = head
    }
}

extension RecordReader where Self: SubjectDirectory & LedgerReader {
    /// The same from single reads, for stores that cannot change between them.
    public func file(key: String) async throws -> StoredFile? {
        guard let subject = try await subject(key: key) else { return nil }
        let head = try await head()
        return StoredFile(subject: subject, records: try await records(of: subject.id), head: head)
    }
}

/// The public lists (双公示), by item, department and date, each page pinned to one sequence number.
public protocol PublicationLists: Sendable {
    /// One page of records that a visitor may see today.
    func page(_ query: ListQuery) async throws -> ListPage
    /// What was received since a day, by department and item.
    func received(since day: Day) async throws -> [ReceivedCount]
}

/// Which page of a public list is wanted.
public struct ListQuery: Sendable, Hashable {
    /// The item's id.
    public var item: String
    /// The department's id, or `nil` for all.
    public var source: String?
    /// Decisions from this day on.
    public var from: Day?
    /// Decisions until this day.
    public var until: Day?
    /// The day for which disclosure is judged.
    public var today: Day
    /// The cursor of the page before, or `nil` for the first page.
    public var cursor: ListCursor?
    /// How many records a page has, at most 500.
    public var limit: Int

    /// A query from its parts.
    public init(
        item: String,
        source: String? = nil,
        from: Day? = nil,
        until: Day? = nil,
        today: Day,
        cursor: ListCursor? = nil,
        limit: Int = 50
    ) {
        self.item = item
        self.source = source
        self.from = from
        self.until = until
        self.today = today
        self.cursor = cursor
        self.limit = limit
    }
}

/// Where a list goes on: the ledger's size when it was begun, and the last record shown.
public struct ListCursor: Sendable, Hashable {
    /// Records that came later are left out, so that pages do not drift.
    public let pin: Int64
    /// The decision day of the last record shown.
    public let day: Day
    /// The number of the last record shown.
    public let record: Int64

    /// A cursor from its parts.
    public init(pin: Int64, day: Day, record: Int64) {
        self.pin = pin
        self.day = day
        self.record = record
    }

    /// `1042-20638-977`, for a URL.
    public var text: String { "\(pin)-\(day.number)-\(record)" }

    /// A cursor from its text, or `nil` where it is none.
    public init?(text: String) {
        let parts = text.split(separator: "-").compactMap { Int64($0) }
        guard parts.count == 3, parts.allSatisfy({ $0 >= 0 }), let day = Int32(exactly: parts[1]) else { return nil }
        self.init(pin: parts[0], day: Day(number: day), record: parts[2])
    }
}

/// One page of a public list.
public struct ListPage: Sendable {
    /// The records with their subjects, latest decision first.
    public let rows: [(subject: Subject, record: StoredRecord)]
    /// The cursor of the next page, or `nil` on the last.
    public let next: ListCursor?
    /// The ledger's size that the list is pinned to.
    public let pin: Int64

    /// A page from its parts.
    public init(rows: [(subject: Subject, record: StoredRecord)], next: ListCursor?, pin: Int64) {
        self.rows = rows
        self.next = next
        self.pin = pin
    }
}

/// How much a department handed in of an item.
public struct ReceivedCount: Sendable, Hashable {
    /// The department's id.
    public let source: String
    /// The item's id.
    public let item: String
    /// Records admitted.
    public let admitted: Int
    /// The latest day of receipt.
    public let latest: Day

    /// A count from its parts.
    public init(source: String, item: String, admitted: Int, latest: Day) {
        self.source = source
        self.item = item
        self.admitted = admitted
        self.latest = latest
    }
}

/// Reads the log: its head, one entry's commitment, proofs.
public protocol LedgerReader: Sendable {
    /// The latest head; size 0 in an empty store. One row.
    func head() async throws -> LedgerHead
    /// What is published of one entry, counted from 1; `nil` beyond the head. One tile.
    func entry(_ sequence: Int64) async throws -> LedgerEntry?
    /// The proof that an entry stands in the tree of the latest head. As many tiles as the tree is high.
    func proof(of sequence: Int64) async throws -> InclusionProof?
}

/// The head of the log as last committed.
public struct LedgerHead: Sendable, Hashable {
    /// How many entries.
    public let size: Int64
    /// The root of the tree.
    public let root: [UInt8]
    /// When the last entry was committed; 0 in an empty store.
    public let at: Instant
    /// The signed checkpoint (C2SP), empty in an empty store.
    public let checkpoint: String
    /// The log's verifier key (C2SP), for whoever checks the signature.
    public let verifierKey: String

    /// A head from its parts.
    public init(size: Int64, root: [UInt8], at: Instant, checkpoint: String, verifierKey: String) {
        self.size = size
        self.root = root
        self.at = at
        self.checkpoint = checkpoint
        self.verifierKey = verifierKey
    }
}

/// What the log shows of one entry.
public struct LedgerEntry: Sendable, Hashable {
    /// Its sequence number, from 1.
    public let sequence: Int64
    /// The hash of its leaf.
    public let leaf: [UInt8]
    /// The commitment, or `nil` where the entry was erased.
    public let commitment: [UInt8]?
    /// `record`, `held`, `withdrawal`, `seal` …; `nil` where it was erased.
    public let act: String?
    /// When it was written; `nil` where it was erased.
    public let at: Instant?
    /// The record it brought or changed, where it did.
    public let record: Int64?

    /// An entry from its parts.
    public init(sequence: Int64, leaf: [UInt8], commitment: [UInt8]?, act: String?, at: Instant?, record: Int64?) {
        self.sequence = sequence
        self.leaf = leaf
        self.commitment = commitment
        self.act = act
        self.at = at
        self.record = record
    }
}

/// Remembers what officers said of pairs of a name and an organisation, department by department.
public protocol PairMemory: Sendable {
    /// The decisions of a department after a sequence number, in its order; one indexed range.
    func decidedPairs(of source: String, after sequence: Int64, limit: Int) async throws -> [DecidedPair]
}

/// All that the portal and the reading commands need of a store.
public typealias CreditReader = SubjectDirectory & NameFeed & RecordReader & PublicationLists & LedgerReader

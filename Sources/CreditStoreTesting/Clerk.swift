public import CreditCatalogue
public import CreditModel
public import CreditStore
import LibCrypto

/// Hands records in to a store as the pipeline does: begin, chunks of pressed rows, seal.
public struct Clerk: Sendable {
    /// The store.
    public let store: any WholeStore
    let catalogue: Catalogue
    let keys: StoreKeys

    /// A clerk at a store that was opened with this catalogue and these keys.
    public init(store: any WholeStore, catalogue: Catalogue, keys: StoreKeys) {
        self.store = store
        self.catalogue = catalogue
        self.keys = keys
    }

    /// Ten in the morning of the day so many days after 2026-03-02.
    public static func at(_ offset: Int, seconds: Int = 0) -> Instant {
        Instant(microseconds: (Int64(MadeUpRecords.day(offset).number) * 86_400 + 7_200 + Int64(seconds)) * 1_000_000)
    }

    /// The start of a submission; the same contents of a file give the same digest.
    public func start(
        _ id: String,
        _ records: [CreditRecord],
        from source: String = "market-regulation",
        on offset: Int = 1,
        triedSince: Instant? = nil
    ) -> SubmissionStart {
        let item = records.first?.item ?? "licence"
        return SubmissionStart(
            id: id,
            source: source,
            item: item,
            template: "\(item)-2018",
            file: SHA256.hash(Array(records.map { "\($0)" }.joined().utf8)),
            receivedOn: MadeUpRecords.day(offset),
            at: Clerk.at(offset),
            triedSince: triedSince
        )
    }

    /// A chunk of rows; the first record stands in row `first`.
    public func chunk(
        _ id: String,
        _ records: [CreditRecord],
        from source: String = "market-regulation",
        first: Int = 2,
        on offset: Int = 1,
        refused: Int = 0
    ) throws -> SubmissionChunk {
        let press = EntryPress(recordKey: keys.record)
        let at = Clerk.at(offset, seconds: first)
        let rows = try records.enumerated()
            .map { place, record in
                let act = RecordAct(submission: id, row: first + place, source: source, identity: .code, record: record)
                let fields = KeyFields(catalogue.item(record.item))
                let pressed = try record.subject.creditCode.map { _ in
                    try press.press(act, at: at, actor: source, catalogue: catalogue.digest, keyFields: fields)
                }
                return CheckedRow(row: first + place, content: .record(record, pressed: pressed), isWarned: false)
            }
        var counts = SubmissionCounts()
        counts.rows = records.count + refused
        counts.refused = refused
        let last = first + records.count + refused - 1
        return SubmissionChunk(submission: id, source: source, at: at, rows: rows, lastRow: last, counts: counts)
    }

    /// Hands records in as one submission of one chunk, and gives its receipt.
    @discardableResult
    public func hand(
        _ records: [CreditRecord],
        as id: String,
        from source: String = "market-regulation",
        on offset: Int = 1
    ) async throws -> Receipt {
        let progress = try await store.begin(start(id, records, from: source, on: offset))
        _ = try await store.append(try chunk(progress.id, records, from: source, on: offset))
        return try await store.seal(progress.id, at: Clerk.at(offset, seconds: 3600))
    }

    /// Hands records of persons in a role in as one submission of one chunk, and gives its receipt.
    @discardableResult
    public func hand(
        roles records: [RoleRecord],
        as id: String,
        from source: String = "market-regulation",
        on offset: Int = 1
    ) async throws -> Receipt {
        let item = records.first?.item ?? ""
        let at = Clerk.at(offset, seconds: 2)
        let press = EntryPress(recordKey: keys.record)
        let start = SubmissionStart(
            id: id,
            source: source,
            item: item,
            template: "\(item)-form",
            file: SHA256.hash(Array(records.map { "\($0)" }.joined().utf8)),
            receivedOn: MadeUpRecords.day(offset),
            at: Clerk.at(offset)
        )
        let progress = try await store.begin(start)
        let rows = try records.enumerated()
            .map { place, record in
                let act = RoleAct(submission: progress.id, row: 2 + place, source: source, record: record)
                let pressed = try press.press(
                    act,
                    at: at,
                    actor: source,
                    catalogue: catalogue.digest,
                    keyFields: KeyFields(catalogue.item(record.item))
                )
                let content = CheckedRow.Content.role(record, entry: pressed.entry, marks: pressed.marks)
                return CheckedRow(row: 2 + place, content: content, isWarned: false)
            }
        var counts = SubmissionCounts()
        counts.rows = rows.count
        let last = rows.count + 1
        let chunk = SubmissionChunk(
            submission: progress.id,
            source: source,
            at: at,
            rows: rows,
            lastRow: last,
            counts: counts
        )
        _ = try await store.append(chunk)
        return try await store.seal(progress.id, at: Clerk.at(offset, seconds: 3600))
    }

    /// The records of an organisation.
    public func records(of keys: SubjectKeys) async throws -> [StoredRecord] {
        guard let subject = try await store.subject(key: keys.creditCode?.text ?? "") else { return [] }
        return try await store.records(of: subject.id)
    }

    /// All pages of a list, one behind the other.
    public func pages(_ query: ListQuery) async throws -> [StoredRecord] {
        var query = query
        var all: [StoredRecord] = []
        while true {
            let page = try await store.page(query)
            all += page.rows.map(\.record)
            guard let next = page.next else { return all }
            query.cursor = next
        }
    }
}

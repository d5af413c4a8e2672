import CreditCatalogue
import CreditLedger
import CreditModel
import CreditRules
import CreditStore
import LibCrypto
import Synchronization

/// A store in memory for the portal's tests: the same promises as a real one, none of its speed.
final class FakeStore: CreditReader {
    struct State: Sendable {
        var subjects: [Subject] = []
        var records: [StoredRecord] = []
        var histories: [Int64: [Int64]] = [:]
        var leaves: [(leaf: [UInt8], act: String, at: Instant, record: Int64?)] = []
        var head: LedgerHead?
        var isBroken = false
        var reads = 0
    }

    struct Broken: Error {}

    let catalogue: Catalogue
    private let state = Mutex(State())
    private let signing: Ed25519

    init(catalogue: Catalogue) throws {
        self.catalogue = catalogue
        signing = try Ed25519(seed: [UInt8](repeating: 7, count: 32))
    }

    /// How often records of an organisation were read.
    var reads: Int { state.withLock { $0.reads } }

    func breakDown() { state.withLock { $0.isBroken = true } }

    func add(_ subject: Subject, at: Instant) {
        state.withLock { state in
            state.subjects.append(subject)
            for _ in subject.formerNames.reversed() + [subject.name] { _ = FakeStore.append("record", at, nil, &state) }
        }
    }

    @discardableResult
    func add(_ record: CreditRecord, of subject: Int64, from source: String, at: Instant) -> Int64 {
        state.withLock { state in
            let sequence = Int64(state.leaves.count + 1)
            _ = FakeStore.append("record", at, sequence, &state)
            let facts = RecordFacts(record: record, receivedOn: at.day, standing: .current, decidedTier: nil)
            let row = state.records.count + 2
            state.records.append(
                StoredRecord(
                    id: sequence,
                    sequence: sequence,
                    subject: subject,
                    facts: facts,
                    source: source,
                    receivedAt: at,
                    submission: "T-1",
                    row: row
                )
            )
            state.histories[sequence] = [sequence]
            return sequence
        }
    }

    /// The record in its place under a new sequence number.
    func correct(_ id: Int64, at: Instant) {
        state.withLock { state in
            guard let place = state.records.firstIndex(where: { $0.id == id }) else { return }
            let sequence = FakeStore.append("record", at, id, &state)
            let old = state.records[place]
            state.records[place] = StoredRecord(
                id: old.id,
                sequence: sequence,
                subject: old.subject,
                facts: old.facts,
                source: old.source,
                receivedAt: old.receivedAt,
                submission: old.submission,
                row: old.row
            )
            state.histories[id, default: []].append(sequence)
        }
    }

    func takeDown(_ id: Int64, at: Instant) {
        state.withLock { state in
            guard let place = state.records.firstIndex(where: { $0.id == id }) else { return }
            _ = FakeStore.append("withdrawal", at, id, &state)
            let old = state.records[place]
            let facts = RecordFacts(
                record: old.facts.record,
                receivedOn: old.facts.receivedOn,
                standing: .takenDown,
                decidedTier: nil
            )
            state.records[place] = StoredRecord(
                id: old.id,
                sequence: old.sequence,
                subject: old.subject,
                facts: facts,
                source: old.source,
                receivedAt: old.receivedAt,
                submission: old.submission,
                row: old.row
            )
        }
    }

    private static func append(_ act: String, _ at: Instant, _ record: Int64?, _ state: inout State) -> Int64 {
        var hasher = Hasher256()
        let number = state.leaves.count + 1
        let commitment = Commitment(salt: [UInt8](repeating: 1, count: 32), content: Array("\(number)".utf8), &hasher)
        state.leaves.append((commitment.leaf(&hasher), act, at, record))
        return Int64(number)
    }
}

extension FakeStore {
    private func read<Value>(_ body: (inout State) throws -> Value) throws -> Value {
        try state.withLock { state in
            guard !state.isBroken else { throw Broken() }
            return try body(&state)
        }
    }

    func subject(key: String) async throws -> Subject? {
        try read { state in state.subjects.first { $0.code == key || $0.registrationNumber == key } }
    }

    func subject(id: Int64) async throws -> Subject? { try read { state in state.subjects.first { $0.id == id } } }

    func nameFeedState() async throws -> NameFeedState {
        try read { NameFeedState(sequence: Int64($0.leaves.count), catalogue: catalogue.digest) }
    }

    func leaf(of sequence: Int64) async throws -> [UInt8]? {
        try read { state in
            state.leaves.indices.contains(Int(sequence) - 1) ? state.leaves[Int(sequence) - 1].leaf : nil
        }
    }

    func namedSubjects(after id: Int64, limit: Int, today: Day) async throws -> [NamedSubject] {
        try read { state in
            state.subjects.filter { $0.id > id }.sorted { $0.id < $1.id }.prefix(limit).map { named($0, state, today) }
        }
    }

    func namedSubjects(touchedSince sequence: Int64, limit: Int, today: Day) async throws -> NameChanges {
        try read { state in
            NameChanges(
                subjects: state.subjects.map { named($0, state, today) },
                upTo: Int64(state.leaves.count)
            )
        }
    }

    private func named(_ subject: Subject, _ state: State, _ today: Day) -> NamedSubject {
        let windows = state.records.filter { $0.subject == subject.id }
            .compactMap { publication(of: $0.facts, catalogue: catalogue).window }
            .filter { $0.contains(today) }
        return NamedSubject(
            id: subject.id,
            key: subject.publicKey,
            registrationNumber: subject.registrationNumber,
            kind: subject.kind,
            name: subject.name,
            formerNames: subject.formerNames,
            shownUntil: windows.map { $0.until ?? Day(number: .max) }.max()
        )
    }

    func records(of subject: Int64) async throws -> [StoredRecord] {
        try read { state in
            state.reads += 1
            return state.records.filter { $0.subject == subject }.sorted { $0.order < $1.order }
        }
    }

    func record(_ id: Int64) async throws -> StoredRecord? { try read { state in state.records.first { $0.id == id } } }

    func history(of record: Int64) async throws -> [Int64] { try read { state in state.histories[record] ?? [] } }

    func page(_ query: ListQuery) async throws -> ListPage {
        try read { state in
            let pin = query.cursor?.pin ?? Int64(state.leaves.count)
            let fitting = state.records.filter { fits($0, query, pin: pin) }.sorted { $0.order > $1.order }
            let rest = fitting.filter { record in
                query.cursor.map { record.order < ($0.day.number, $0.record) } ?? true
            }
            let page = rest.prefix(query.limit)
            let next = page.last.flatMap { last in
                rest.count > page.count ? ListCursor(pin: pin, day: last.facts.record.decidedOn, record: last.id) : nil
            }
            let subjects = Dictionary(uniqueKeysWithValues: state.subjects.map { ($0.id, $0) })
            return ListPage(
                rows: page.compactMap { row in subjects[row.subject].map { ($0, row) } },
                next: next,
                pin: pin
            )
        }
    }

    private func fits(_ stored: StoredRecord, _ query: ListQuery, pin: Int64) -> Bool {
        let record = stored.facts.record
        return record.item == query.item && stored.sequence <= pin && (query.source.map { $0 == stored.source } ?? true)
            && Validity(from: query.from, until: query.until).contains(record.decidedOn)
            && publication(of: stored.facts, catalogue: catalogue).window?.contains(query.today) ?? false
    }

    func received(since day: Day) async throws -> [ReceivedCount] {
        try read { state in
            let recent = state.records.filter { $0.facts.receivedOn >= day }
            return Dictionary(grouping: recent) { [$0.source, $0.facts.record.item] }
                .map { key, records in
                    let latest = records.map(\.facts.receivedOn).max() ?? day
                    return ReceivedCount(source: key[0], item: key[1], admitted: records.count, latest: latest)
                }
        }
    }

    func head() async throws -> LedgerHead {
        try read { state in
            if let head = state.head, head.size == Int64(state.leaves.count) { return head }
            let origin = catalogue.city.ledgerOrigin
            let root = FakeStore.root(state.leaves.map(\.leaf))
            let checkpoint = Checkpoint(origin: origin, size: Int64(state.leaves.count), root: root)
            let head = LedgerHead(
                size: Int64(state.leaves.count),
                root: root,
                at: state.leaves.last?.at ?? Instant(microseconds: 0),
                checkpoint: state.leaves.isEmpty ? "" : try checkpoint.signed(by: signing),
                verifierKey: Checkpoint.verifierKey(origin, signing.publicKey)
            )
            state.head = head
            return head
        }
    }

    func entry(_ sequence: Int64) async throws -> LedgerEntry? {
        try read { state in
            guard sequence >= 1, sequence <= state.leaves.count else { return nil }
            let entry = state.leaves[Int(sequence) - 1]
            var hasher = Hasher256()
            let salt = [UInt8](repeating: 1, count: 32)
            let commitment = Commitment(salt: salt, content: Array("\(sequence)".utf8), &hasher)
            return LedgerEntry(
                sequence: sequence,
                leaf: entry.leaf,
                commitment: commitment.bytes,
                act: entry.act,
                at: entry.at,
                record: entry.record
            )
        }
    }

    func proof(of sequence: Int64) async throws -> InclusionProof? {
        try read { state in
            guard sequence >= 1, sequence <= state.leaves.count else { return nil }
            let leaves = state.leaves.map(\.leaf)
            return InclusionProof(index: sequence - 1, size: Int64(leaves.count)) { start, width in
                FakeStore.root(Array(leaves[Int(start)..<Int(start + width)]))
            }
        }
    }

    private static func root(_ leaves: [[UInt8]]) -> [UInt8] {
        var edge = RightEdge()
        var hasher = Hasher256()
        for leaf in leaves { edge.append(leaf, &hasher) }
        return edge.root
    }
}

extension StoredRecord {
    fileprivate var order: (Int32, Int64) { (facts.record.decidedOn.number, id) }
}

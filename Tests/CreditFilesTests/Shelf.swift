import CreditCatalogue
import CreditLedger
import CreditModel
import CreditRules
import CreditStore

/// A store in memory with one organisation and the records it is given.
struct Shelf: SubjectDirectory, NameFeed, RecordReader, PublicationLists, LedgerReader {
    let subject: Subject
    let kept: [StoredRecord]

    func subject(key: String) async throws -> Subject? { key == subject.publicKey ? subject : nil }

    func subject(id: Int64) async throws -> Subject? { id == subject.id ? subject : nil }

    func nameFeedState() async throws -> NameFeedState { NameFeedState(sequence: 0, catalogue: []) }

    func leaf(of sequence: Int64) async throws -> [UInt8]? { nil }

    func namedSubjects(after id: Int64, limit: Int, today: Day) async throws -> [NamedSubject] { [] }

    func namedSubjects(touchedSince sequence: Int64, limit: Int, today: Day) async throws -> NameChanges {
        NameChanges(subjects: [], upTo: sequence)
    }

    func records(of subject: Int64) async throws -> [StoredRecord] {
        kept.sorted { ($0.facts.record.decidedOn, $0.id) < ($1.facts.record.decidedOn, $1.id) }
    }

    func record(_ id: Int64) async throws -> StoredRecord? { kept.first { $0.id == id } }

    func history(of record: Int64) async throws -> [Int64] { record == 1 ? [1, 5] : [] }

    /// More than may be shown, to see that the desk has the last word.
    func page(_ query: ListQuery) async throws -> ListPage {
        ListPage(rows: kept.map { (subject, $0) }, next: nil, pin: 77)
    }

    func received(since day: Day) async throws -> [ReceivedCount] { [] }

    func head() async throws -> LedgerHead {
        LedgerHead(size: 77, root: MerkleHash.empty, at: Instant(microseconds: 0), checkpoint: "", verifierKey: "")
    }

    func entry(_ sequence: Int64) async throws -> LedgerEntry? { nil }

    func proof(of sequence: Int64) async throws -> InclusionProof? { nil }
}

import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore

/// Fills chunks with checked rows; entries whose subject is plain are pressed here, outside the store's lock (decision 7).
final class ChunkFiller {
    /// A chunk with what was found on the way.
    struct Filled {
        let chunk: SubmissionChunk
        let faults: [Fault]
        /// Rows that were told already that they must wait.
        let toldToWait: Set<Int>
        /// Rows of which it was told that an earlier one has their document's number.
        let toldNear: Set<Int>
    }

    private let intake: Intake
    private let submission: SubmissionProgress
    private let source: String
    private let chunkSize: Int
    private let press: EntryPress
    private let catalogue: Catalogue
    private let keyFields: KeyFields
    /// Rows read so far.
    private(set) var rows = 0

    init(
        intake: Intake,
        submission: SubmissionProgress,
        source: String,
        chunkSize: Int,
        press: EntryPress,
        catalogue: Catalogue
    ) {
        self.intake = intake
        self.submission = submission
        self.source = source
        self.chunkSize = chunkSize
        self.press = press
        self.catalogue = catalogue
        keyFields = KeyFields(intake.match.item)
    }

    /// The next chunk, or `nil` at the end.
    ///
    /// Rows committed in an earlier attempt are checked again for their faults, and not kept.
    func next(at: Instant) throws -> Filled? {
        var faults: [Fault] = []
        var kept: [CheckedRow] = []
        var counts = SubmissionCounts()
        var told: Set<Int> = []
        var near: Set<Int> = []
        var last = 0
        var read = 0
        while read < chunkSize {
            let before = faults.count
            guard let row = try intake.next(&faults) else { break }
            read += 1
            last = row.number
            guard row.number > submission.lastRow else { continue }
            counts.rows += 1
            let codes = faults[before...].map(\.code)
            if codes.contains(.documentNearDuplicate) { near.insert(row.number) }
            switch row.outcome {
            case .refused: counts.refused += 1
            case .held(let record):
                told.insert(row.number)
                counts.tell(codes)
                let content = CheckedRow.Content.record(record, pressed: nil)
                kept.append(CheckedRow(row: row.number, content: content, isWarned: !codes.isEmpty))
            case .admitted(let record):
                counts.tell(codes)
                let content = try pressed(row.number, record, at: at)
                kept.append(CheckedRow(row: row.number, content: content, isWarned: !codes.isEmpty))
            case .inRole(let record):
                counts.tell(codes)
                let content = try pressed(row.number, record, at: at)
                kept.append(CheckedRow(row: row.number, content: content, isWarned: !codes.isEmpty))
            }
        }
        rows += read
        guard read > 0 else { return nil }
        let chunk = SubmissionChunk(
            submission: submission.id,
            source: source,
            at: at,
            rows: kept,
            lastRow: last,
            counts: counts
        )
        return Filled(chunk: chunk, faults: faults, toldToWait: told, toldNear: near)
    }

    private func pressed(_ row: Int, _ record: CreditRecord, at: Instant) throws -> CheckedRow.Content {
        guard record.subject.creditCode != nil else { return .record(record, pressed: nil) }
        let act = RecordAct(submission: submission.id, row: row, source: source, identity: .code, record: record)
        let pressed = try press.press(act, at: at, actor: source, catalogue: catalogue.digest, keyFields: keyFields)
        return .record(record, pressed: pressed)
    }

    private func pressed(_ row: Int, _ record: RoleRecord, at: Instant) throws -> CheckedRow.Content {
        let act = RoleAct(submission: submission.id, row: row, source: source, record: record)
        let pressed = try press.press(act, at: at, actor: source, catalogue: catalogue.digest, keyFields: keyFields)
        return .role(record, entry: pressed.entry, marks: pressed.marks)
    }
}

extension SubmissionCounts {
    /// Counts what a kept row was warned of.
    fileprivate mutating func tell(_ codes: [FaultCode]) {
        if !codes.isEmpty { warned += 1 }
        if codes.contains(.reportedLate) { late += 1 }
    }
}

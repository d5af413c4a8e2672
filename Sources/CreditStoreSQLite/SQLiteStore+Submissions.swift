import CreditCatalogue
public import CreditModel
import CreditRules
public import CreditStore
import GRDB

extension SQLiteStore: SubmissionWriter {
    /// Begins a submission, or takes up one of the same department, item and file: unsealed, or sealed since an earlier attempt.
    public func begin(_ start: SubmissionStart) async throws -> SubmissionProgress {
        try await pool.write { database in
            let sealed = try Query(.sealedSubmission, database)
                .first(.text(start.source), .bytes(start.file), .text(start.item)) { SubmissionRow($0).receipt }
            let open = try Query(.openSubmission, database)
                .first(.text(start.source), .bytes(start.file), .text(start.item)) { SubmissionRow($0) }
            if let open {
                return SubmissionProgress(
                    id: open.id,
                    lastRow: open.lastRow,
                    counts: open.counts,
                    isResumed: true,
                    earlier: sealed ?? nil
                )
            }
            if let since = start.triedSince, let done = try lastSealed(of: start, since: since, database) {
                let earlier = sealed ?? nil
                return SubmissionProgress(
                    id: done.id,
                    lastRow: done.lastRow,
                    counts: done.counts,
                    isResumed: true,
                    earlier: earlier?.submission == done.id ? nil : earlier,
                    isSealed: true
                )
            }
            try Query(.insertSubmission, database)
                .run(
                    .text(start.id),
                    .text(start.source),
                    .text(start.item),
                    .text(start.template),
                    .bytes(start.file),
                    .integer(Int64(start.receivedOn.number)),
                    .integer(start.at.microseconds)
                )
            return SubmissionProgress(
                id: start.id,
                lastRow: 0,
                counts: SubmissionCounts(),
                isResumed: false,
                earlier: sealed ?? nil
            )
        }
    }

    private func lastSealed(of start: SubmissionStart, since: Instant, _ database: Database) throws -> SubmissionRow? {
        try Query(.sealedSince, database)
            .first(.text(start.source), .bytes(start.file), .text(start.item), .integer(since.microseconds)) {
                SubmissionRow($0)
            }
    }

    /// Appends checked rows; the whole chunk or nothing.
    public func append(_ chunk: SubmissionChunk) async throws -> ChunkOutcome {
        try await pool.write { database in
            guard
                let row = try Query(.submissionByID, database)
                    .first(.text(chunk.submission), body: { SubmissionRow($0) }),
                row.sealedAt == nil
            else { throw StoreDamaged(what: "submission \(chunk.submission)") }
            var work = try ChunkFold(database, self, chunk)
            for checked in chunk.rows { try work.take(checked) }
            let outcome = try work.finish()
            try SubmissionRow.update(
                chunk.submission,
                lastRow: max(chunk.lastRow, row.lastRow),
                row.counts + outcome.counts,
                first: row.firstSequence ?? work.firstSequence,
                database
            )
            return outcome
        }
    }

    /// Seals a submission; where it changed nothing and was sealed before, no entry is made (decision 8).
    public func seal(_ submission: String, at: Instant) async throws -> Receipt {
        try await pool.write { database in
            guard let row = try Query(.submissionByID, database).first(.text(submission), body: { SubmissionRow($0) })
            else {
                throw StoreDamaged(what: "submission \(submission)")
            }
            if let receipt = row.receipt { return receipt }
            let earlier = try Query(.sealedSubmission, database)
                .first(.text(row.source), .bytes(row.file), .text(row.item)) { _ in true }
            if earlier == nil || row.firstSequence != nil {
                try sealInLedger(row, at, database)
            } else {
                try Query(.sealSubmission, database).run(.text(submission), .null, .integer(at.microseconds))
            }
            let sealed = try Query(.submissionByID, database).first(.text(submission)) { SubmissionRow($0).receipt }
            guard let receipt = sealed ?? nil else { throw StoreDamaged(what: "submission \(submission)") }
            return receipt
        }
    }

    private func sealInLedger(_ row: SubmissionRow, _ at: Instant, _ database: Database) throws {
        let seal = Seal(
            submission: row.id,
            source: row.source,
            item: row.item,
            template: row.template,
            file: row.file,
            receivedOn: row.receivedOn,
            counts: row.counts
        )
        try append(
            Entry(at: at, actor: row.source, catalogue: catalogue.digest, act: .seal(seal)),
            database
        )
    }

    /// Appends one entry of any kind and does what it says.
    @discardableResult
    func append(_ entry: Entry, _ database: Database) throws -> Int64 {
        let press = EntryPress(recordKey: keys.record)
        let ledger = try LedgerAppender(database)
        let sequence = try ledger.append(try press.press(entry))
        try Fold(database, catalogue: catalogue, press: press).apply(entry, sequence: sequence)
        try ledger.finish(
            at: entry.at,
            origin: catalogue.city.ledgerOrigin,
            key: keys.signing,
            catalogue: catalogue.digest
        )
        return sequence
    }
}

/// The rows of one chunk, folded inside its transaction.
private struct ChunkFold {
    private let chunk: SubmissionChunk
    private let store: SQLiteStore
    private let press: EntryPress
    private let ledger: LedgerAppender
    private let fold: Fold
    private var counts: SubmissionCounts
    private var held: [Int: FaultCode] = [:]
    private var refused: [Int: FaultCode] = [:]
    private var near: [Int: NearNumber] = [:]
    /// New records whose numbers are in normal form, to be compared at the end.
    private var plain: [NearFold.Plain] = []
    private var warned: Set<Int> = []
    private(set) var firstSequence: Int64?

    init(_ database: Database, _ store: SQLiteStore, _ chunk: SubmissionChunk) throws {
        self.chunk = chunk
        self.store = store
        press = EntryPress(recordKey: store.keys.record)
        ledger = try LedgerAppender(database)
        fold = try Fold(database, catalogue: store.catalogue, press: press)
        counts = chunk.counts
    }

    mutating func take(_ checked: CheckedRow) throws {
        switch checked.content {
        case .record(let record, let pressed): try take(checked, record, pressed)
        case .role(let record, let entry, let marks): try put(checked, record, entry, marks)
        }
    }

    private mutating func take(
        _ checked: CheckedRow,
        _ record: CreditRecord,
        _ pressed: (entry: PressedEntry, marks: RecordMarks)?
    ) throws {
        // A row whose only strong key is its own code was pressed outside the lock; the rest is looked up here.
        if let pressed, let code = record.subject.creditCode, record.subject.registrationNumber == nil,
            record.subject.organisationCode == nil
        {
            return try put(checked, act(checked, record, .code), code.text, pressed.marks, pressed.entry)
        }
        switch try fold.identify(record.subject) {
        case .nobody: try hold(checked, record, .identityMissing)
        case .two: try hold(checked, record, .identityConflict)
        case .code(let code):
            let isOwn = record.subject.creditCode?.text == code
            guard isOwn || fold.mayBe(record.item, of: code) else { return refuse(checked, .subjectKind) }
            if isOwn, let pressed {
                try put(checked, act(checked, record, .code), code, pressed.marks, pressed.entry)
            } else {
                let act = act(checked, record, isOwn ? .code : .history(code: code))
                let marks = press.marks(act, code: code, keyFields: fold.keyFields(of: act.record.item))
                try put(checked, act, code, marks, nil)
            }
        }
    }

    mutating func finish() throws -> ChunkOutcome {
        for (row, found) in try fold.near(plain) { tell(row, found) }
        if firstSequence != nil {
            try ledger.finish(
                at: chunk.at,
                origin: store.catalogue.city.ledgerOrigin,
                key: store.keys.signing,
                catalogue: store.catalogue.digest
            )
        }
        return ChunkOutcome(counts: counts, held: held, refused: refused, near: near)
    }

    /// Whose record it is was decided when it was pressed: by the certificate's number alone.
    private mutating func put(
        _ checked: CheckedRow,
        _ record: RoleRecord,
        _ entry: PressedEntry,
        _ marks: RecordMarks
    ) throws {
        let placement = try fold.rolePlacement(marks)
        switch placement {
        case .unchanged:
            counts.unchanged += 1
            return
        case .added: counts.added += 1
        case .replaces: counts.replaced += 1
        }
        let sequence = try ledger.append(entry)
        firstSequence = firstSequence ?? sequence
        let act = RoleAct(submission: chunk.submission, row: checked.row, source: chunk.source, record: record)
        try fold.place(act, marks, placement, sequence: sequence)
    }

    private func act(_ checked: CheckedRow, _ record: CreditRecord, _ identity: Identity) -> RecordAct {
        RecordAct(
            submission: chunk.submission,
            row: checked.row,
            source: chunk.source,
            identity: identity,
            record: record
        )
    }

    private mutating func put(
        _ checked: CheckedRow,
        _ act: RecordAct,
        _ code: String,
        _ marks: RecordMarks,
        _ pressed: PressedEntry?
    ) throws {
        let placement = try fold.placement(marks)
        switch placement {
        case .unchanged:
            counts.unchanged += 1
            return
        case .added:
            counts.added += 1
            if checked.isWarned { warned.insert(checked.row) }
            if let found = try fold.near(act, marks) { tell(checked.row, found) }
        case .replaces: counts.replaced += 1
        }
        let entry = try pressed ?? press.press(entry(.record(act)))
        let sequence = try ledger.append(entry)
        firstSequence = firstSequence ?? sequence
        if case .added = placement, marks.nearKey == nil { plain.append(NearFold.Plain(record: sequence, act: act)) }
        try fold.place(act, code: code, marks: marks, placement: placement, sequence: sequence, at: chunk.at)
    }

    /// Nothing is merged: two spellings may be two documents, and a person judges.
    private mutating func tell(_ row: Int, _ found: NearNumber) {
        near[row] = found
        if !warned.contains(row) { counts.warned += 1 }
    }

    /// A row whose numbers lead to an organisation that the item is not about; only the store could know.
    private mutating func refuse(_ checked: CheckedRow, _ reason: FaultCode) {
        counts.refused += 1
        refused[checked.row] = reason
    }

    /// A row that was held before makes no second entry; what an officer said of it holds (decision 8).
    private mutating func hold(_ checked: CheckedRow, _ record: CreditRecord, _ reason: FaultCode) throws {
        let act = act(checked, record, .open)
        switch try fold.heldBefore(act) {
        case .resolved:
            counts.unchanged += 1
            return
        case .refused:
            counts.refused += 1
            return
        case .waits: break
        case nil:
            let entry = entry(.held(act, reason: reason))
            let sequence = try ledger.append(try press.press(entry))
            firstSequence = firstSequence ?? sequence
            try fold.apply(entry, sequence: sequence)
        }
        counts.held += 1
        if !checked.isWarned { counts.warned += 1 }
        held[checked.row] = reason
    }

    private func entry(_ act: Entry.Act) -> Entry {
        Entry(at: chunk.at, actor: chunk.source, catalogue: store.catalogue.digest, act: act)
    }
}

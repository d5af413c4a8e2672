import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import GRDB
import LibCrypto

/// Makes the derived rows of one entry; the same for a submission, an officer's act and a replay (decision 5).
final class Fold {
    /// What a record's entry does to the store.
    enum Placement {
        /// No record has its key.
        case added
        /// A record with its key says something else.
        case replaces(id: Int64, sequence: Int64, standing: RecordStanding)
        /// A record with its key says the same.
        case unchanged
    }

    /// What became of a row at the conflict desk.
    enum HeldState {
        /// Nobody has said anything yet.
        case waits
        /// An officer said of whom it speaks.
        case resolved
        /// An officer refused it.
        case refused
    }

    private let catalogue: Catalogue
    private let press: EntryPress
    private let database: Database
    private let recordByKey: Query
    private let insertRecord: Query
    private let subjects: SubjectFold
    private let near: NearFold
    private let roles: RoleFold
    private var keyFields: [String: KeyFields] = [:]
    private var kinds: [String: AllowedKinds] = [:]

    init(_ database: Database, catalogue: Catalogue, press: EntryPress) throws {
        self.database = database
        self.catalogue = catalogue
        self.press = press
        recordByKey = try Query(.recordByKey, database)
        insertRecord = try Query(.insertRecord, database)
        subjects = try SubjectFold(database, catalogue)
        near = NearFold(database)
        roles = try RoleFold(database)
    }

    /// The key fields of an item.
    func keyFields(of item: String) -> KeyFields {
        if let known = keyFields[item] { return known }
        let fields = KeyFields(catalogue.item(item))
        keyFields[item] = fields
        return fields
    }

    /// Whether the organisation of a code is of a kind that an item is about; a row's own code was checked with the row.
    func mayBe(_ item: String, of code: String) -> Bool {
        guard let unified = CreditCode(code), let found = catalogue.item(item) else { return true }
        let allowed = kinds[item] ?? AllowedKinds(found)
        kinds[item] = allowed
        return allowed.admits(unified, catalogue.identifiers)
    }

    /// What a record of these marks would do.
    func placement(_ marks: RecordMarks) throws -> Placement {
        try recordByKey.first(.bytes(marks.key)) { row in
            row.bytes(2) == marks.content
                ? .unchanged
                : .replaces(
                    id: row.integer(0),
                    sequence: row.integer(1),
                    standing: RecordStanding(rawValue: row.text(3)) ?? .takenDown
                )
        } ?? .added
    }

    /// Makes or changes the rows of a record whose content is in the entry of this sequence number.
    ///
    /// A new record and a new name get the number of the entry that made them so, which for a row that waited at the conflict
    /// desk is the officer's: whoever reads on from a number must not miss them.
    func place(
        _ act: RecordAct,
        code: String,
        marks: RecordMarks,
        placement: Placement,
        sequence: Int64,
        number: Int64? = nil,
        at: Instant
    ) throws {
        let number = number ?? sequence
        let standing: RecordStanding = if case .replaces(_, _, let kept) = placement { kept } else { .current }
        // What was withdrawn says nothing new of its organisation, however it is corrected.
        let subject = try subjects.subject(
            code: code,
            for: act.record,
            sequence: number,
            holds: standing == .current
        )
        let shown = PublishedDays(
            RecordFacts(record: act.record, receivedOn: at.day, standing: standing, decidedTier: nil),
            catalogue
        )
        switch placement {
        case .unchanged: return
        case .added:
            try insertRecord.run(
                .integer(number),
                .integer(sequence),
                .integer(subject),
                .text(act.record.item),
                .text(act.source),
                .bytes(marks.key),
                .bytes(marks.content),
                .integer(Int64(act.record.decidedOn.number)),
                shown.waits,
                shown.from,
                shown.until
            )
            try near.keep(marks, of: number)
        case .replaces(let id, let former, _):
            try Query(.insertHistory, database).run(.integer(id), .integer(former))
            try Query(.replaceRecord, database)
                .run(
                    .integer(id),
                    .integer(sequence),
                    .text(act.source),
                    .bytes(marks.content),
                    .integer(Int64(act.record.decidedOn.number)),
                    shown.waits,
                    shown.from,
                    shown.until
                )
        }
    }

    /// A record that a new one of these marks looks to repeat under another spelling of its document's number.
    func near(_ act: RecordAct, _ marks: RecordMarks) throws -> NearNumber? {
        try near.find(act, marks, keyFields(of: act.record.item))
    }

    /// The same for the new records of a chunk whose numbers are in normal form; by row.
    func near(_ plain: [NearFold.Plain]) throws -> [Int: NearNumber] { try near.find(plain) { keyFields(of: $0) } }

    /// The subject that a record's strong keys point to.
    func identify(_ keys: SubjectKeys) throws -> SubjectFold.Finding { try subjects.identify(keys) }

    /// Does what an entry says; for replay and for officers' acts.
    ///
    /// What was done to a record or a held row whose entry was erased is passed over: there is nothing left to do it to.
    func apply(_ entry: Entry, sequence: Int64) throws {
        switch entry.act {
        case .record(let act): try placeAnew(act, sequence: sequence, at: entry.at)
        case .role(let act):
            let marks = marks(act)
            try place(act, marks, try rolePlacement(marks), sequence: sequence)
        case .held(let act, _):
            try Query(.insertHeld, database)
                .run(.integer(sequence), .text(act.source), .bytes(heldMark(act)))
        case .resolution(let act): try resolve(act, sequence: sequence)
        case .withdrawal(let act): try withdraw(act)
        case .tier(let act):
            try Query(.tierRecord, database).run(.integer(act.record), .text(act.tier.rawValue))
            try publishAnew(act.record)
        case .pair(let act): try keep(act, entry, sequence: sequence)
        case .seal(let seal): try self.seal(seal, sequence: sequence, at: entry.at)
        }
    }

    /// The marks of a record of a person in a role.
    func marks(_ act: RoleAct) -> RecordMarks { press.marks(act, keyFields: keyFields(of: act.record.item)) }

    /// What a record of a person in a role of these marks would do.
    func rolePlacement(_ marks: RecordMarks) throws -> RoleFold.Placement { try roles.placement(marks) }

    /// Makes or changes the rows of a record of a person in a role.
    func place(_ act: RoleAct, _ marks: RecordMarks, _ placement: RoleFold.Placement, sequence: Int64) throws {
        try roles.place(act, marks, placement, sequence: sequence)
    }

    private func withdraw(_ act: Withdrawal) throws {
        guard try !roles.withdraw(act) else { return }
        try Query(.standRecord, database).run(.integer(act.record), .text(act.standing.rawValue))
        try NameWithdrawal(database, catalogue).forgetWhatCame(by: act.record)
        subjects.readAnew()
    }

    /// By what a row that waits is recognised when it is handed in again (decision 8).
    func heldMark(_ act: RecordAct) -> [UInt8] {
        press.marks(act, code: "", keyFields: keyFields(of: act.record.item)).joined
    }

    /// What became of a row that was held before; `nil` where it never was.
    func heldBefore(_ act: RecordAct) throws -> HeldState? {
        try Query(.heldByMark, database)
            .first(.bytes(heldMark(act))) { row in
                guard row.optionalInteger(0) != nil else { return .waits }
                guard case .resolution(let word) = try Entry(content: row.bytes(1)).act else { return .waits }
                return word.code == nil ? .refused : .resolved
            }
    }

    private func placeAnew(_ act: RecordAct, sequence: Int64, at: Instant) throws {
        guard let code = act.identity.code(own: act.record.subject.creditCode) else {
            throw StoreDamaged(what: "entry \(sequence)")
        }
        let marks = press.marks(act, code: code, keyFields: keyFields(of: act.record.item))
        try place(act, code: code, marks: marks, placement: placement(marks), sequence: sequence, at: at)
    }

    /// A held row becomes a record; its content stays in its own entry.
    private func resolve(_ act: Resolution, sequence: Int64) throws {
        let row = try Query(.heldBySequence, database).first(.integer(act.held)) { try Entry(content: $0.bytes(1)) }
        guard let entry = row, case .held(let waiting, _) = entry.act else { return }
        try Query(.resolveHeld, database).run(.integer(act.held), .integer(sequence))
        guard let code = act.code else { return }
        let marks = press.marks(waiting, code: code, keyFields: keyFields(of: waiting.record.item))
        try place(
            waiting,
            code: code,
            marks: marks,
            placement: placement(marks),
            sequence: act.held,
            number: sequence,
            at: entry.at
        )
    }

    /// Derives the days shown of one record anew, where there is one.
    func publishAnew(_ id: Int64) throws {
        let stored = try Query(.recordByID, database).first(.integer(id)) { try StoredRecord($0) }
        guard let stored else { return }
        let shown = PublishedDays(stored.facts, catalogue)
        try Query(.publishRecord, database).run(.integer(id), shown.waits, shown.from, shown.until)
    }

    private func keep(_ act: PairDecision, _ entry: Entry, sequence: Int64) throws {
        try Query(.putPair, database)
            .run(
                .integer(sequence),
                .text(act.source),
                .text(act.name),
                .text(act.code),
                .text(act.verdict.rawValue),
                .text(entry.actor),
                .text(act.reason),
                .integer(entry.at.microseconds)
            )
    }

    private func seal(_ seal: Seal, sequence: Int64, at: Instant) throws {
        let exists = try Query(.submissionByID, database).first(.text(seal.submission)) { _ in true } ?? false
        if !exists {
            try Query(.insertSubmission, database)
                .run(
                    .text(seal.submission),
                    .text(seal.source),
                    .text(seal.item),
                    .text(seal.template),
                    .bytes(seal.file),
                    .integer(Int64(seal.receivedOn.number)),
                    .integer(at.microseconds)
                )
            try SubmissionRow.update(seal.submission, lastRow: 0, seal.counts, first: nil, database)
        }
        try Query(.sealSubmission, database).run(.text(seal.submission), .integer(sequence), .integer(at.microseconds))
    }
}

/// The columns in which lists keep what `publication` says of a record (decision 1).
struct PublishedDays {
    let waits: Value
    let from: Value
    let until: Value

    init(_ facts: RecordFacts, _ catalogue: Catalogue) {
        let judged = publication(of: facts, catalogue: catalogue)
        waits = .integer(judged.ground == .undetermined ? 1 : 0)
        from = .optional(judged.window.map { Int64($0.from?.number ?? Int32.min) })
        until = .optional(judged.window.map { Int64($0.until?.number ?? Int32.max) })
    }
}

public import CreditCatalogue
public import CreditModel
import CreditRules
public import CreditStore
import LibCrypto

/// Takes a department's file in: checked row by row, kept chunk by chunk, sealed, then acknowledged (decisions 5, 7, 11).
public struct SubmissionDesk: Sendable {
    private let catalogue: Catalogue
    private let store: any SubmissionWriter
    private let keys: StoreKeys
    private let chunkSize: Int
    private let clock: @Sendable () -> Instant

    /// The most rows in a chunk; one chunk is one transaction (decision 7).
    public static let chunkSize = 2000

    /// A desk before a store.
    ///
    /// Smaller chunks than the usual ones are for tests: more commits, less in each.
    public init(
        catalogue: Catalogue,
        store: any SubmissionWriter,
        keys: StoreKeys,
        chunkSize: Int = SubmissionDesk.chunkSize,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.catalogue = catalogue
        self.store = store
        self.keys = keys
        self.chunkSize = min(max(chunkSize, 1), SubmissionDesk.chunkSize)
        self.clock = clock
    }

    /// What is said while a file is taken in.
    public struct Listener {
        /// A table of the file begins; its faults follow.
        public var table: (Intake) -> Void
        /// Faults as they are found, in the order of the rows of a chunk.
        public var faults: ([Fault]) -> Void
        /// How much of the file has been read, 0…1, and how many rows.
        public var progress: (Double, Int) -> Void

        /// A listener from its parts.
        public init(
            table: @escaping (Intake) -> Void = { _ in },
            faults: @escaping ([Fault]) -> Void,
            progress: @escaping (Double, Int) -> Void
        ) {
            self.table = table
            self.faults = faults
            self.progress = progress
        }
    }

    /// What became of one table of a file.
    public struct Outcome: Sendable {
        /// The table's name; empty where the file has but one table, without a name.
        public let table: String
        /// The receipt, after the commit of the seal.
        public let receipt: Receipt
        /// The receipt of the same file handed in before, where nothing was new in it.
        public let repeats: Receipt?
        /// Whether an attempt that had broken off was taken up.
        public let isResumed: Bool
        /// Rows that a layout says are no records.
        public let skipped: [LayoutRows.Skipped]
    }

    /// What became of a file: each of its known tables is a submission of its own.
    public struct HandedIn: Sendable {
        /// One outcome for each table whose headings are known; never empty.
        public let outcomes: [Outcome]
        /// The other tables.
        public let unread: [IntakeFile.UnreadTable]

        /// The counts of all tables together.
        public var counts: SubmissionCounts {
            outcomes.reduce(SubmissionCounts()) { $0 + $1.receipt.counts }
        }
    }

    /// When a file came whose taking in broke off and is done again.
    public struct Arrival: Sendable, Hashable {
        /// The day on which it counts as received.
        public var receivedOn: Day
        /// When the first attempt began: what it sealed is not handed in once more; `nil` at the first attempt.
        public var triedSince: Instant?

        /// An arrival from its parts.
        public init(receivedOn: Day, triedSince: Instant? = nil) {
            self.receivedOn = receivedOn
            self.triedSince = triedSince
        }
    }

    /// Takes a file in, table by table.
    ///
    /// `others` are files that tables of it point to, `given` what a layout asks its sender for.
    ///
    /// A file that came earlier, and whose taking in may have broken off after the seal, is handed in with its `arrival`: its
    /// tables that were sealed are checked again for their faults, and give the receipt that they have.
    ///
    /// - Throws: `IntakeProblem` where it cannot be read; what was committed before stays and is taken up at the next attempt.
    /// - Complexity: one pass over the file, one commit per 2,000 rows; memory for two chunks.
    public func submit(
        path: String,
        beside others: [String] = [],
        from department: Department,
        template: String? = nil,
        sheet: String? = nil,
        given: [String: String] = [:],
        arrival: Arrival? = nil,
        listener: Listener
    ) async throws -> HandedIn {
        let arrival = arrival ?? Arrival(receivedOn: clock().day)
        let file = try IntakeFile(
            path: path,
            beside: others,
            catalogue: catalogue,
            options: Intake.Options(
                template: template,
                department: department,
                receivedOn: arrival.receivedOn,
                personalKey: keys.personal,
                sheet: sheet,
                given: given
            )
        )
        let digest = try FileDigest.of(path: path, beside: others, given: given)
        var outcomes: [Outcome] = []
        var rows = 0
        for (place, table) in file.tables.enumerated() {
            let intake = try file.open(table)
            var own = listener
            let before = rows
            own.progress = { part, count in
                rows = before + count
                listener.progress((Double(place) + part) / Double(file.tables.count), rows)
            }
            let identity = file.hasSeveralTables ? FileDigest.of(table: table.name, of: digest) : digest
            outcomes.append(try await take(intake, identity, department, arrival, own))
        }
        return HandedIn(outcomes: outcomes, unread: file.unread)
    }

    private func take(
        _ intake: Intake,
        _ digest: [UInt8],
        _ department: Department,
        _ arrival: Arrival,
        _ listener: Listener
    ) async throws -> Outcome {
        let progress = try await store.begin(
            SubmissionStart(
                id: try SubmissionNumber.make(on: arrival.receivedOn),
                source: department.id,
                item: intake.match.item.id,
                template: intake.match.template.id,
                file: digest,
                receivedOn: arrival.receivedOn,
                at: clock(),
                triedSince: arrival.triedSince
            )
        )
        listener.table(intake)
        listener.faults(intake.fileFaults)
        try await takeRows(of: intake, progress, department, listener)
        let receipt = try await store.seal(progress.id, at: clock())
        return Outcome(
            table: intake.table.name,
            receipt: receipt,
            repeats: receipt.sealSequence == nil ? progress.earlier : nil,
            isResumed: progress.isResumed,
            skipped: intake.skipped
        )
    }

    /// Checks the next chunk while the last one is being kept.
    private func takeRows(
        of intake: Intake,
        _ progress: SubmissionProgress,
        _ department: Department,
        _ listener: Listener
    ) async throws {
        let filler = ChunkFiller(
            intake: intake,
            submission: progress,
            source: department.id,
            chunkSize: chunkSize,
            press: EntryPress(recordKey: keys.record),
            catalogue: catalogue
        )
        let told = ChunkReport(intake, on: clock().day, listener)
        var keeping: (task: Task<ChunkOutcome, any Error>, filled: ChunkFiller.Filled)?
        while let filled = try filler.next(at: clock()) {
            listener.faults(filled.faults)
            if let last = keeping { told.report(try await last.task.value, last.filled) }
            listener.progress(intake.progress, filler.rows)
            if progress.isSealed { continue }
            let store = store
            keeping = (Task { try await store.append(filled.chunk) }, filled)
        }
        if let last = keeping { told.report(try await last.task.value, last.filled) }
        listener.progress(1, filler.rows)
    }
}

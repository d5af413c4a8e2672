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
        /// Faults as they are found, in the order of the rows of a chunk.
        public var faults: ([Fault]) -> Void
        /// How much of the file has been read, 0…1, and how many rows.
        public var progress: (Double, Int) -> Void

        /// A listener from its parts.
        public init(faults: @escaping ([Fault]) -> Void, progress: @escaping (Double, Int) -> Void) {
            self.faults = faults
            self.progress = progress
        }
    }

    /// What became of a file.
    public struct Outcome: Sendable {
        /// The receipt, after the commit of the seal.
        public let receipt: Receipt
        /// The receipt of the same file handed in before, where nothing was new in it.
        public let repeats: Receipt?
        /// Whether an attempt that had broken off was taken up.
        public let isResumed: Bool
    }

    /// Takes a file in.
    ///
    /// - Throws: `IntakeProblem` where it cannot be read; what was committed before stays and is taken up at the next attempt.
    /// - Complexity: one pass over the file, one commit per 2,000 rows; memory for two chunks.
    public func submit(
        path: String,
        from department: Department,
        template: String?,
        listener: Listener
    ) async throws -> Outcome {
        let began = clock()
        let intake = try Intake(
            path: path,
            catalogue: catalogue,
            options: Intake.Options(
                template: template,
                department: department,
                receivedOn: began.day,
                personalKey: keys.personal
            )
        )
        let progress = try await store.begin(
            SubmissionStart(
                id: try SubmissionNumber.make(on: began.day),
                source: department.id,
                item: intake.match.item.id,
                template: intake.match.template.id,
                file: try FileDigest.of(path: path),
                receivedOn: began.day,
                at: began
            )
        )
        listener.faults(intake.fileFaults)
        try await takeRows(of: intake, progress, department, listener)
        let receipt = try await store.seal(progress.id, at: clock())
        return Outcome(
            receipt: receipt,
            repeats: receipt.sealSequence == nil ? progress.earlier : nil,
            isResumed: progress.isResumed
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
            let store = store
            keeping = (Task { try await store.append(filled.chunk) }, filled)
        }
        if let last = keeping { told.report(try await last.task.value, last.filled) }
        listener.progress(1, filler.rows)
    }
}

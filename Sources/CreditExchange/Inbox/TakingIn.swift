import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import Foundation
import LibCrypto

/// Takes a sealed file in and answers it; done again after a crash, it gives the same receipt (decision 8).
struct TakingIn {
    let catalogue: Catalogue
    let store: any SubmissionWriter
    let keys: StoreKeys
    let options: InboxOptions
    let clock: @Sendable () -> Instant
    let own: Folder
    let journal: HandInJournal

    /// What was found in a file, read or not.
    struct Reading {
        let findings: Findings
        var handed: SubmissionDesk.HandedIn?
        var problem: NotTaken.Reason?
        /// Rows that were read before the end, or before the file broke off.
        var rows = 0
    }

    /// Takes a file in, writes its answers into a folder, and notes that it is done.
    func run(_ note: HandIn, in folder: Folder) async throws -> (note: HandIn, reading: Reading) {
        var note = note
        let isAgain = note.triedSince != nil
        if note.triedSince == nil { note.triedSince = clock().microseconds }
        note.state = .taking
        try journal.save(note)
        let (reading, original) = try await read(note, isAgain: isAgain)
        try answer(&note, reading, original, folder)
        return (note, reading)
    }

    private func read(_ note: HandIn, isAgain: Bool) async throws -> (Reading, Descriptor?) {
        guard note.size <= options.maximumBytes else {
            return (Reading(findings: Findings(), problem: .tooLarge(options.maximumBytes)), nil)
        }
        guard let department = catalogue.departments[note.department] else {
            return (Reading(findings: Findings(), problem: .noDepartment), nil)
        }
        do {
            let original = try SealedOriginal(own, keys.originals).open(note)
            return (try await read(original, note, from: department, isAgain: isAgain), original)
        } catch SealedFile.Trouble.notGenuine {
            return (Reading(findings: Findings(), problem: .damagedHere), nil)
        }
    }

    private func read(
        _ original: Descriptor,
        _ note: HandIn,
        from department: Department,
        isAgain: Bool
    ) async throws -> Reading {
        defer { withExtendedLifetime(original) {} }
        let findings = Findings(Findings.Bounds(faults: 20_000, rows: 0, firstRows: 0))
        var reading = Reading(findings: findings)
        let desk = SubmissionDesk(
            catalogue: catalogue,
            store: store,
            keys: keys,
            chunkSize: options.chunkSize,
            clock: clock
        )
        var rows = 0
        let listener = SubmissionDesk.Listener(
            table: { findings.begin($0) },
            faults: { findings.add($0) },
            progress: { rows = max(rows, $1) }
        )
        do {
            reading.handed = try await desk.submit(
                path: original.path,
                from: department,
                template: note.template,
                arrival: SubmissionDesk.Arrival(
                    receivedOn: Instant(microseconds: note.claimedAt).day,
                    triedSince: isAgain ? note.triedSince.map { Instant(microseconds: $0) } : nil
                ),
                listener: listener
            )
        } catch let problem as IntakeProblem {
            reading.problem = .unreadable(problem)
        }
        reading.rows = rows
        return reading
    }

    private func answer(_ note: inout HandIn, _ reading: Reading, _ original: Descriptor?, _ folder: Folder) throws {
        let done = clock()
        note.deleteAt = done.microseconds + Int64(options.keepDays) * 86_400_000_000
        note.submissions = reading.handed?.outcomes.map(\.receipt.submission) ?? []
        let counts = reading.handed?.counts ?? SubmissionCounts()
        note.counts = [counts.rows, counts.admitted, counts.refused, counts.held]
        note.refusal = reading.problem?.code
        let desk = AnswerDesk(
            catalogue: catalogue,
            keys: keys,
            own: own,
            folder: folder,
            journal: journal,
            today: done.day
        )
        try desk.put(&note, reading, original)
        note.state = .done
        note.doneAt = done.microseconds
        try journal.save(note)
    }
}

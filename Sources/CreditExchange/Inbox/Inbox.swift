public import CreditCatalogue
public import CreditModel
public import CreditStore
import LibCrypto

/// A folder into which departments put their files, one folder for each: `DIR/市场监督管理局/许可.xlsx`.
///
/// A file that has come to rest is sealed and taken out of sight, taken in, and answered beside where it lay; the sealed original
/// is deleted a set time later. A kill at any moment neither loses a file nor takes it in twice: what is to be done next is on
/// the disk before it is done.
public struct Inbox: Sendable {
    private let directory: String
    private let catalogue: Catalogue
    private let store: any SubmissionWriter
    private let keys: StoreKeys
    private let options: InboxOptions
    private let clock: @Sendable () -> Instant
    private let listener: @Sendable (InboxEvent) -> Void
    private let memory = InboxMemory()

    /// An inbox before a store; `listener` is told what happens, from any thread.
    public init(
        directory: String,
        catalogue: Catalogue,
        store: any SubmissionWriter,
        keys: StoreKeys,
        options: InboxOptions = InboxOptions(),
        clock: @escaping @Sendable () -> Instant,
        listener: @escaping @Sendable (InboxEvent) -> Void = { _ in }
    ) {
        self.directory = directory
        self.catalogue = catalogue
        self.store = store
        self.keys = keys
        self.options = options
        self.clock = clock
        self.listener = listener
    }

    /// Works on what is whole by now, and ends.
    ///
    /// - Throws: `InboxTrouble.noFolder` and `.inUse`.
    @discardableResult
    public func once() async throws -> InboxTally {
        let (work, found) = try look(mayMake: true)
        return await withTaskGroup(of: InboxTally.self) { group in
            var tally = found
            var rest = work[...]
            for _ in 0..<InboxOptions.parallel {
                if let next = rest.popFirst() { group.addTask { await process(next) } }
            }
            while let done = await group.next() {
                tally = tally + done
                if let next = rest.popFirst() { group.addTask { await process(next) } }
            }
            return tally
        }
    }

    /// Works until the task is cancelled, with threads of its own; what is wrong is told once, and it goes on.
    public func run(every pause: Duration = .seconds(2)) async {
        await withTaskExecutorPreference(WorkerThreads(count: InboxOptions.parallel + 1)) {
            await withDiscardingTaskGroup { group in
                var isFirst = true
                while !Task.isCancelled {
                    let work = (try? look(mayMake: isFirst))?.work ?? []
                    isFirst = isFirst && memory.lock == nil
                    for next in work where memory.begin(next.department) {
                        group.addTask {
                            _ = await process(next)
                            memory.end(next.department)
                        }
                    }
                    try? await Task.sleep(for: pause)
                }
            }
        }
    }

    /// What is to be done, who waits longest first; old originals are deleted on the way.
    private func look(mayMake: Bool) throws -> (work: [DepartmentWork], tally: InboxTally) {
        let now = clock()
        do {
            let root = try Folder(path: directory)
            let lock = try hold(root, mayMake: mayMake)
            var scan = InboxScan(
                root,
                lock,
                catalogue: catalogue,
                wholeness: Wholeness(settle: options.settleSeconds, patience: options.brokenSeconds),
                memory: memory,
                now: now
            )
            try scan.run()
            deleteOld(lock, now: now)
            if memory.isOver({ if case .noFolder = $0 { true } else { false } }) { listener(.reachable) }
            memory.isOver { trouble in
                switch trouble {
                case .closed, .unknownFolder, .leftAlone, .noteDamaged: !scan.troubles.contains(trouble)
                case .noFolder, .inUse: true
                case .stuck: false
                }
            }
            for trouble in scan.troubles { tell(trouble) }
            var tally = InboxTally()
            tally.waiting = scan.waiting
            tally.troubles = scan.troubles.count
            return (scan.work.values.sorted { ($0.since, $0.department) < ($1.since, $1.department) }, tally)
        } catch is SystemTrouble {
            memory.lock = nil
            tell(.noFolder(directory))
            throw InboxTrouble.noFolder(directory)
        } catch let trouble as InboxTrouble {
            tell(trouble)
            throw trouble
        }
    }

    private func hold(_ root: Folder, mayMake: Bool) throws -> InboxLock {
        if let lock = memory.lock, try lock.holds(root) { return lock }
        memory.lock = nil
        guard let lock = try InboxLock(root, mayMake: mayMake) else { throw InboxTrouble.inUse(directory) }
        memory.lock = lock
        return lock
    }

    private func tell(_ trouble: InboxTrouble) {
        if memory.isNew(trouble) { listener(.trouble(trouble)) }
    }

    private func deleteOld(_ lock: InboxLock, now: Instant) {
        for note in lock.journal.live where note.state == .done {
            guard let at = note.deleteAt, at <= now.microseconds else { continue }
            delete(note, lock, now)
        }
    }

    private func delete(_ note: HandIn, _ lock: InboxLock, _ now: Instant) {
        var note = note
        note.deletedAt = now.microseconds
        do {
            try lock.own.remove(note.originalName)
            try lock.own.sync()
            try lock.journal.save(note)
            listener(.deleted(id: note.id))
        } catch {
            tell(.stuck(id: note.id, .system(error.number)))
        }
    }

    /// One file after the other.
    private func process(_ work: DepartmentWork) async -> InboxTally {
        var tally = InboxTally()
        guard let lock = memory.lock else { return tally }
        let secret = keys.originals
        for seen in work.resumed where !Task.isCancelled {
            await attempt(seen.id, &tally) {
                // It may have been answered since it was looked at.
                guard let note = lock.journal.note(seen.id), note.state != .done else { return nil }
                let folder = try folder(of: note)
                let claim = Claim(own: lock.own, journal: lock.journal, secret: secret, now: clock())
                guard let kept = try claim.finish(note, in: folder) else { return nil }
                return try await take(kept, folder, lock)
            }
        }
        for candidate in work.files where !Task.isCancelled {
            await attempt(candidate.place.shown, &tally) {
                let claim = Claim(own: lock.own, journal: lock.journal, secret: secret, now: clock())
                let claimed: HandIn?
                do {
                    claimed = try claim.take(candidate)
                } catch let trouble as SystemTrouble where trouble.isRefusal {
                    tell(.closed(folder: candidate.place.shown))
                    var refused = InboxTally()
                    refused.troubles = 1
                    return refused
                }
                guard let kept = claimed else { return nil }
                return try await take(kept, candidate.place.folder, lock)
            }
        }
        return tally
    }

    private func folder(of note: HandIn) throws -> Folder {
        do throws(SystemTrouble) {
            var folder = try Folder(path: directory)
            for name in note.folder { folder = try folder.folder(FileName(name)) }
            return folder
        } catch {
            throw InboxTrouble.stuck(id: note.id, .folderGone)
        }
    }

    private func take(_ note: HandIn, _ folder: Folder, _ lock: InboxLock) async throws -> InboxTally {
        let taking = TakingIn(
            catalogue: catalogue,
            store: store,
            keys: keys,
            options: options,
            clock: clock,
            own: lock.own,
            journal: lock.journal
        )
        let (done, reading) = try await taking.run(note, in: folder)
        var tally = InboxTally()
        if let problem = reading.problem {
            tally.notTaken = 1
            listener(.notTaken(id: done.id, department: done.department, reason: problem.message))
        } else {
            tally.taken = 1
            tally.counts = reading.handed?.counts ?? SubmissionCounts()
            listener(
                .taken(
                    id: done.id,
                    department: done.department,
                    submissions: done.submissions,
                    counts: tally.counts
                )
            )
        }
        if let at = done.deleteAt, at <= clock().microseconds { delete(done, lock, clock()) }
        return tally
    }

    /// Does something for a file; what keeps it back is told once, and it is tried again later.
    private func attempt(_ id: String, _ tally: inout InboxTally, _ body: () async throws -> InboxTally?) async {
        do {
            guard let done = try await body() else { return }
            tally = tally + done
            memory.forget(id)
            memory.isOver { if case .stuck(id, _) = $0 { true } else { false } }
        } catch is CancellationError {
            return
        } catch {
            tally.troubles += 1
            let wait = Int64(options.retrySeconds * 1e6)
            memory.retry(id, at: Instant(microseconds: clock().microseconds + wait))
            switch error {
            case let trouble as InboxTrouble: tell(trouble)
            case let trouble as SystemTrouble: tell(.stuck(id: id, .system(trouble.number)))
            case SealedFile.Trouble.system(let number): tell(.stuck(id: id, .system(number)))
            default: tell(.stuck(id: id, .store))
            }
        }
    }
}

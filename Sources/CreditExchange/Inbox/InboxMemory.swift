import CreditModel
import Synchronization

/// What an inbox remembers from round to round and need not survive the process.
final class InboxMemory: Sendable {
    private struct State: Sendable {
        var said: Set<InboxTrouble> = []
        var busy: Set<String> = []
        var retries: [String: Instant] = [:]
        var seen: [String: [FileName: Seen]] = [:]
        var lock: InboxLock?
    }

    /// A version of a file, and when it was first seen; whether it was found to be a copy that we wrote.
    struct Seen: Sendable {
        let mark: FileMark
        let at: Instant
        var isOurs = false
    }

    private let state = Mutex(State())

    /// The lock that is held, for as long as its folder is the same.
    var lock: InboxLock? {
        get { state.withLock { $0.lock } }
        set { state.withLock { $0.lock = newValue } }
    }

    /// Whether a trouble is new.
    func isNew(_ trouble: InboxTrouble) -> Bool { state.withLock { $0.said.insert(trouble).inserted } }

    /// Troubles of a kind are over; gives whether there was one.
    @discardableResult
    func isOver(_ which: (InboxTrouble) -> Bool) -> Bool {
        state.withLock { state in
            let before = state.said.count
            state.said = state.said.filter { !which($0) }
            return state.said.count < before
        }
    }

    /// Begins work for a department, unless somebody does, or enough is done at once.
    func begin(_ department: String) -> Bool {
        state.withLock { state in
            guard state.busy.count < InboxOptions.parallel else { return false }
            return state.busy.insert(department).inserted
        }
    }

    func end(_ department: String) { state.withLock { _ = $0.busy.remove(department) } }

    /// Whether a file's turn has come again.
    func mayTry(_ id: String, now: Instant) -> Bool { state.withLock { ($0.retries[id] ?? now) <= now } }

    func retry(_ id: String, at: Instant) { state.withLock { $0.retries[id] = at } }

    func forget(_ id: String) { state.withLock { $0.retries[id] = nil } }

    /// Since when a version of a file is there.
    func seen(_ name: FileName, in path: String, _ mark: FileMark, now: Instant) -> Seen {
        state.withLock { state in
            if let known = state.seen[path]?[name], known.mark == mark { return known }
            let seen = Seen(mark: mark, at: now)
            state.seen[path, default: [:]][name] = seen
            return seen
        }
    }

    /// A version of a file was found to be ours.
    func isOurs(_ name: FileName, in path: String) { state.withLock { $0.seen[path]?[name]?.isOurs = true } }

    /// What is not in a folder any more need not be remembered.
    func keep(_ names: Set<FileName>, in path: String) {
        state.withLock { state in
            guard let known = state.seen[path], known.count > names.count else { return }
            state.seen[path] = known.filter { names.contains($0.key) }
        }
    }
}

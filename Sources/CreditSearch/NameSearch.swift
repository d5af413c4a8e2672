public import CreditModel
public import CreditStore
import Synchronization

/// Finds organisations by name, pinyin or code, in memory; alive to what other processes hand in.
///
/// ```swift
/// let search = NameSearch(store: store, snapshot: "store.sqlite.names", clock: clock)
/// let outcome = try await search.find("鑫源商贸", limit: 10, today: today)
/// ```
///
/// Many may search at once. A search looks at the store no oftener than every quarter of a second, and waits for what is new
/// only where nobody has looked for a second.
public final class NameSearch: Sendable {
    private struct State {
        var index: NameIndex?
        /// Which reading of the store it comes from.
        var reading = 0
        /// When the store was asked, in microseconds.
        var checked: Int64?
        var scratches: [[Scratch]] = []
    }

    private let state = Mutex(State())
    private let refresher: IndexRefresher?
    private let interval: Int64
    private let clock: @Sendable () -> Instant

    /// A search over a store's names; nothing is read before the first query.
    ///
    /// - Parameters:
    ///   - store: Whose names.
    ///   - snapshot: The path of the copy on disk; `nil` for none.
    ///   - interval: For how many microseconds what was read counts as new.
    ///   - clock: What time it is.
    ///   - brandStart: How many folded units of a name are its place.
    public init(
        store: any NameFeed,
        snapshot: String? = nil,
        interval: Int64 = 250_000,
        clock: @escaping @Sendable () -> Instant,
        brandStart: @escaping @Sendable (String) -> Int = { _ in 0 }
    ) {
        refresher = IndexRefresher(store: store, file: snapshot.map { SnapshotFile(path: $0) }, brandStart: brandStart)
        self.interval = interval
        self.clock = clock
    }

    /// A search over a list that never changes.
    public init(_ index: NameIndex) {
        refresher = nil
        interval = 0
        clock = { Instant(microseconds: 0) }
        state.withLock { $0.index = index }
    }

    /// The best matches, each organisation once; an exact name or code comes first.
    ///
    /// A sole trader is found only by its code or its exact trade name (limit 1), nobody by a name that was withdrawn, and
    /// nobody of whom nothing is shown on the day.
    /// - Parameters:
    ///   - query: What somebody wrote.
    ///   - limit: At most so many.
    ///   - today: The day on which they must be shown.
    ///   - isTyping: Whether it is asked while somebody types: then a sole trader is not found at all (limit 1).
    /// - Returns: What matched, best first, and what to say beside it.
    /// - Throws: What the store throws while what is new is read.
    /// - Complexity: see `docs/performance.md`; under a millisecond at 200,000 names.
    public func find(
        _ query: String,
        limit: Int,
        today: Day,
        isTyping: Bool = false
    ) async throws -> SearchOutcome {
        let index = try await current(today)
        var scratches = state.withLock { $0.scratches.popLast() } ?? []
        let outcome = index.search(query, limit: limit, today: today.number, isTyping: isTyping, &scratches)
        state.withLock { $0.scratches.append(scratches) }
        return outcome
    }

    /// How many names can be found, and the bytes that they take.
    public func size(today: Day) async throws -> (names: Int, bytes: Int) {
        let index = try await current(today)
        return (index.count, index.byteCount)
    }

    /// Looks at the store again and again until the task is cancelled, so that no search waits.
    public func keepFresh(today: @escaping @Sendable () -> Day) async {
        while !Task.isCancelled {
            _ = try? await refresh(today())
            try? await Task.sleep(for: .microseconds(interval))
        }
        await refresher?.save()
    }

    private func current(_ today: Day) async throws -> NameIndex {
        let known = state.withLock { (index: $0.index, checked: $0.checked) }
        guard let refresher else { return known.index ?? NameIndex() }
        if let index = known.index, let checked = known.checked {
            // A clock that was set back tells nothing.
            let age = clock().microseconds - checked
            if age >= 0, age < interval { return index }
            // While somebody else is reading what is new, what was known a moment ago will do.
            if age >= 0, age < 1_000_000, interval > 0, await refresher.isBusy { return index }
        }
        return try await refresh(today)
    }

    private func refresh(_ today: Day) async throws -> NameIndex {
        guard let refresher else { return state.withLock { $0.index } ?? NameIndex() }
        let asked = clock()
        let (index, reading) = try await refresher.refresh(today: today)
        return state.withLock { state in
            // Two readings may end in the other order.
            guard reading >= state.reading else { return state.index ?? index }
            state.index = index
            state.reading = reading
            state.checked = max(state.checked ?? 0, asked.microseconds)
            return index
        }
    }
}

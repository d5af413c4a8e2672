import CreditModel
import CreditStore

/// Makes the index and keeps it up with the store; one at a time.
actor IndexRefresher {
    private static let subjectsARead = 5_000
    private static let entriesARead = 5_000
    /// So many entries more than the copy on disk holds make it worth writing anew.
    private static let entriesASave: Int64 = 20_000

    private let store: any NameFeed
    private let file: SnapshotFile?
    private let brandStart: @Sendable (String) -> Int
    private var index = NameIndex()
    private var state: NameFeedState?
    private var saved: Int64 = -1
    private var work: Task<NameIndex, any Error>?
    /// How many readings were begun.
    private var begun = 0

    init(store: any NameFeed, file: SnapshotFile?, brandStart: @escaping @Sendable (String) -> Int) {
        self.store = store
        self.file = file
        self.brandStart = brandStart
    }

    /// Whether it is reading.
    var isBusy: Bool { work != nil }

    /// The index as the store was when it was asked for, or later; those who ask while one reads share what the next brings.
    ///
    /// - Returns: The index, and the number of the reading that brought it.
    func refresh(today: Day) async throws -> (index: NameIndex, reading: Int) {
        let wanted = begun + 1
        while let going = work {
            let number = begun
            let index = try await going.value
            if number >= wanted { return (index, number) }
        }
        begun += 1
        let own = begun
        let task = Task {
            defer { work = nil }
            return try await catchUp(today)
        }
        work = task
        return (try await task.value, own)
    }

    /// Writes the copy on disk where it is behind.
    func save() async {
        guard let file, let state, state.sequence > saved else { return }
        guard let leaf = try? await store.leaf(of: state.sequence) else { return }
        let origin = NameSnapshot.Origin(sequence: state.sequence, leaf: leaf, catalogue: state.catalogue)
        file.write(NameSnapshot(origin: origin, index: index))
        saved = state.sequence
    }

    private func catchUp(_ today: Day) async throws -> NameIndex {
        let now = try await store.nameFeedState()
        if state == nil { try await load(now) }
        // Days shown are derived anew under another catalogue, and a store that went back is another store.
        if state.map({ $0.catalogue != now.catalogue || $0.sequence > now.sequence }) ?? true {
            try await build(now, today)
        }
        try await follow(now, today)
        if let state, state.sequence - saved >= IndexRefresher.entriesASave || saved < 0 { await save() }
        index.ledgerSize = state?.sequence
        return index
    }

    /// Takes the copy on disk, where it belongs to this store.
    private func load(_ now: NameFeedState) async throws {
        guard let snapshot = file?.read(), snapshot.origin.catalogue == now.catalogue,
            snapshot.origin.edition == NameSnapshot.edition,
            snapshot.origin.sequence <= now.sequence,
            try await store.leaf(of: snapshot.origin.sequence) == snapshot.origin.leaf
        else { return }
        index = snapshot.index
        state = NameFeedState(sequence: snapshot.origin.sequence, catalogue: now.catalogue)
        saved = snapshot.origin.sequence
    }

    private func build(_ now: NameFeedState, _ today: Day) async throws {
        var builder = SegmentBuilder(brandStart: brandStart)
        var last: Int64 = 0
        while true {
            let subjects = try await store.namedSubjects(after: last, limit: IndexRefresher.subjectsARead, today: today)
            guard let end = subjects.last else { break }
            for subject in subjects { if let names = SubjectNames(subject) { builder.add(names) } }
            last = end.id
        }
        index = NameIndex(builder.count == 0 ? [] : [NameIndex.Segment(names: builder.build())])
        state = now
        saved = -1
    }

    private func follow(_ now: NameFeedState, _ today: Day) async throws {
        while let known = state, known.sequence < now.sequence {
            let changes = try await store.namedSubjects(
                touchedSince: known.sequence,
                limit: IndexRefresher.entriesARead,
                today: today
            )
            guard changes.upTo > known.sequence else { return }
            index = index.with(changes.subjects.map { SubjectNames(touched: $0) }, brandStart: brandStart)
            state = NameFeedState(sequence: changes.upTo, catalogue: known.catalogue)
        }
    }
}

extension SubjectNames {
    /// What the index keeps of an organisation; `nil` where it is not to be found at all.
    init?(_ subject: NamedSubject) {
        self.init(touched: subject)
        if names.isEmpty { return nil }
    }

    /// The same, without names where it is not to be found: what the index knew of it is then forgotten.
    init(touched subject: NamedSubject) {
        let all = (subject.name.map { [Name($0)] } ?? []) + subject.formerNames.map { Name($0, isFormer: true) }
        self.init(
            id: subject.id,
            key: subject.key,
            registrationNumber: subject.registrationNumber,
            kind: subject.kind,
            findableUntil: subject.shownUntil?.number ?? .min,
            names: subject.shownUntil == nil ? [] : all
        )
    }
}

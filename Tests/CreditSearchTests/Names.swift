import CreditModel
import CreditStore

/// A feed of names in memory, to which others may add while a search stands.
actor Names: NameFeed {
    /// The day on which the tests search.
    static let today = Day(number: 20_000)
    /// A clock that stands.
    static let clock: @Sendable () -> Instant = { Instant(microseconds: 0) }

    private var subjects: [Int64: NamedSubject] = [:]
    private var touches: [Int64] = []
    private var catalogue: [UInt8] = [1]
    private(set) var wholeReads = 0
    /// Told apart from another store with as many entries.
    private let salt: UInt8

    init(salt: UInt8 = 0) { self.salt = salt }

    /// Gives an organisation a name; a later one makes the earlier former.
    func give(
        _ name: String,
        to id: Int64,
        kind: SubjectKind = .enterprise,
        code: String? = nil,
        shownUntil: Day? = Day(number: .max)
    ) {
        let known = subjects[id]
        let former = ([known?.name].compactMap(\.self) + (known?.formerNames ?? [])).filter { $0 != name }
        subjects[id] = NamedSubject(
            id: id,
            key: code ?? known?.key ?? "KEY\(id)",
            registrationNumber: id < 10 ? "22040000000000\(id)" : nil,
            kind: kind,
            name: name,
            formerNames: former,
            shownUntil: shownUntil
        )
        touches.append(id)
    }

    /// Nothing of an organisation is shown any more, or its name was withdrawn.
    func hide(_ id: Int64, nameAlone: Bool = false) {
        guard let known = subjects[id] else { return }
        subjects[id] = NamedSubject(
            id: id,
            key: known.key,
            registrationNumber: known.registrationNumber,
            kind: known.kind,
            name: nameAlone ? nil : known.name,
            formerNames: known.formerNames,
            shownUntil: nameAlone ? known.shownUntil : nil
        )
        touches.append(id)
    }

    /// A later version of the store gives an organisation no name any more, though no entry came.
    func unlearn(_ id: Int64) {
        hide(id)
        touches.removeLast()
    }

    func changeCatalogue() { catalogue[0] += 1 }

    func nameFeedState() -> NameFeedState { NameFeedState(sequence: Int64(touches.count), catalogue: catalogue) }

    func leaf(of sequence: Int64) -> [UInt8]? {
        sequence > 0 && sequence <= touches.count ? [salt, UInt8(truncatingIfNeeded: sequence)] : nil
    }

    func namedSubjects(after id: Int64, limit: Int, today: Day) async -> [NamedSubject] {
        if id == 0 { wholeReads += 1 }
        await Task.yield()
        return Array(subjects.values.filter { $0.id > id }.sorted { $0.id < $1.id }.prefix(limit))
    }

    func namedSubjects(touchedSince sequence: Int64, limit: Int, today: Day) async -> NameChanges {
        await Task.yield()
        let new = touches.dropFirst(Int(sequence)).prefix(limit)
        return NameChanges(
            subjects: Set(new).sorted().compactMap { subjects[$0] },
            upTo: sequence + Int64(new.count)
        )
    }
}

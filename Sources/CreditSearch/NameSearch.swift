import CreditModel
public import CreditStore

/// Finds organisations by code or by a part of their name.
///
/// It holds the names in memory and reads on from the last sequence number before each query, so what another process handed
/// in is found without a restart.
public actor NameSearch {
    private let store: any SubjectDirectory
    private var shelf = NameShelf()

    /// A search over a store's names; nothing is read before the first query.
    public init(store: any SubjectDirectory) {
        self.store = store
    }

    /// The best matches: an exact code or name first, then names that begin with the query, then names that hold it.
    ///
    /// A sole trader is found only by its code or its exact trade name (limit 1).
    /// - Complexity: one indexed look-up for new names; one pass over the bytes of all names.
    public func find(_ query: String, limit: Int) async throws -> SearchOutcome {
        try await catchUp()
        let folded = NameFolding.fold(query)
        guard folded.count >= 2 else { return SearchOutcome(hits: [], note: .tooShort) }
        if let hit = try await byCode(folded) { return SearchOutcome(hits: [hit], note: .complete) }
        let found = shelf.find(folded)
        let hits = Array(found.prefix(limit))
        let note: SearchOutcome.Note = found.isEmpty ? .nothingFound : found.count > limit ? .more : .complete
        return SearchOutcome(hits: hits, note: note)
    }

    private func byCode(_ folded: String) async throws -> SearchHit? {
        let key = folded.filter { $0 != " " && $0 != "-" }
        guard key.utf8.count >= 13, key.utf8.allSatisfy({ $0 < 0x80 }), let subject = try await store.subject(key: key)
        else {
            return nil
        }
        return SearchHit(
            key: subject.publicKey,
            kind: subject.kind,
            name: subject.name,
            matchedName: "",
            matched: 0..<0,
            why: .code
        )
    }

    private func catchUp() async throws {
        while true {
            let names = try await store.names(since: shelf.lastSequence, limit: 20_000)
            shelf.add(names)
            if names.count < 20_000 { return }
        }
    }
}

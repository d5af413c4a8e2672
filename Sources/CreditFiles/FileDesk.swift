public import CreditCatalogue
public import CreditModel
import CreditRules
public import CreditStore

/// Makes public files and entries from what the store holds: the only way from a stored record to a visitor's eye.
public struct FileDesk: Sendable {
    /// The law as data.
    public let catalogue: Catalogue
    private let store: any CreditReader
    private let entries: EntryWriter

    /// A desk over a store.
    public init(catalogue: Catalogue, store: any CreditReader) {
        self.catalogue = catalogue
        self.store = store
        entries = EntryWriter(catalogue)
    }

    /// The public file of a code, or `nil` where there is none.
    ///
    /// An organisation of which nothing may be shown today has none, whatever day is asked for: that it is known at all is not
    /// told (limit 10).
    /// - Complexity: one read transaction, two indexed look-ups and the rows of the file.
    public func file(key: String, on: Day, today: Day) async throws -> CreditFile? {
        guard let stored = try await store.file(key: key), isAnythingShown(of: stored, today) else { return nil }
        var bySection: [String: [FileEntry]] = [:]
        for record in stored.records.reversed() {
            guard let entry = entries.entry(record, of: stored.subject.kind, on: on, today: today, corrected: []),
                let section = catalogue.item(entry.item)?.section
            else { continue }
            bySection[section, default: []].append(entry)
        }
        return CreditFile(
            subject: PublicSubject(stored.subject, catalogue),
            on: on,
            today: today,
            sections: catalogue.sections.map { CreditFile.Section(section: $0, entries: bySection[$0.id] ?? []) },
            head: stored.head
        )
    }

    private func isAnythingShown(of stored: StoredFile, _ today: Day) -> Bool {
        stored.records.contains { entries.isShown($0, of: stored.subject.kind, on: today, today: today) }
    }

    /// One entry with its subject, or `nil` where there is none or a visitor may not see it.
    ///
    /// Three indexed look-ups.
    public func entry(_ id: Int64, today: Day) async throws -> (subject: PublicSubject, entry: FileEntry)? {
        guard let record = try await store.record(id), let subject = try await store.subject(id: record.subject) else {
            return nil
        }
        let history = try await store.history(of: id)
        return entries.entry(record, of: subject.kind, on: today, today: today, corrected: history)
            .map { (PublicSubject(subject, catalogue), $0) }
    }

    /// One page of a public list.
    ///
    /// One indexed range and two look-ups a row.
    public func list(_ query: ListQuery) async throws -> PublicList {
        let page = try await store.page(query)
        let rows = page.rows.compactMap { row in
            // The columns say that it is shown; `disclose` has the last word.
            entries.entry(row.record, of: row.subject.kind, on: query.today, today: query.today, corrected: [])
                .map { (PublicSubject(row.subject, catalogue), $0) }
        }
        return PublicList(rows: rows, next: page.next, pin: page.pin)
    }
}

/// One page of a public list (双公示).
public struct PublicList: Sendable {
    /// The entries with their subjects, latest decision first.
    public let rows: [(subject: PublicSubject, entry: FileEntry)]
    /// The cursor of the next page, or `nil` on the last.
    public let next: ListCursor?
    /// The ledger's size that the list is pinned to.
    public let pin: Int64

    /// A page from its parts.
    public init(rows: [(subject: PublicSubject, entry: FileEntry)], next: ListCursor?, pin: Int64) {
        self.rows = rows
        self.next = next
        self.pin = pin
    }
}

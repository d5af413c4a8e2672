public import CreditCatalogue
public import CreditModel
public import CreditStore

/// Makes public files and entries from what the store holds: the only way from a stored record to a visitor's eye.
public struct FileDesk: Sendable {
    /// The law as data.
    public let catalogue: Catalogue
    private let store: any CreditReader

    /// A desk over a store.
    public init(catalogue: Catalogue, store: any CreditReader) {
        self.catalogue = catalogue
        self.store = store
    }

    /// The public file of a code, or `nil` where there is none. Two indexed look-ups and the rows of the file.
    public func file(key: String, on: Day, today: Day) async throws -> CreditFile? { nil }

    /// One entry with its subject, or `nil` where there is none or a visitor may not see it.
    public func entry(_ id: Int64, today: Day) async throws -> (subject: PublicSubject, entry: FileEntry)? { nil }

    /// One page of a public list.
    public func list(_ query: ListQuery) async throws -> PublicList { PublicList(rows: [], next: nil, pin: 0) }
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

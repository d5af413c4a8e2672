public import CreditCatalogue

/// By which fields the records of an item are told apart, and which of them is its document's number (decision 6).
public struct KeyFields: Sendable, Hashable {
    /// The catalogue's ids of the fields, in its order.
    public let ids: [String]
    /// The one that holds the document's number, where one does.
    public let document: String?

    /// Key fields from their parts; a document's number that is none of them does not count.
    public init(_ ids: [String], document: String? = nil) {
        self.ids = ids
        self.document = document.flatMap { ids.contains($0) ? $0 : nil }
    }

    /// The key fields of an item; none where there is no item.
    public init(_ item: Item?) {
        self.init(item?.keyFields ?? [], document: item?.roles.documentNumber)
    }
}

public import CreditModel

/// One clause of the plan: its words, who answers for it, what serves it and what is still to come.
public struct Clause: Sendable, Hashable {
    /// `2.5`.
    public let id: String
    /// What it is called.
    public let title: Bilingual
    /// The plan's own words, in full.
    public let text: Bilingual
    /// The departments that the plan names, by id; empty where all are meant.
    public let responsible: [String]
    /// Whether the plan means all member departments.
    public let isForEveryone: Bool
    /// What serves it beside items.
    public let served: [Service]
    /// What is still to come.
    public let awaits: [Bilingual]
    /// Why no kind of record serves it, where none does.
    public let withoutItems: Bilingual?

    /// Something that serves a clause beside records.
    public struct Service: Sendable, Hashable {
        /// What it is.
        public let what: Bilingual
        /// The portal's path where it can be seen, where there is one: `/rules`.
        public let page: String?

        /// A service from its parts.
        public init(what: Bilingual, page: String?) {
            self.what = what
            self.page = page
        }
    }

    /// A clause from its parts.
    public init(
        id: String,
        title: Bilingual,
        text: Bilingual,
        responsible: [String],
        isForEveryone: Bool,
        served: [Service],
        awaits: [Bilingual],
        withoutItems: Bilingual?
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.responsible = responsible
        self.isForEveryone = isForEveryone
        self.served = served
        self.awaits = awaits
        self.withoutItems = withoutItems
    }

    /// The id of the part it stands in: what stands before the first dot.
    public var part: String { id.split(separator: ".", maxSplits: 1).first.map(String.init) ?? id }
}

public import CreditCatalogue
public import CreditModel

/// What is the same for all rows of one sheet: the item, how its columns fill the fields, who sends, on which day.
public struct AdmissionContext: Sendable {
    /// The law as data.
    public let catalogue: Catalogue
    /// The item the rows are records of.
    public let item: Item
    /// For each column of the sheet its heading as sent and the place of the field it fills, where it fills one.
    public let columns: [Column]
    /// Values of fields that the layout has no column for, by the field's place.
    public let constants: [Int: String]
    /// The department that hands in; `nil` where a file is only checked.
    public let source: Department?
    /// The day on which the sheet is received.
    public let receivedOn: Day

    /// One column of the sheet.
    public struct Column: Sendable, Hashable {
        /// The heading as sent.
        public let heading: String
        /// The place in `item.fields` of the field it fills; `nil` for a column that is left out.
        public let field: Int?

        /// A column from its parts.
        public init(heading: String, field: Int?) {
            self.heading = heading
            self.field = field
        }
    }

    /// A context from its parts.
    public init(
        catalogue: Catalogue,
        item: Item,
        columns: [Column],
        constants: [Int: String],
        source: Department?,
        receivedOn: Day
    ) {
        self.catalogue = catalogue
        self.item = item
        self.columns = columns
        self.constants = constants
        self.source = source
        self.receivedOn = receivedOn
    }
}

/// What becomes of a row.
public enum RowOutcome: Sendable {
    /// Every check held, or only warned: a typed record.
    case admitted(CreditRecord)
    /// The same for an item on persons in a role: a record of another type, which nothing public can be made of.
    case inRole(RoleRecord)
    /// Fit to be a record, but nobody can say of whom: it waits at the conflict desk (decision 4).
    case held(CreditRecord)
    /// At least one fault refuses it.
    case refused

    /// Whether the row goes into the store, be it to wait there.
    public var isKept: Bool { if case .refused = self { false } else { true } }
}

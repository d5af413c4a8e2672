public import CreditModel

/// A layout in which files of an item come: headings and the fields they fill.
public struct Template: Sendable, Hashable {
    /// `licence-2018`.
    public let id: String
    /// What it is called.
    public let name: Bilingual
    /// Its columns in order.
    public let columns: [Column]
    /// Values of fields that the layout has no column for, by field id: `{source: …}`.
    public let constants: [String: String]
    /// Whether the sheet is one of natural persons, and so refused whole.
    public let isForNaturalPersons: Bool
    /// The place of a column by each of its headings as `Heading.normalised` leaves it: rows of headings are looked up in it.
    let places: [String: Int]

    /// A column of a layout.
    public struct Column: Sendable, Hashable {
        /// The heading as written.
        public let heading: String
        /// Other spellings of it.
        public let variants: [String]
        /// The id of the field it fills, or `nil` for a column that is known and left out on purpose.
        public let field: String?

        /// A column from its parts.
        public init(heading: String, variants: [String], field: String?) {
            self.heading = heading
            self.variants = variants
            self.field = field
        }
    }

    /// A layout from its parts.
    public init(
        id: String,
        name: Bilingual,
        columns: [Column],
        constants: [String: String],
        isForNaturalPersons: Bool
    ) {
        self.id = id
        self.name = name
        self.columns = columns
        self.constants = constants
        self.isForNaturalPersons = isForNaturalPersons
        var places: [String: Int] = [:]
        for (position, column) in columns.enumerated() {
            for heading in [column.heading] + column.variants { places[Heading.normalised(heading)] = position }
        }
        self.places = places
    }
}

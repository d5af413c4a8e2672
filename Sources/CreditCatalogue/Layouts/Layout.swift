public import CreditModel

/// How a department's own export becomes rows of an item, written as data in `layouts/`: no Swift, and nothing for the sender to retype.
///
/// A template is a form of the platform; a layout is the form that somebody else's system writes. It may lie over several tables
/// that belong together, such as a sheet of licences and the register of enterprises that it points to.
public struct Layout: Sendable, Hashable {
    /// Its id, which no template has: `discharge-licences`.
    public let id: String
    /// What it is called.
    public let name: Bilingual
    /// What its rows are.
    public let content: Content
    /// The ids of the departments whose export it is; empty where it does not matter.
    public let departments: [String]
    /// Its tables, the main one first: each of its rows is a record.
    public let tables: [Table]
    /// How rows of the main table find theirs in the others.
    public let joins: [Join]
    /// Which field is filled from where.
    public let columns: [Column]
    /// Values of fields that are the same for every file, by field id.
    public let constants: [String: String]
    /// Fields that no column holds and that the sender gives for each file, such as the number of the announcement.
    public let given: [String]
    /// Rows that are no records.
    public let skips: [Skip]
    /// Columns of the main table that are known and left out on purpose.
    public let leftOut: [Heading]
    /// Spellings of nothing, beyond those that are known everywhere (`无`, `/`, `null` …).
    public let none: Set<String>

    /// What the rows of a layout are.
    public enum Content: Sendable, Hashable {
        /// Records of the item of an id.
        case records(item: String)
        /// No credit records at all, on this ground.
        case notARecord(ground: Bilingual)
    }

    /// A heading as written, and other spellings of it.
    public struct Heading: Sendable, Hashable {
        /// The heading.
        public let text: String
        /// Other spellings.
        public let variants: [String]

        /// A heading from its spellings.
        public init(_ text: String, variants: [String] = []) {
            self.text = text
            self.variants = variants
        }

        /// All spellings in their normal form.
        public var normalised: Set<String> { Set(([text] + variants).map(CreditCatalogue.Heading.normalised)) }
    }

    /// A table that belongs to the layout.
    public struct Table: Sendable, Hashable {
        /// Its id within the layout.
        public let id: String
        /// Headings that must all be there for a table to be this one.
        public let headings: [Heading]
        /// A pattern with `*` that the sheet's or file's name has to fit, where headings alone do not tell.
        public let pattern: String?

        /// A table from its parts.
        public init(id: String, headings: [Heading], pattern: String?) {
            self.id = id
            self.headings = headings
            self.pattern = pattern
        }

        /// Whether a sheet's or file's name fits the pattern; letters' case does not matter.
        public func isNamed(_ name: String) -> Bool {
            pattern.map { Layout.fits(Array(name.lowercased()), Array($0.lowercased())) } ?? true
        }
    }

    /// How rows of the main table find theirs in another one.
    public struct Join: Sendable, Hashable {
        /// The other table's id.
        public let table: String
        /// Pairs of a main heading and a heading of the other table whose cells must be the same.
        public let pairs: [Pair]
        /// Whether a row without a partner is refused.
        public let isRequired: Bool
        /// Whether the first of several partners that differ is taken, or the row refused.
        public let takesFirst: Bool

        /// Two headings whose cells must be the same.
        public struct Pair: Sendable, Hashable {
            /// The heading in the main table.
            public let main: Heading
            /// The heading in the other table.
            public let other: Heading

            /// A pair from its headings.
            public init(main: Heading, other: Heading) {
                self.main = main
                self.other = other
            }
        }

        /// A join from its parts.
        public init(table: String, pairs: [Pair], isRequired: Bool, takesFirst: Bool) {
            self.table = table
            self.pairs = pairs
            self.isRequired = isRequired
            self.takesFirst = takesFirst
        }
    }

    /// Rows that are no records: told and counted, never silently dropped.
    public struct Skip: Sendable, Hashable {
        /// The column of the main table that tells.
        public let heading: Heading
        /// Whole cells that tell; an empty text stands for an empty cell.
        public let values: Set<String>
        /// Parts of cells that tell.
        public let containing: [String]
        /// Why they are no records.
        public let reason: Bilingual

        /// Skipped rows from their parts.
        public init(heading: Heading, values: Set<String>, containing: [String], reason: Bilingual) {
            self.heading = heading
            self.values = values
            self.containing = containing
            self.reason = reason
        }
    }

    /// A layout from its parts.
    public init(
        id: String,
        name: Bilingual,
        content: Content,
        departments: [String],
        tables: [Table],
        joins: [Join],
        columns: [Column],
        constants: [String: String],
        given: [String],
        skips: [Skip],
        leftOut: [Heading],
        none: Set<String>
    ) {
        self.id = id
        self.name = name
        self.content = content
        self.departments = departments
        self.tables = tables
        self.joins = joins
        self.columns = columns
        self.constants = constants
        self.given = given
        self.skips = skips
        self.leftOut = leftOut
        self.none = none
    }

    /// The id of the item whose records its rows are; `nil` where they are none.
    public var item: String? { if case .records(let item) = content { item } else { nil } }

    /// Whether a name fits a pattern, each `*` of which stands for any number of characters.
    private static func fits(_ name: [Character], _ pattern: [Character]) -> Bool {
        var (place, sign) = (0, 0)
        var retry: (place: Int, sign: Int)?
        while place < name.count {
            if sign < pattern.count, pattern[sign] == "*" {
                retry = (place, sign)
                sign += 1
            } else if sign < pattern.count, pattern[sign] == name[place] {
                (place, sign) = (place + 1, sign + 1)
            } else if let last = retry {
                retry = (last.place + 1, last.sign)
                (place, sign) = (last.place + 1, last.sign + 1)
            } else {
                return false
            }
        }
        return pattern[sign...].allSatisfy { $0 == "*" }
    }
}

extension Layout {
    /// A field and where its cells come from.
    public struct Column: Sendable, Hashable {
        /// The id of the field.
        public let field: String
        /// The id of the table.
        public let table: String
        /// The column or columns of that table.
        public let source: Source
        /// What is done to a cell, in order.
        public let steps: [Step]

        /// A column from its parts.
        public init(field: String, table: String, source: Source, steps: [Step]) {
            self.field = field
            self.table = table
            self.source = source
            self.steps = steps
        }
    }

    /// The column or columns that fill a field.
    public enum Source: Sendable, Hashable {
        /// One column.
        case one(Heading)
        /// The first of several whose cell is not empty.
        case firstOf([Heading])
        /// Several, one behind the other, with a text between those that are not empty.
        case together([Heading], between: String)

        /// The headings it names.
        public var headings: [Heading] {
            switch self {
            case .one(let heading): [heading]
            case .firstOf(let headings), .together(let headings, _): headings
            }
        }
    }

    /// One thing that is done to a cell; an empty cell stays empty.
    public enum Step: Sendable, Hashable {
        /// The characters from one place to another, counted from 1; a shorter cell is left with what it has of them.
        case take(ClosedRange<Int>)
        /// The part of a number, counted from 1, between texts: of `2020-07-27至2023-07-26` the first or the second.
        case split(at: String, part: Int)
        /// Other words for some values.
        case translate([String: String], otherwise: Otherwise)
        /// A date whose parts stand in another order than year, month, day.
        case date(DateOrder)
        /// An amount in a unit of its own, in fen; what a double's noise adds below a fen is dropped.
        case unit(Int64)
        /// A text before what is there.
        case prefix(String)
    }

    /// What becomes of a value that a translation does not name.
    public enum Otherwise: String, Sendable, CaseIterable {
        /// It stays.
        case keep
        /// The cell counts as empty.
        case empty
        /// The row is refused.
        case refuse
    }

    /// The order of the parts of a date.
    public enum DateOrder: String, Sendable, CaseIterable {
        /// 4/7/2026 is 4 July.
        case dayFirst = "dmy"
        /// 7/4/2026 is 4 July.
        case monthFirst = "mdy"
    }
}

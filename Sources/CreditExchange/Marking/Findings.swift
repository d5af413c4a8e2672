public import CreditModel
import CreditRules

/// What was found in a file while it was checked or handed in, for the marked-up copy and for the page that shows it.
///
/// It is bounded: beyond its bounds faults are counted and no longer kept.
public final class Findings {
    /// How much is kept of each table.
    public struct Bounds: Sendable {
        /// Faults; one is about two hundred bytes.
        public var faults = 100_000
        /// Rows of the table, with their cells as they may be shown.
        public var rows = 0
        /// Rows that are kept from the table's beginning, with or without faults.
        public var firstRows = 0
        /// Bytes, about, that all tables together may take; a fault counts even where its row is no longer kept.
        public var bytes = Int.max

        /// Faults alone, as for a marked-up copy.
        public init() {}

        /// Faults and rows, as for a page that shows the table.
        public init(faults: Int, rows: Int, firstRows: Int) {
            self.faults = faults
            self.rows = rows
            self.firstRows = firstRows
        }
    }

    /// What was found, table by table, in the order of the file.
    public private(set) var tables: [TableFindings] = []
    /// How many bytes they take, about.
    public private(set) var bytes = 0
    private let bounds: Bounds
    private var columns: [String: Int?] = [:]
    private var intake: Intake?

    /// Findings of a file of which nothing was read yet.
    public init(_ bounds: Bounds = Bounds()) {
        self.bounds = bounds
    }

    /// A table begins; what is added from now on is of it.
    public func begin(_ intake: Intake) {
        self.intake = intake
        columns.removeAll(keepingCapacity: true)
        tables.append(
            TableFindings(
                table: intake.table,
                secretColumns: intake.secretColumns,
                isOfPersons: intake.fileFaults.contains { $0.code == .naturalPersonSheet }
            )
        )
    }

    /// Takes in faults of the table that was begun last.
    public func add(_ faults: [Fault]) {
        guard let last = tables.indices.last else { return }
        for fault in faults {
            tables[last].counts[fault.code, default: 0] += 1
            guard tables[last].faults.count < bounds.faults, bytes < bounds.bytes else { continue }
            bytes += TableFindings.Found.bytes
            tables[last].faults.append(TableFindings.Found(fault: fault, column: column(of: fault)))
        }
    }

    /// Takes in a row of the table that was begun last, as it was just checked, with its faults.
    public func add(_ row: Intake.Row, _ faults: [Fault]) {
        guard let last = tables.indices.last else { return }
        tables[last].rows.count(row.outcome, isWarned: !faults.isEmpty)
        add(faults)
        guard let intake, !tables[last].isOfPersons else { return }
        guard tables[last].kept.count < bounds.rows, bytes < bounds.bytes else { return }
        guard !faults.isEmpty || tables[last].rows.rows <= bounds.firstRows else { return }
        let kept = TableFindings.KeptRow(number: row.number, cells: intake.shownCells())
        bytes += kept.bytes
        tables[last].kept.append(kept)
    }

    /// Takes in the rows of the table that was begun last that are no records.
    public func add(skipped: [LayoutRows.Skipped]) {
        guard let last = tables.indices.last else { return }
        tables[last].skipped = skipped
    }

    private func column(of fault: Fault) -> Int? {
        if let known = columns[fault.column] { return known }
        let found = intake?.column(of: fault)
        columns[fault.column] = .some(found)
        return found
    }
}

/// What was found in one table.
public struct TableFindings: Sendable {
    /// The table.
    public let table: IntakeFile.Table
    /// Columns whose cells a copy must not show (limit 8).
    public let secretColumns: Set<Int>
    /// Whether it is refused as a sheet of natural persons: none of its rows is kept, and no copy of its file is made.
    public let isOfPersons: Bool
    /// The faults that were kept, in the order in which they were found.
    public internal(set) var faults: [Found] = []
    /// How many of each there are, kept or not.
    public internal(set) var counts: [FaultCode: Int] = [:]
    /// What became of the rows; all zero where only faults were added.
    public internal(set) var rows = RowCounts()
    /// Rows that a layout says are no records.
    public internal(set) var skipped: [LayoutRows.Skipped] = []
    /// Rows that were kept, in order.
    public internal(set) var kept: [KeptRow] = []

    /// A fault with its place in the table.
    public struct Found: Sendable, Hashable {
        /// The fault.
        public let fault: Fault
        /// Its column, counted from 0; `nil` where it is of the row or the table as a whole.
        public let column: Int?

        static let bytes = 200
    }

    /// A row as it may be shown.
    public struct KeptRow: Sendable, Hashable {
        /// Its number in the table.
        public let number: Int
        /// Its cells, whatever would point to a person masked, long ones cut.
        public let cells: [String]

        /// What it takes: short texts lie in their place, others in room of their own.
        var bytes: Int { cells.reduce(64) { $0 + 16 + ($1.utf8.count > 15 ? $1.utf8.count + 32 : 0) } }
    }

    /// All faults, kept or not.
    public var total: Int { counts.values.reduce(0, +) }
}

/// What would become of a table's rows.
public struct RowCounts: Sendable, Hashable {
    /// Rows with content.
    public private(set) var rows = 0
    /// Rows that hold.
    public private(set) var admitted = 0
    /// Rows that are refused.
    public private(set) var refused = 0
    /// Rows that wait until somebody says whom they are about.
    public private(set) var held = 0
    /// Rows that are kept with a warning.
    public private(set) var warned = 0

    /// No rows yet.
    public init() {}

    mutating func count(_ outcome: RowOutcome, isWarned: Bool) {
        rows += 1
        switch outcome {
        case .refused: refused += 1
        case .held: held += 1
        case .admitted, .inRole: admitted += 1
        }
        if outcome.isKept, isWarned { warned += 1 }
    }

    /// The sum of two counts.
    public static func + (left: RowCounts, right: RowCounts) -> RowCounts {
        var sum = left
        sum.rows += right.rows
        sum.admitted += right.admitted
        sum.refused += right.refused
        sum.held += right.held
        sum.warned += right.warned
        return sum
    }
}

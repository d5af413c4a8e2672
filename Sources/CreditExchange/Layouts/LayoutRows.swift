public import CreditCatalogue
public import CreditModel
public import CreditRules
public import CreditSheets

/// Reads a department's own tables as rows of an item, by a layout of the catalogue.
///
/// Rows keep their numbers in the sender's main table, and columns the sender's headings, so that a fault points to where the
/// sender finds it; a column of a joined table is called by the table's name and its heading.
///
/// ```swift
/// let set = try TableSet(paths: ["permits.csv", "enterprises.csv"])
/// for match in try LayoutMatch.find(in: set, catalogue: catalogue) {
///     let rows = try LayoutRows(match, set: set, catalogue: catalogue, options: options)
///     var checker = RowChecker(rows.context, personalKey: key)
///     while let row = try rows.next(&checker, &faults) { … }
/// }
/// ```
public final class LayoutRows {
    /// What is the same for all rows, as the row checker wants it.
    public let context: AdmissionContext
    /// For each of the context's columns the column of the sender's main table; `nil` for one of a joined table.
    public let senderColumns: [Int?]
    /// Faults of the tables as a whole, row 0.
    public let fileFaults: [Fault]
    /// Whether a fault of the tables refuses all rows.
    public let isRefusedWhole: Bool
    /// The layout and the tables that fit it.
    public let match: LayoutMatch
    /// How the main table fits, said as of a template, for whoever speaks of templates.
    public let templateMatch: TemplateMatch
    /// Columns of the sender's main table whose cells are certificate numbers (limit 8).
    public let secretColumns: Set<Int>
    /// Rows left out because the layout says that they are no records, one entry for each of its reasons that was met.
    public internal(set) var skipped: [Skipped] = []
    /// Whether a fault of the layout refuses the row that `next` gave last.
    public internal(set) var isRefused = false

    /// Rows left out on one ground.
    public struct Skipped: Sendable, Hashable {
        /// The ground.
        public let reason: Bilingual
        /// How many rows.
        public internal(set) var rows: Int
        /// The number of the first of them.
        public let first: Int
    }

    /// What is known before the first row.
    public struct Options: Sendable {
        /// The department that hands in; `nil` where a file is only checked.
        public var department: Department?
        /// The day on which it counts as received.
        public var receivedOn: Day
        /// Values of the fields that the layout asks the sender for, by field id.
        public var given: [String: String]

        /// Options from their parts.
        public init(department: Department? = nil, receivedOn: Day, given: [String: String] = [:]) {
            self.department = department
            self.receivedOn = receivedOn
            self.given = given
        }
    }

    let columns: [LayoutColumn]
    let joins: [LayoutJoin]
    let skips: [LayoutSkip]
    let width: Int
    private let headingRow: Int
    private var reader: any SheetReader
    /// The row that was read last, as it was sent.
    private(set) var raw = SheetRow()
    var key: [UInt8] = []
    /// Columns of which a fault of the layout has spoken already, in the row that was read last.
    var spoken: Set<String> = []

    /// Opens the tables of a match; those that the main one points to are read whole, the columns that are needed of them.
    ///
    /// - Throws: ``LayoutProblem``: `notARecord` where the layout says so, `joinTooLarge`, `notAsked`, and what the readers find.
    /// - Complexity: memory for the needed cells of joined tables, at most 2,000,000 rows and 256 MiB; of the main one a row.
    public init(_ match: LayoutMatch, set: TableSet, catalogue: Catalogue, options: Options) throws(LayoutProblem) {
        if case .notARecord(let ground) = match.layout.content {
            throw .notARecord(name: match.layout.name, ground: ground)
        }
        guard let main = match.main, let item = match.layout.item.flatMap(catalogue.item) else {
            throw .otherLayout(match.layout.id, missing: [])
        }
        let plan = LayoutPlan(match, main: main, item: item)
        self.match = match
        templateMatch = plan.templateMatch(item)
        secretColumns = plan.secretColumns(item)
        columns = plan.columns
        senderColumns = plan.columns.map(\.senderColumn)
        context = AdmissionContext(
            catalogue: catalogue,
            item: item,
            columns: plan.columns.map { .init(heading: $0.heading, field: $0.place) },
            constants: try LayoutPlan.constants(of: match.layout, item: item, given: options.given),
            source: options.department,
            receivedOn: options.receivedOn
        )
        let file = LayoutFaults(plan, match, item: item, catalogue: catalogue, department: options.department)
        (fileFaults, isRefusedWhole) = (file.faults, file.refuses)
        skips = match.layout.skips.compactMap { skip in
            main.column(of: skip.heading).map { LayoutSkip(skip, column: $0) }
        }
        width = (main.headings.lastIndex { !$0.isEmpty } ?? -1) + 1
        headingRow = main.headingRow
        joins = try plan.joins(set)
        reader = try LayoutRows.open(main.index, of: set)
    }

    /// How much of the main table has been read, 0…1.
    public var progress: Double { reader.progress }

    /// Makes the next row that is to be checked; faults of the layout itself are appended, and may refuse it.
    ///
    /// - Returns: `false` at the end.
    public func next(_ row: inout SheetRow, _ faults: inout [Fault]) throws(LayoutProblem) -> Bool {
        repeat {
            do {
                guard try reader.next(&raw) else { return false }
            } catch {
                throw .sheet(error)
            }
        } while raw.number <= headingRow || Intake.isBlank(raw) || isSkipped()
        isRefused = isRefusedWhole
        spoken.removeAll(keepingCapacity: true)
        row.begin(number: raw.number)
        guard !isRefusedWhole else { return true }
        checkWidth(&faults)
        let partners = joins.map { find(in: $0, &faults) }
        for (place, column) in columns.enumerated() { fill(&row, place, column, partners, &faults) }
        return true
    }

    /// Makes the next row and checks it: what the layout found fault with is not found fault with a second time.
    ///
    /// - Returns: The row's number in the sender's main table and what becomes of it; `nil` at the end.
    public func next(
        _ checker: inout RowChecker,
        _ faults: inout [Fault],
        row: inout SheetRow
    ) throws(LayoutProblem) -> (number: Int, outcome: RowOutcome)? {
        guard try next(&row, &faults) else { return nil }
        guard !isRefusedWhole else { return (row.number, .refused) }
        let before = faults.count
        let outcome = row.withCells { bytes, ends in
            checker.check(row: row.number, bytes: bytes, ends: ends, faults: &faults)
        }
        guard isRefused else { return (row.number, outcome) }
        let kept = faults[before...].filter { !spoken.contains($0.column) }
        faults.replaceSubrange(before..., with: kept)
        return (row.number, .refused)
    }

    /// The column of the sender's main table at which a fault is shown: its own, or the one by which its row finds its partner.
    func senderColumn(of fault: Fault) -> Int? {
        guard let column = columns.first(where: { $0.heading == fault.column }) else {
            return match.main?.headings.firstIndex { !$0.isEmpty && $0 == fault.column }
                ?? joins.first { $0.heading == fault.column }?.keys.first
        }
        return column.join.map { joins[$0].keys.first } ?? column.senderColumn
    }

    static func open(_ index: Int, of set: TableSet) throws(LayoutProblem) -> any SheetReader {
        do {
            return try set.open(index)
        } catch {
            throw .sheet(error)
        }
    }
}

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
    public private(set) var skipped: [Skipped] = []
    /// Whether a fault of the layout refuses the row that `next` gave last.
    public private(set) var isRefused = false

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

    private let columns: [LayoutColumn]
    private let joins: [LayoutJoin]
    private let skips: [LayoutSkip]
    private let width: Int
    private let headingRow: Int
    private var reader: any SheetReader
    /// The row that was read last, as it was sent.
    private(set) var raw = SheetRow()
    private var key: [UInt8] = []
    private var spoken: Set<String> = []

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

// MARK: - One row

extension LayoutRows {
    private func isSkipped() -> Bool {
        guard let skip = skips.first(where: { $0.tells(raw) }) else { return false }
        if let place = skipped.firstIndex(where: { $0.reason == skip.reason }) {
            skipped[place].rows += 1
        } else {
            skipped.append(Skipped(reason: skip.reason, rows: 1, first: raw.number))
        }
        return true
    }

    /// A cell behind the last heading: the row has been shifted, and no column of it can be trusted.
    private func checkWidth(_ faults: inout [Fault]) {
        let isWide = (width..<max(width, raw.count)).contains { raw.withCell($0) { !CellText($0).isEmpty } }
        if isWide { add(.rowTooWide, column: "", value: "", detail: nil, &faults) }
    }

    private func find(in join: LayoutJoin, _ faults: inout [Fault]) -> Int? {
        let isThere = JoinedTable.makeKey(&key, raw, join.keys)
        switch isThere ? join.table.find(key) : .none {
        case .row(let row): return row
        case .several(let row) where join.takesFirst: return row
        case .several: report(.joinAmbiguous, join, &faults)
        case .none: if join.isRequired { report(.joinMissing, join, &faults) }
        }
        return nil
    }

    /// Says that a row has no partner; what would have come from the other table is then not spoken of again.
    private func report(_ code: FaultCode, _ join: LayoutJoin, _ faults: inout [Fault]) {
        for column in columns where column.join == join.position { spoken.insert(column.heading) }
        let value = join.keys.map { raw.withCell($0) { CellText($0).string } }.joined(separator: " ")
        let detail = Bilingual(zh: join.name, en: join.name)
        add(code, column: join.heading, value: shown(value), detail: detail, &faults)
    }

    private func fill(
        _ row: inout SheetRow,
        _ place: Int,
        _ column: LayoutColumn,
        _ partners: [Int?],
        _ faults: inout [Fault]
    ) {
        if case .one(let source) = column.source, column.steps.isEmpty {
            withCell(source, column.join, partners) { cell in
                let isNothing = !column.none.isEmpty && column.none.contains(CellText(cell).string)
                row.append(isNothing ? UnsafeBufferPointer(start: nil, count: 0) : cell, at: place)
            }
            return
        }
        let cell = text(of: column, partners)
        switch cell.isEmpty ? .text("") : column.steps.apply(to: cell) {
        case .text(var text): text.withUTF8 { row.append($0, at: place) }
        case .notTranslated(let value, let known):
            let words = known.prefix(12).joined(separator: "、")
            spoken.insert(column.heading)
            let detail = Bilingual(zh: words, en: words)
            add(.valueNotTranslated, column: column.heading, value: shown(value), detail: detail, &faults)
            row.append(UnsafeBufferPointer(start: nil, count: 0), at: place)
        }
    }

    private func text(of column: LayoutColumn, _ partners: [Int?]) -> String {
        func text(_ source: Int) -> String {
            let text = withCell(source, column.join, partners) { CellText($0).string }
            return column.none.contains(text) ? "" : text
        }
        switch column.source {
        case .one(let source): return text(source)
        case .firstOf(let sources): return sources.lazy.map(text).first { !$0.isEmpty } ?? ""
        case .together(let sources, let between):
            return sources.map(text).filter { !$0.isEmpty }.joined(separator: between)
        }
    }

    private func withCell<R>(
        _ source: Int,
        _ join: Int?,
        _ partners: [Int?],
        _ body: (UnsafeBufferPointer<UInt8>) -> R
    ) -> R {
        guard let join else { return raw.withCell(source, body) }
        guard let row = partners[join] else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        return joins[join].table.withCell(row, source, body)
    }

    /// A cell as a fault may show it (limit 8).
    private func shown(_ text: String) -> String {
        let masked = PersonalText.masked(text, on: context.receivedOn)
        return masked.count > 60 ? String(masked.prefix(59)) + "…" : masked
    }

    private func add(_ code: FaultCode, column: String, value: String, detail: Bilingual?, _ faults: inout [Fault]) {
        if context.catalogue.faults[code].severity == .refuse { isRefused = true }
        faults.append(Fault(row: raw.number, column: column, value: value, code: code, detail: detail))
    }
}

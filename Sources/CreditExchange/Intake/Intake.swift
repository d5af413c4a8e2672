public import CreditCatalogue
public import CreditModel
public import CreditRules
public import CreditSheets

/// Reads one table as records of one item, row by row.
///
/// It stores nothing.
public final class Intake {
    /// The table, with the item and layout that its headings fit.
    public let table: IntakeFile.Table
    /// Faults of the table as a whole, row 0.
    public let fileFaults: [Fault]
    /// Whether a fault of the table refuses all its rows.
    public let isRefusedWhole: Bool
    /// Columns whose cells are certificate numbers, counted from 0; a copy of the table must not show them (limit 8).
    public let secretColumns: Set<Int>
    /// The heading, as sent, of the column of documents' numbers.
    let documentColumn: String
    private let receivedOn: Day
    private var checker: RowChecker
    private var numbers: NearNumbers
    private let source: Source
    private var row = SheetRow()

    /// Where the rows come from.
    private enum Source {
        /// The table itself, whose columns are the item's.
        case table(TableReader)
        /// Tables that a layout makes rows of.
        case layout(LayoutRows)
    }

    /// A reader that is handed about without being copied.
    private final class TableReader {
        var reader: any SheetReader

        init(_ reader: any SheetReader) {
            self.reader = reader
        }
    }

    /// A row of the sheet and what became of it.
    public struct Row: Sendable {
        /// Its number in the sheet.
        public let number: Int
        /// What became of it.
        public let outcome: RowOutcome
    }

    /// What is known before the first row.
    public struct Options: Sendable {
        /// The template, layout or item that the sender names, or `nil` to recognise it.
        public var template: String?
        /// The department that hands in; `nil` where a file is only checked.
        public var department: Department?
        /// The day on which it counts as received.
        public var receivedOn: Day
        /// The store's key for certificate numbers; any bytes where nothing is kept.
        public var personalKey: [UInt8]
        /// The one table that is to be read; `nil` for all whose headings are known.
        public var sheet: String?
        /// Values of the fields that a layout asks the sender for, by field id.
        public var given: [String: String]
        /// What reading the file may cost.
        public var limits = SheetLimits.standard

        /// Options from their parts.
        public init(
            template: String? = nil,
            department: Department? = nil,
            receivedOn: Day,
            personalKey: [UInt8],
            sheet: String? = nil,
            given: [String: String] = [:]
        ) {
            self.template = template
            self.department = department
            self.receivedOn = receivedOn
            self.personalKey = personalKey
            self.sheet = sheet
            self.given = given
        }
    }

    /// A table whose reader stands behind its headings.
    init(_ table: IntakeFile.Table, _ reader: any SheetReader, _ catalogue: Catalogue, _ options: Options) {
        self.table = table
        source = .table(TableReader(reader))
        receivedOn = options.receivedOn
        let file = FileFaults(
            table.match,
            headings: table.headings,
            catalogue: catalogue,
            department: options.department
        )
        fileFaults = file.faults
        isRefusedWhole = file.refuses
        secretColumns = Set(
            table.match.fields.filter { table.match.item.field($0.value)?.type == .certificateNumber }.map(\.key)
        )
        let context = Intake.context(table.match, table.headings, catalogue, options)
        documentColumn = context.documentColumn
        numbers = NearNumbers(table.match.item)
        checker = RowChecker(context, personalKey: options.personalKey)
    }

    /// A table of a department's own export, read by its layout.
    init(_ table: IntakeFile.Table, _ rows: LayoutRows, _ options: Options) {
        self.table = table
        source = .layout(rows)
        receivedOn = options.receivedOn
        fileFaults = rows.fileFaults
        isRefusedWhole = rows.isRefusedWhole
        secretColumns = rows.secretColumns
        documentColumn = rows.context.documentColumn
        numbers = NearNumbers(table.match.item)
        checker = RowChecker(rows.context, personalKey: options.personalKey)
    }

    /// The item and layout that the headings fit.
    public var match: TemplateMatch { table.match }

    /// Rows that were left out so far, because the layout says that they are no records.
    public var skipped: [LayoutRows.Skipped] {
        if case .layout(let rows) = source { rows.skipped } else { [] }
    }

    /// The column that a fault names, counted from 0; `nil` where the fault is of a row, or of a column that is not there.
    public func column(of fault: Fault) -> Int? {
        guard !fault.column.isEmpty else { return nil }
        if case .layout(let rows) = source { return rows.senderColumn(of: fault) }
        let places = table.headings.indices.filter { table.headings[$0] == fault.column }
        return places.first { table.match.fields[$0] != nil } ?? places.first
    }

    /// Whether a row holds nothing but blanks: it is no row of the sender's.
    static func isBlank(_ row: SheetRow) -> Bool {
        row.withCells { bytes, _ in
            bytes.count < 256 && bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        }
    }

    /// How much of the file has been read, 0…1.
    public var progress: Double {
        switch source {
        case .table(let table): table.reader.progress
        case .layout(let rows): rows.progress
        }
    }

    /// The next row with content, its faults appended to `faults`; `nil` at the end.
    public func next(_ faults: inout [Fault]) throws(IntakeProblem) -> Row? {
        switch source {
        case .table(let table): try next(of: &table.reader, &faults)
        case .layout(let rows): try next(of: rows, &faults)
        }
    }

    private func next(of rows: LayoutRows, _ faults: inout [Fault]) throws(IntakeProblem) -> Row? {
        do {
            guard let found = try rows.next(&checker, &faults, row: &row) else { return nil }
            if case .admitted(let record) = found.outcome { compareNumber(of: record, row: found.number, &faults) }
            return Row(number: found.number, outcome: found.outcome)
        } catch {
            throw .layout(error)
        }
    }

    private func next(of reader: inout any SheetReader, _ faults: inout [Fault]) throws(IntakeProblem) -> Row? {
        while true {
            do {
                guard try reader.next(&row) else { return nil }
            } catch {
                throw .sheet(error)
            }
            if Intake.isBlank(row) { continue }
            if isRefusedWhole { return Row(number: row.number, outcome: .refused) }
            let outcome = row.withCells { bytes, ends in
                checker.check(row: row.number, bytes: bytes, ends: ends, faults: &faults)
            }
            if case .admitted(let record) = outcome { compareNumber(of: record, row: row.number, &faults) }
            return Row(number: row.number, outcome: outcome)
        }
    }

    /// The cells of the row that was read last, as they may be shown: at most eighty characters, without anything that points to
    /// a person (limit 8).
    func shownCells() -> [String] {
        let row = if case .layout(let rows) = source { rows.raw } else { row }
        return (0..<row.count)
            .map { column in
                guard !secretColumns.contains(column) else { return row.text(column).isEmpty ? "" : "***" }
                let text = PersonalText.masked(String(row.text(column).prefix(400)), on: CitizenNumber.everyDay)
                return text.count > 80 ? String(text.prefix(79)) + "…" : text
            }
    }

    /// Warns of a number that an earlier row has too, written otherwise.
    private func compareNumber(of record: CreditRecord, row number: Int, _ faults: inout [Fault]) {
        guard let found = numbers.find(record, row: number), let field = match.item.roles.documentNumber else {
            return
        }
        let text = PersonalText.shown(found.text, on: CitizenNumber.everyDay)
        let detail = Bilingual(zh: "第 \(found.row) 行的“\(text)”", en: "“\(text)” in row \(found.row)")
        faults.append(
            Fault(
                row: number,
                column: documentColumn,
                value: PersonalText.shown(record.fields.text(field) ?? "", on: CitizenNumber.everyDay),
                code: .documentNearDuplicate,
                detail: detail
            )
        )
    }

    private static func context(
        _ match: TemplateMatch,
        _ headings: [String],
        _ catalogue: Catalogue,
        _ options: Options
    ) -> AdmissionContext {
        let places = Dictionary(
            match.item.fields.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var constants: [Int: String] = [:]
        for (field, text) in match.template.constants { if let place = places[field] { constants[place] = text } }
        let last = headings.lastIndex { !$0.isEmpty } ?? -1
        return AdmissionContext(
            catalogue: catalogue,
            item: match.item,
            columns: headings.prefix(last + 1).enumerated()
                .map { position, heading in
                    AdmissionContext.Column(heading: heading, field: match.fields[position].flatMap { places[$0] })
                },
            constants: constants,
            source: options.department,
            receivedOn: options.receivedOn
        )
    }
}

extension AdmissionContext {
    /// The heading, as sent, of the column of documents' numbers; the catalogue's own where the sheet has none.
    fileprivate var documentColumn: String {
        guard let field = item.roles.documentNumber else { return "" }
        let place = item.fields.firstIndex { $0.id == field }
        return columns.first { $0.field != nil && $0.field == place }?.heading ?? item.field(field)?.heading ?? ""
    }
}

/// What is wrong with a file as a whole.
private struct FileFaults {
    private(set) var faults: [Fault] = []
    private(set) var refuses = false

    init(_ match: TemplateMatch, headings: [String], catalogue: Catalogue, department: Department?) {
        if match.template.isForNaturalPersons {
            add(.naturalPersonSheet, "", catalogue, match.item.name)
            return
        }
        if case .withdrawn(let ground) = match.item.standing {
            add(.itemWithdrawn, "", catalogue, ground)
            return
        }
        if let department, !match.item.mayCome(from: department.id) {
            let names = match.item.sourceDepartments.compactMap { catalogue.departments[$0]?.name }
            add(
                .departmentNotSource,
                "",
                catalogue,
                Bilingual(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
            )
        }
        for heading in match.missing { add(.missingColumn, heading, catalogue, nil) }
        for position in match.unknown { add(.unknownColumn, headings[position], catalogue, nil) }
    }

    private mutating func add(_ code: FaultCode, _ column: String, _ catalogue: Catalogue, _ detail: Bilingual?) {
        if catalogue.faults[code].severity == .refuse { refuses = true }
        faults.append(Fault(row: 0, column: column, value: "", code: code, detail: detail))
    }
}

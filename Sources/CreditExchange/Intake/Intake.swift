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
    private let receivedOn: Day
    private var checker: RowChecker
    private var reader: any SheetReader
    private var row = SheetRow()

    /// A row of the sheet and what became of it.
    public struct Row: Sendable {
        /// Its number in the sheet.
        public let number: Int
        /// What became of it.
        public let outcome: RowOutcome
    }

    /// What is known before the first row.
    public struct Options: Sendable {
        /// The layout or item that the sender names, or `nil` to recognise it.
        public var template: String?
        /// The department that hands in; `nil` where a file is only checked.
        public var department: Department?
        /// The day on which it counts as received.
        public var receivedOn: Day
        /// The store's key for certificate numbers; any bytes where nothing is kept.
        public var personalKey: [UInt8]
        /// The one table that is to be read; `nil` for all whose headings are known.
        public var sheet: String?
        /// What reading the file may cost.
        public var limits = SheetLimits.standard

        /// Options from their parts.
        public init(
            template: String? = nil,
            department: Department? = nil,
            receivedOn: Day,
            personalKey: [UInt8],
            sheet: String? = nil
        ) {
            self.template = template
            self.department = department
            self.receivedOn = receivedOn
            self.personalKey = personalKey
            self.sheet = sheet
        }
    }

    /// A table whose reader stands behind its headings.
    init(_ table: IntakeFile.Table, _ reader: any SheetReader, _ catalogue: Catalogue, _ options: Options) {
        self.table = table
        self.reader = reader
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
        checker = RowChecker(
            Intake.context(table.match, table.headings, catalogue, options),
            personalKey: options.personalKey
        )
    }

    /// The item and layout that the headings fit.
    public var match: TemplateMatch { table.match }

    /// The column that a fault names, counted from 0; `nil` where the fault is of a row, or of a column that is not there.
    public func column(of fault: Fault) -> Int? {
        guard !fault.column.isEmpty else { return nil }
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
    public var progress: Double { reader.progress }

    /// The next row with content, its faults appended to `faults`; `nil` at the end.
    public func next(_ faults: inout [Fault]) throws(IntakeProblem) -> Row? {
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
            return Row(number: row.number, outcome: outcome)
        }
    }

    /// The cells of the row that was read last, as they may be shown: at most eighty characters, without anything that points to
    /// a person (limit 8).
    func shownCells() -> [String] {
        (0..<row.count)
            .map { column in
                guard !secretColumns.contains(column) else { return row.text(column).isEmpty ? "" : "***" }
                let text = PersonalText.masked(row.text(column), on: receivedOn)
                return text.count > 80 ? String(text.prefix(79)) + "…" : text
            }
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
        if let department, !match.item.sources.isEmpty, !match.item.sources.contains(department.id) {
            let names = match.item.sources.compactMap { catalogue.departments[$0]?.name }
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

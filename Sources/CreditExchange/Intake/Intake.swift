public import CreditCatalogue
public import CreditModel
public import CreditRules
import CreditSheets

/// Reads one sheet as records of one item: finds the headings, then checks row by row.
///
/// It stores nothing.
public final class Intake {
    /// The item and layout that the headings fit.
    public let match: TemplateMatch
    /// Faults of the file as a whole, row 0.
    public let fileFaults: [Fault]
    /// Whether a fault of the file refuses all its rows.
    public let isRefusedWhole: Bool
    /// The heading, as sent, of the column of documents' numbers.
    let documentColumn: String
    private var checker: RowChecker
    private var numbers: NearNumbers
    private let receivedOn: Day
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

        /// Options from their parts.
        public init(template: String? = nil, department: Department? = nil, receivedOn: Day, personalKey: [UInt8]) {
            self.template = template
            self.department = department
            self.receivedOn = receivedOn
            self.personalKey = personalKey
        }
    }

    /// Opens a file and finds its headings among the first twenty rows, instruction rows above them passed over.
    public init(path: String, catalogue: Catalogue, options: Options) throws(IntakeProblem) {
        do {
            reader = try SheetFile.open(path: path)
        } catch {
            throw .sheet(error)
        }
        let found = try Intake.findHeadings(&reader, &row, catalogue, options)
        match = found.match
        let file = FileFaults(
            found.match,
            headings: found.headings,
            catalogue: catalogue,
            department: options.department
        )
        fileFaults = file.faults
        isRefusedWhole = file.refuses
        documentColumn = Intake.documentColumn(found.match, found.headings)
        numbers = NearNumbers(found.match.item)
        receivedOn = options.receivedOn
        checker = RowChecker(
            Intake.context(found.match, found.headings, catalogue, options),
            personalKey: options.personalKey
        )
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
            if case .admitted(let record) = outcome { compareNumber(of: record, &faults) }
            return Row(number: row.number, outcome: outcome)
        }
    }

    /// Warns of a number that an earlier row has too, written otherwise.
    private func compareNumber(of record: CreditRecord, _ faults: inout [Fault]) {
        guard let found = numbers.find(record, row: row.number), let field = match.item.roles.documentNumber else {
            return
        }
        let text = PersonalText.shown(found.text, on: receivedOn)
        let detail = Bilingual(zh: "第 \(found.row) 行的“\(text)”", en: "“\(text)” in row \(found.row)")
        faults.append(
            Fault(
                row: row.number,
                column: documentColumn,
                value: PersonalText.shown(record.fields.text(field) ?? "", on: receivedOn),
                code: .documentNearDuplicate,
                detail: detail
            )
        )
    }

    private static func isBlank(_ row: SheetRow) -> Bool {
        row.withCells { bytes, _ in
            bytes.count < 256 && bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        }
    }

    private static func findHeadings(
        _ reader: inout any SheetReader,
        _ row: inout SheetRow,
        _ catalogue: Catalogue,
        _ options: Options
    ) throws(IntakeProblem) -> (match: TemplateMatch, headings: [String]) {
        let wanted = options.template.flatMap { catalogue.template($0) }
        if let name = options.template, wanted == nil { throw .noSuchTemplate(name) }
        var widest: [String] = []
        var other = false
        for _ in 0..<20 {
            do {
                guard try reader.next(&row) else { break }
            } catch {
                throw .sheet(error)
            }
            let headings = (0..<row.count).map { Intake.heading(row.text($0)) }
            let words = headings.filter { !$0.isEmpty }
            if words.count > widest.count { widest = words }
            if let match = Intake.match(headings, wanted, options.template, catalogue) { return (match, headings) }
            other = other || (wanted != nil && !catalogue.recognise(headings: headings).isEmpty)
        }
        if other, let wanted = options.template { throw .otherTemplate(wanted) }
        throw .unknownLayout(seen: widest)
    }

    /// How a row of headings fits: the layout named, the best one of the item named, or the best of all.
    private static func match(
        _ headings: [String],
        _ wanted: (item: Item, template: Template)?,
        _ name: String?,
        _ catalogue: Catalogue
    ) -> TemplateMatch? {
        guard let wanted else { return catalogue.recognise(headings: headings).first }
        guard wanted.template.id == name else {
            return catalogue.recognise(headings: headings).first { $0.item.id == wanted.item.id }
        }
        return catalogue.match(headings: headings, with: wanted.template.id).flatMap { $0.counts ? $0 : nil }
    }

    /// A heading as it is quoted in faults: blanks around it taken off, otherwise as sent.
    private static func heading(_ text: String) -> String {
        let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n", "\u{3000}", "\u{A0}", "\u{FEFF}"]
        var rest = Substring(text).drop { blanks.contains($0) }
        while let last = rest.last, blanks.contains(last) { rest = rest.dropLast() }
        return String(rest)
    }

    private static func documentColumn(_ match: TemplateMatch, _ headings: [String]) -> String {
        guard let field = match.item.roles.documentNumber else { return "" }
        let place = match.fields.filter { $0.value == field }.keys.min()
        return place.map { headings[$0] } ?? match.item.field(field)?.heading ?? ""
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

import CreditCatalogue
public import CreditModel
import LibCrypto

/// Checks rows as sent and makes typed records of those that hold; finds all faults of a row at once.
///
/// One checker serves one sheet, row by row; it remembers the last words of repeating columns and nothing of the rows.
/// - Complexity: one pass over each cell, no more for bad rows than for good ones beside the faults themselves.
public struct RowChecker: ~Copyable {
    let context: AdmissionContext
    let item: Item
    let roles: RolePlaces
    /// Whether the rows are about natural persons in a role (limit 1), who are told apart by their certificates alone.
    private let isOnPersons: Bool
    private let words: RoleWords
    private let adverse: AdversePlaces
    private let rule: (Day) -> PublicationRule?
    private var cells: [CellChecker]
    private let cellOfColumn: [Int]
    var values: [FieldValue?]
    private var present: [Bool]
    private var faulty: [Bool]
    private var folded = FoldedCell()
    private var deadlines: [Day: Result<Day, WorkingCalendar.MissingYear>] = [:]
    private var authorities: AuthorityMemory
    private let kinds: AllowedKinds
    private let years: SourceYears
    private var grades: GradeReader
    private let personal: KeyedHash
    private let fieldColumns: [Int?]
    let fieldIDs: [(id: String, place: Int)]
    private var faults: [Fault] = []
    private var refuses = false
    private var row = 0

    /// A checker for one sheet; `personalKey` is the store's key for certificate numbers (limit 8).
    public init(_ context: AdmissionContext, personalKey: [UInt8]) {
        self.context = context
        item = context.item
        roles = RolePlaces(context.item)
        isOnPersons = context.item.personRole != nil
        words = RoleWords(context.item, context.catalogue)
        let catalogue = context.catalogue
        adverse = AdversePlaces(context.item, catalogue)
        rule = { catalogue.publicationRule(on: $0) }
        let fields = context.item.fields
        cells = fields.enumerated().map { CellChecker(field: $1, place: $0, catalogue: catalogue) }
        cellOfColumn = context.columns.map { $0.field ?? -1 }
        values = Array(repeating: nil, count: fields.count)
        present = Array(repeating: false, count: fields.count)
        faulty = Array(repeating: false, count: fields.count)
        authorities = AuthorityMemory(catalogue.departments)
        kinds = AllowedKinds(context.item)
        years = SourceYears(context)
        grades = GradeReader(context.item, catalogue)
        personal = KeyedHash(key: personalKey)
        var places: [Int?] = Array(repeating: nil, count: fields.count)
        for (column, described) in context.columns.enumerated() {
            if let place = described.field, places[place] == nil { places[place] = column }
        }
        fieldColumns = places
        fieldIDs = fields.enumerated().map { ($1.id, $0) }.sorted { CBORWriter.precedes($0.0, $1.0) }
    }

    /// Checks one row: cells as bytes one behind the other, and where each ends.
    ///
    /// The row's faults are appended to `found`.
    public mutating func check(
        row number: Int,
        bytes: UnsafeBufferPointer<UInt8>,
        ends: UnsafeBufferPointer<Int32>,
        faults found: inout [Fault]
    ) -> RowOutcome {
        begin(number)
        guard !isTooWide(bytes, ends) else { return finish(&found) }
        var start = 0
        for column in 0..<min(ends.count, cellOfColumn.count) {
            let end = Int(ends[column])
            defer { start = end }
            let place = cellOfColumn[column]
            guard place >= 0, end > start else { continue }
            take(CellText(UnsafeBufferPointer(rebasing: bytes[start..<end])), place)
        }
        takeConstants()
        guard isOnPersons || !isNaturalPerson() else { return finish(&found) }
        checkGrades()
        checkRequirements()
        checkDates()
        checkSubjectCode()
        checkSubjectKind()
        checkSourceYears()
        checkAuthority()
        checkAmounts()
        checkTier()
        if isOnPersons { checkPerson() } else { checkIdentity() }
        checkRecord()
        return finish(&found)
    }

    private mutating func begin(_ number: Int) {
        row = number
        refuses = false
        faults.removeAll(keepingCapacity: true)
        for place in values.indices {
            values[place] = nil
            present[place] = false
            faulty[place] = false
        }
    }

    private mutating func finish(_ found: inout [Fault]) -> RowOutcome {
        if isOnPersons {
            let record = refuses ? nil : roleRecord()
            found.append(contentsOf: faults)
            return record.map { .inRole($0) } ?? .refused
        }
        let isHeld = !refuses && !hasStrongKey
        let record = refuses ? nil : record()
        found.append(contentsOf: faults)
        guard let record, !refuses else { return .refused }
        return isHeld ? .held(record) : .admitted(record)
    }

    private mutating func isTooWide(_ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int32>) -> Bool {
        guard ends.count > cellOfColumn.count else { return false }
        for column in cellOfColumn.count..<ends.count {
            let start = column == 0 ? 0 : Int(ends[column - 1])
            let cell = CellText(UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[column])]))
            guard cell.isEmpty else {
                append(.rowTooWide, column: "", value: "", detail: nil)
                return true
            }
        }
        return false
    }

    private mutating func takeConstants() {
        for (place, text) in context.constants where values[place] == nil {
            var copy = text
            copy.withUTF8 { take(CellText($0), place) }
        }
    }

    private mutating func take(_ cell: CellText, _ place: Int) {
        guard !cell.isEmpty else { return }
        present[place] = true
        let reading = cells[place].read(cell.bytes, folded: &folded, today: CitizenNumber.everyDay)
        for remark in reading.remarks {
            add(
                remark.code,
                place: place,
                value: cells[place].shown(cell.bytes, CitizenNumber.everyDay),
                detail: remark.detail
            )
        }
        switch reading.value {
        case .value(let value): values[place] = value
        case .certificate(let text): takeCertificate(text, place)
        case .none: faulty[place] = true
        case .absent: present[place] = false
        }
    }
}

extension RowChecker {
    /// Keeps of a certificate number its mark alone; one that a marked-up copy sealed is the number that was sent before.
    private mutating func takeCertificate(_ text: String, _ place: Int) {
        switch SealedNumber.read(text, personal) {
        case .clear where CitizenNumber.isMiscopied(text):
            add(.certificateCheck, place: place, value: CitizenNumber.mask(text))
        case .clear: values[place] = .personal(SealedNumber.mark(text, personal))
        case .sealed(let mark): values[place] = .personal(mark)
        case .masked: add(.maskedNumber, place: place, value: CitizenNumber.mask(text))
        }
    }
}

// MARK: - What stands between cells

extension RowChecker {
    private mutating func isNaturalPerson() -> Bool {
        guard let place = roles.subjectCategory, case .choices(let chosen) = values[place], let word = chosen.first,
            words.naturalPersons.contains(word)
        else { return false }
        faults.removeAll(keepingCapacity: true)
        refuses = false
        add(.naturalPersonRow, place: place, value: word)
        return true
    }

    private mutating func checkRequirements() {
        for (place, field) in item.fields.enumerated() where !present[place] {
            // A layout that has no column for a field does not owe it: old archives are shorter than today's form.
            guard fieldColumns[place] != nil || context.constants[place] != nil, isRequired(field) else { continue }
            let isDocument = place == roles.documentNumber && isAdverse
            add(isDocument ? .documentMissing : .requiredMissing, place: place, value: "")
            faulty[place] = true
        }
    }

    private func isRequired(_ field: Field) -> Bool {
        switch field.requirement {
        case .required: return true
        case .optional: return false
        case .requiredWhen(let other, let among):
            guard let place = item.fields.firstIndex(where: { $0.id == other }) else { return false }
            switch values[place] {
            case .choices(let words): return words.contains { among.contains($0) }
            case .text(let text): return among.contains(text)
            default: return false
            }
        }
    }

    private mutating func checkDates() {
        checkOrder(roles.validFrom, roles.validUntil)
        // What ended before it was decided is a slip in one of the two days.
        checkOrder(roles.decidedOn, roles.endedOn)
        guard let decided = day(at: roles.decidedOn) else { return }
        guard decided <= context.receivedOn else {
            add(.dateInFuture, place: roles.decidedOn, value: decided.iso)
            return
        }
        checkTerm(decided)
    }

    private mutating func checkOrder(_ first: Int?, _ last: Int?) {
        guard let first = first.flatMap({ day(at: $0) }), let place = last, let end = day(at: place), end < first else {
            return
        }
        add(.periodReversed, place: place, value: end.iso, detail: Bilingual(zh: first.iso, en: first.iso))
    }

    private mutating func checkTerm(_ decided: Day) {
        guard let term = item.reportWithin else { return }
        switch deadline(decided, term) {
        case .success(let last):
            guard context.receivedOn > last else { return }
            add(
                .reportedLate,
                place: roles.decidedOn,
                value: decided.iso,
                detail: Bilingual(zh: last.iso, en: last.iso)
            )
        case .failure(let missing):
            let year = String(missing.year)
            add(.calendarMissing, place: roles.decidedOn, value: decided.iso, detail: Bilingual(zh: year, en: year))
        }
    }

    private mutating func deadline(_ decided: Day, _ term: Int) -> Result<Day, WorkingCalendar.MissingYear> {
        if let known = deadlines[decided] { return known }
        let calendar = context.catalogue.calendar
        let found = Result { () throws(WorkingCalendar.MissingYear) in try calendar.day(term, workingDaysAfter: decided)
        }
        deadlines[decided] = found
        return found
    }

    private mutating func checkSubjectCode() {
        guard let place = roles.creditCode, case .text(let text) = values[place] else { return }
        let code = CreditCode(unchecked: text)
        let bytes = Array(text.utf8)
        if !code.hasInnerCheck { add(.codeInnerCheck, place: place, value: text) }
        if !context.catalogue.identifiers.knows(bytes[0], bytes[1]) {
            add(.codeCategoryUnknown, place: place, value: text)
        }
        guard let category = roles.subjectCategory, case .choices(let chosen) = values[category],
            let word = chosen.first
        else {
            return
        }
        let isTrader = code.kind == .soleTrader
        if words.soleTraders.contains(word) != isTrader {
            add(.codeKindMismatch, place: place, value: text, detail: Bilingual(zh: word, en: word))
        }
    }

    /// The code says of which kind the subject is; without one the category word tells sole traders apart.
    private mutating func checkSubjectKind() {
        guard !kinds.isEveryone else { return }
        if let place = roles.creditCode, case .text(let text) = values[place],
            !kinds.admits(CreditCode(unchecked: text), context.catalogue.identifiers)
        {
            return add(.subjectKind, place: place, value: text, detail: kinds.names)
        }
        guard !kinds.contains(.soleTrader), let place = roles.subjectCategory,
            case .choices(let chosen) = values[place],
            let word = chosen.first, words.soleTraders.contains(word)
        else { return }
        add(.subjectKind, place: place, value: word, detail: kinds.names)
    }

    private mutating func checkSourceYears() {
        guard years.areLimited, let decided = day(at: roles.decidedOn), !years.contain(decided) else { return }
        let others = years.others(on: decided)
        add(.sourceOutsideYears, place: roles.decidedOn, value: decided.iso, detail: others)
    }

    /// Which codes are grades depends on the day of the decision, so it is asked when the row is together.
    private mutating func checkGrades() {
        for place in roles.grades {
            guard case .text(let text) = values[place], let decided = day(at: roles.decidedOn) else { continue }
            if let code = grades.code(of: text, on: decided) {
                values[place] = .text(code)
            } else {
                add(.gradeNotInScheme, place: place, value: text, detail: grades.names(on: decided))
                values[place] = nil
                faulty[place] = true
            }
        }
    }

    private mutating func checkAuthority() {
        guard let place = roles.authority, case .text(let name) = values[place], let decided = day(at: roles.decidedOn)
        else {
            return
        }
        let finding = authorities.look(up: name, on: decided)
        switch finding {
        case .unknown: add(.authorityUnknown, place: place, value: name)
        case .outsideYears(let successors):
            add(.authorityOutsideYears, place: place, value: name, detail: successors)
        case .known(let department):
            if let level = department.level, let minimum = item.minimumLevel, level < minimum {
                add(.authorityLevel, place: place, value: name)
            }
            checkAuthorityCode(department)
        }
    }

    private mutating func checkAuthorityCode(_ department: Department) {
        guard let place = roles.authorityCode, case .text(let sent) = values[place], let known = department.code,
            sent != known
        else { return }
        add(.authorityCodeMismatch, place: place, value: sent, detail: Bilingual(zh: known, en: known))
    }

    private mutating func checkAmounts() {
        guard let kindsPlace = roles.penaltyKinds, case .choices(let kinds) = values[kindsPlace] else { return }
        if let fine = roles.fine {
            if !present[fine], kinds.contains(where: words.fines.contains) {
                add(.amountMissing, place: fine, value: "")
            }
            compareFine(fine)
        }
        if let confiscated = roles.confiscated, !present[confiscated],
            kinds.contains(where: words.confiscations.contains)
        {
            add(.amountMissing, place: confiscated, value: "")
        }
    }

    private mutating func compareFine(_ place: Int) {
        guard case .amount(let fine) = values[place], let content = roles.content,
            case .text(var text) = values[content]
        else { return }
        let written = text.withUTF8 { WrittenAmounts.fines(in: $0) }
        guard !written.isEmpty, !written.contains(fine) else { return }
        let sum = written.reduce(Int64(0)) { $0.addingReportingOverflow($1.fen).partialValue }
        guard sum != fine.fen, let first = written.first else { return }
        add(
            .amountContradictsText,
            place: place,
            value: fine.tenThousandYuan,
            detail: Bilingual(zh: first.yuan + " 元", en: "CNY " + first.yuan)
        )
    }

    private mutating func checkTier() {
        guard item.publication == .penaltyTier, let place = roles.penaltyKinds, !faulty[place],
            let decided = day(at: roles.decidedOn), let rule = rule(decided)
        else { return }
        let kinds: [String] = if case .choices(let words) = values[place] { words } else { [] }
        var fine: Amount?
        if let finePlace = roles.fine, case .amount(let amount) = values[finePlace] { fine = amount }
        let range = rule.tiers(forPenalty: kinds, fine: fine)
        guard !kinds.isEmpty, range.flatMap({ rule.settled($0) }) == nil else { return }
        add(.tierUndetermined, place: place, value: kinds.joined(separator: "、"))
    }

    /// Said of a refused row too: the sender mends all its faults at once.
    private mutating func checkIdentity() {
        let place = roles.creditCode ?? roles.name
        guard isAbsent(roles.creditCode), isAbsent(roles.registrationNumber), isAbsent(roles.organisationCode),
            !faulty[place]
        else { return }
        add(.identityMissing, place: place, value: "")
    }

    /// A person whose certificate's number is missing, masked or miscopied is nobody: the row is refused, and does not wait where
    /// people could be browsed.
    private mutating func checkPerson() {
        guard certificate == nil else { return }
        // What is wrong with the number was said as a warning; here it refuses, and the masked number says which it is.
        guard let place = roles.certificate, present[place], !faulty[place] else {
            return demand(roles.certificate, .requiredMissing, isThere: false)
        }
        add(.requiredMissing, place: place, value: faults.last { $0.column == heading(of: place) }?.value ?? "")
    }

    var certificate: PersonalMark? {
        guard let place = roles.certificate, case .personal(let mark) = values[place] else { return nil }
        return mark
    }

    /// What no record can be without, though neither a column nor a value of it is there: a refusal always says why.
    private mutating func checkRecord() {
        demand(roles.name, .requiredMissing, isThere: values[roles.name] != nil)
        demand(roles.decidedOn, .requiredMissing, isThere: values[roles.decidedOn] != nil)
        guard isAdverse else { return }
        demand(roles.documentNumber, .documentMissing, isThere: hasText(roles.documentNumber))
        demand(roles.authority, .documentMissing, isThere: context.source != nil || hasText(roles.authority))
    }

    /// Whether the row speaks against its subject: by its item, or by one of its values.
    private var isAdverse: Bool {
        item.polarity == .adverse || adverse.areFound(in: values, on: day(at: roles.decidedOn))
    }

    /// Says what is missing, unless its cell has been spoken of.
    private mutating func demand(_ place: Int?, _ code: FaultCode, isThere: Bool) {
        guard !isThere, !(refuses && isFaulty(place)) else { return }
        add(code, place: place ?? roles.name, value: "")
    }

    private func hasText(_ place: Int?) -> Bool { place.flatMap { text(at: $0) }.map { !$0.isEmpty } ?? false }

    private func isFaulty(_ place: Int?) -> Bool { place.map { faulty[$0] } ?? false }

    private func isAbsent(_ place: Int?) -> Bool { place.map { !present[$0] } ?? true }
}

// MARK: - What was read, and what is told of it

extension RowChecker {
    func text(at place: Int) -> String? {
        if case .text(let text) = values[place] { text } else { nil }
    }

    func day(at place: Int) -> Day? {
        if case .day(let day) = values[place] { day } else { nil }
    }

    private mutating func add(_ code: FaultCode, place: Int, value: String, detail: Bilingual? = nil) {
        append(code, column: heading(of: place), value: value, detail: detail)
    }

    private func heading(of place: Int) -> String {
        fieldColumns[place].map { context.columns[$0].heading } ?? item.fields[place].heading
    }

    private mutating func append(_ code: FaultCode, column: String, value: String, detail: Bilingual?) {
        if context.catalogue.faults[code].severity == .refuse { refuses = true }
        faults.append(Fault(row: row, column: column, value: value, code: code, detail: detail))
    }
}

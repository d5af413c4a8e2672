import CreditCatalogue
import CreditModel

/// Checks the cells of one column by its field's type; remembers the last word of a code list, which mostly repeats.
struct CellChecker {
    /// What a cell was read as, with what is to be said of it.
    struct Reading {
        /// The value; `none` where a fault refuses it.
        var value: Value
        /// Faults found in the cell.
        var remarks: [Remark]
    }

    /// The value of a cell.
    enum Value {
        /// Nothing usable.
        case none
        /// Nothing but signs where a number should be: as if nothing had been sent.
        case absent
        /// A checked value.
        case value(FieldValue)
        /// A certificate number, still in clear: to be hashed at once.
        case certificate(String)
    }

    /// A fault of the cell, still without its place.
    struct Remark {
        let code: FaultCode
        var detail: Bilingual?
    }

    let field: Field
    let place: Int
    private let list: CodeListReader?
    private var lastBytes: [UInt8] = []
    private var lastChoices: [String] = []

    init(field: Field, place: Int, catalogue: Catalogue) {
        self.field = field
        self.place = place
        switch field.type {
        case .choice(let id), .choices(let id): list = catalogue.codeLists[id].map { CodeListReader($0) }
        default: list = nil
        }
    }

    /// The cell as a fault may show it: at most sixty characters, without anything that points to a person (limit 8).
    func shown(_ bytes: UnsafeBufferPointer<UInt8>, _ today: Day) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        if case .certificateNumber = field.type { return CitizenNumber.mask(text) }
        return PersonalText.shown(foldedPersonal(bytes, today) ?? text, on: today)
    }

    /// The folded cell of a code, date or amount where folding brings a citizen number to light.
    private func foldedPersonal(_ bytes: UnsafeBufferPointer<UInt8>, _ today: Day) -> String? {
        switch field.type {
        case .text, .freeText, .personName, .authority, .choice, .choices, .certificateNumber: return nil
        default: break
        }
        var cell = FoldedCell()
        cell.fold(bytes)
        let found = cell.bytes.withUnsafeBufferPointer { CitizenNumber.ranges(in: $0, on: today) }
        return found.isEmpty ? nil : String(decoding: cell.bytes, as: UTF8.self)
    }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, folded: inout FoldedCell, today: Day) -> Reading {
        switch field.type {
        case .text, .freeText, .personName, .authority: return text(bytes, today)
        case .day: return folding(DayReading.dateAlone(bytes), &folded) { day($0) }
        case .amount(let unit): return folding(bytes, &folded) { amount($0, unit) }
        case .choice, .choices: return choices(bytes, today)
        case .creditCode, .authorityCode: return folding(bytes, &folded) { creditCode($0, today) }
        case .registrationNumber: return folding(bytes, &folded) { registrationNumber($0, today) }
        case .organisationCode: return folding(bytes, &folded) { organisationCode($0) }
        case .otherCode, .grade: return folding(bytes, &folded) { otherCode($0, today) }
        case .certificateNumber: return certificate(bytes, &folded)
        }
    }

    private func refused(_ code: FaultCode, _ detail: Bilingual? = nil) -> Reading {
        Reading(value: .none, remarks: [Remark(code: code, detail: detail)])
    }

    private func tooLong() -> Reading {
        refused(.tooLong, Bilingual(zh: "\(field.maxLength)", en: "\(field.maxLength)"))
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ today: Day) -> Reading {
        let survey = CellSurvey(bytes)
        if survey.isUnreadable { return refused(.textUnreadable) }
        if survey.characters > field.maxLength { return tooLong() }
        guard survey.mayHoldCitizenNumber || survey.hasFullWidthDigits else {
            return Reading(value: .value(.text(String(decoding: bytes, as: UTF8.self))), remarks: [])
        }
        let kept = PersonalText.withoutCitizenNumbers(bytes, on: today)
        return Reading(value: .value(.text(kept.text)), remarks: kept.found ? [Remark(code: .personalNumber)] : [])
    }

    /// Folds the cell, checks it, and adds the remark on full-width signs.
    private func folding(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ folded: inout FoldedCell,
        _ check: ([UInt8]) -> Reading
    ) -> Reading {
        folded.fold(bytes)
        guard !folded.bytes.isEmpty else { return Reading(value: .absent, remarks: []) }
        var reading = check(folded.bytes)
        if case .absent = reading.value { return reading }
        if folded.wasFullWidth { reading.remarks.append(Remark(code: .fullWidth)) }
        return reading
    }

    private func day(_ bytes: [UInt8]) -> Reading {
        switch DayReading(bytes) {
        case .day(let day): return Reading(value: .value(.day(day)), remarks: [])
        case .impossible: return refused(.dateImpossible)
        case .unreadable: return refused(.dateUnreadable)
        }
    }

    private func amount(_ bytes: [UInt8], _ unit: Int64) -> Reading {
        guard let amount = Amount(decimal: bytes, unit: unit) else { return refused(.amountUnreadable) }
        return Reading(value: .value(.amount(amount)), remarks: [])
    }

    private mutating func choices(_ bytes: UnsafeBufferPointer<UInt8>, _ today: Day) -> Reading {
        if lastBytes.elementsEqual(bytes) { return Reading(value: .value(.choices(lastChoices)), remarks: []) }
        let text = String(decoding: bytes, as: UTF8.self)
        let isMany = if case .choices = field.type { true } else { false }
        guard let words = list?.read(text, many: isMany) else {
            return refused(.notInCodeList, list?.summary)
        }
        guard text.count <= field.maxLength || !isMany else { return tooLong() }
        // A remark behind 其他 is the sender's own words.
        let kept = words.map {
            var word = $0
            return word.withUTF8 { PersonalText.withoutCitizenNumbers($0, on: today) }
        }
        guard !kept.contains(where: \.found) else {
            return Reading(value: .value(.choices(kept.map(\.text))), remarks: [Remark(code: .personalNumber)])
        }
        lastBytes = Array(bytes)
        lastChoices = words
        return Reading(value: .value(.choices(words)), remarks: [])
    }

    private func creditCode(_ bytes: [UInt8], _ today: Day) -> Reading {
        switch CreditCode.defect(in: bytes) {
        case .malformed: return refused(.codeMalformed)
        case .placeholder: return refused(.codePlaceholder)
        case .outerCheck: return refused(.codeCheck)
        // One citizen number in thirty-one holds as a unified code by chance; the organisation code inside gives it away.
        case nil where CitizenNumber.holds(bytes, on: today) && !OrganisationCode.holds(bytes[8..<17]):
            return refused(.codeCheck)
        case nil: return Reading(value: .value(.text(String(decoding: bytes, as: UTF8.self))), remarks: [])
        }
    }

    private func registrationNumber(_ bytes: [UInt8], _ today: Day) -> Reading {
        guard CellChecker.saysSomething(bytes) else { return Reading(value: .absent, remarks: []) }
        var reading = otherCode(bytes, today)
        if bytes.count == 15, !RegistrationNumber.holds(bytes) {
            reading.remarks.append(Remark(code: .registrationNumberCheck))
        }
        return reading
    }

    /// Whether there is a letter, a figure or a Chinese character among the bytes; signs alone are nobody's number.
    private static func saysSomething(_ bytes: [UInt8]) -> Bool {
        for byte in bytes where byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { return true }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars
            .contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private func organisationCode(_ bytes: [UInt8]) -> Reading {
        guard CellChecker.saysSomething(bytes) else { return Reading(value: .absent, remarks: []) }
        let plain = bytes.filter { $0 != 0x2D }
        guard plain.count <= field.maxLength else { return tooLong() }
        let remarks = OrganisationCode.holds(plain) ? [] : [Remark(code: .organisationCodeCheck)]
        return Reading(value: .value(.text(String(decoding: plain, as: UTF8.self))), remarks: remarks)
    }

    private func otherCode(_ bytes: [UInt8], _ today: Day) -> Reading {
        bytes.withUnsafeBufferPointer { text($0, today) }
    }

    private func certificate(_ bytes: UnsafeBufferPointer<UInt8>, _ folded: inout FoldedCell) -> Reading {
        folded.fold(bytes)
        let number = String(decoding: folded.bytes, as: UTF8.self)
        guard CellSurvey(bytes).characters <= field.maxLength || SealedNumber.isSeal(number) else { return tooLong() }
        return Reading(value: .certificate(number), remarks: [])
    }
}

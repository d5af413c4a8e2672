import CreditCatalogue
import CreditModel

/// Spoils rows so that exactly the faults noted down come of it.
struct Soiler: Sendable {
    let plan: SheetPlan
    let catalogue: Catalogue
    let offices: Offices
    let style: FileStyle
    let received: Day

    /// Brings a defect into a row; `false`, and the row as it was, where the row offers no place for it.
    func spoil(_ draft: inout RowDraft, _ defect: Defect, _ random: inout RandomSource) -> Bool {
        switch defect {
        case .requiredMissing: omitRequired(&draft, &random)
        case .documentMissing: omitDocument(&draft, &random)
        case .tooLong: lengthen(&draft, &random)
        case .notInCodeList: leaveList(&draft, &random)
        case .personalNumber: addPersonalNumber(&draft, &random)
        case .textUnreadable: garble(&draft, &random)
        case .fullWidth: widen(&draft, &random)
        case .naturalPersonRow: turnNaturalPerson(&draft, &random)
        case .rowTooWide: widenRow(&draft)
        case .dateUnreadable, .dateImpossible: misdate(&draft, defect, &random)
        case .dateInFuture: postdate(&draft, &random)
        case .periodReversed: reversePeriod(&draft, &random)
        case .amountUnreadable: blurAmount(&draft, &random)
        case .amountContradictsText: contradictText(&draft)
        case .fineMissing, .confiscatedMissing: omitAmount(&draft, defect, &random)
        case .identityMissing: omitIdentity(&draft, &random)
        case .codeMalformed, .codePlaceholder, .codeCheck: breakCode(&draft, defect, &random)
        case .codeInnerCheck, .codeCategoryUnknown: bendCode(&draft, defect)
        case .codeKindMismatch: swapCategory(&draft)
        case .authorityCodeCheck: breakAuthorityCode(&draft)
        case .registrationNumberCheck: breakRegistrationNumber(&draft)
        case .organisationCodeCheck: breakOrganisationCode(&draft)
        case .authorityUnknown: inventAuthority(&draft, &random)
        case .authorityOutsideYears: outdateAuthority(&draft, &random)
        case .authorityLevel: lowerAuthority(&draft, &random)
        case .authorityCodeMismatch: exchangeAuthorityCode(&draft, &random)
        case .gradeUnknown: inventGrade(&draft, &random)
        case .gradeOfOtherEdition: exchangeEdition(&draft, &random)
        case .subjectKind: exchangeKind(&draft, &random)
        case .certificateMissing, .certificateMiscopied, .certificateMasked: breakCertificate(&draft, defect, &random)
        case .reportedLate, .calendarMissing, .sourceOutsideYears: false
        }
    }

    /// Whether fields stand in the layout and no other defect has to do with them.
    func isFree(_ field: Int?, _ draft: RowDraft) -> Bool {
        guard let field else { return false }
        return plan.columnOfField[field] != nil && !draft.touched.contains(field)
    }

    /// Whether no other defect has to do with some fields; absent ones never stand in the way.
    func areUntouched(_ fields: [Int?], _ draft: RowDraft) -> Bool {
        fields.allSatisfy { $0.map { !draft.touched.contains($0) } ?? true }
    }

    func touch(_ draft: inout RowDraft, _ fields: [Int?]) {
        draft.touched.formUnion(fields.compactMap(\.self))
    }

    /// Writes a cell, notes its fault and closes the fields it depends on.
    func write(_ cell: String, _ field: Int, _ code: FaultCode, _ draft: inout RowDraft, closing others: [Int?] = []) {
        draft.cells[field] = cell
        draft.faults.append(RowFault(field: field, code: code))
        touch(&draft, [field] + others)
    }

    /// The free fields of some kind, in an order that chance decides.
    func candidates(_ draft: RowDraft, _ random: inout RandomSource, where fits: (Int, Field) -> Bool) -> [Int] {
        let fields = plan.item.fields
        return random.shuffled(fields.indices.filter { isFree($0, draft) && fits($0, fields[$0]) })
    }

    /// Whether a field's cell could be emptied without more than its own fault.
    func isOptional(_ field: Int?) -> Bool {
        guard let field else { return true }
        if case .optional = plan.item.fields[field].requirement { return true }
        return false
    }

    func null(_ random: inout RandomSource) -> String {
        random.word(["", "/", "无", "-", "—", "--", "null", "NULL", "N/A", "\\N", "／"])
    }
}

extension Field {
    /// Whether it holds words that nothing else is read from.
    var isWords: Bool {
        switch type {
        case .text, .freeText: true
        default: false
        }
    }
}

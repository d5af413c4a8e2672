import CreditModel

/// What can be wrong with one row on purpose, each with exactly the faults that it brings.
enum Defect: Int, Sendable, CaseIterable {
    case requiredMissing
    case documentMissing
    case identityMissing
    case tooLong
    case notInCodeList
    case dateUnreadable
    case dateImpossible
    case dateInFuture
    case periodReversed
    case amountUnreadable
    case amountContradictsText
    case fineMissing
    case confiscatedMissing
    case codeMalformed
    case codePlaceholder
    case codeCheck
    case codeInnerCheck
    case codeCategoryUnknown
    case codeKindMismatch
    case authorityCodeCheck
    case registrationNumberCheck
    case organisationCodeCheck
    case fullWidth
    case authorityUnknown
    case authorityOutsideYears
    case authorityLevel
    case authorityCodeMismatch
    case personalNumber
    case textUnreadable
    case naturalPersonRow
    case rowTooWide
    case gradeUnknown
    case gradeOfOtherEdition
    case subjectKind
    case certificateMissing
    case certificateMiscopied
    case certificateMasked
    /// Not a change to a row: the row is made late, or so old that no calendar counts.
    case reportedLate
    case calendarMissing
    case sourceOutsideYears

    /// Whether it is settled when the record is made.
    var isOfDay: Bool { [.reportedLate, .calendarMissing, .sourceOutsideYears].contains(self) }

    /// Whether the row's other faults go unsaid beside it.
    var standsAlone: Bool { self == .naturalPersonRow || self == .rowTooWide }

    /// The fault that it brings.
    var code: FaultCode {
        switch self {
        case .fineMissing, .confiscatedMissing: .amountMissing
        case .authorityCodeCheck: .codeCheck
        case .requiredMissing, .certificateMissing: .requiredMissing
        case .gradeUnknown, .gradeOfOtherEdition: .gradeNotInScheme
        case .subjectKind: .subjectKind
        case .certificateMiscopied: .certificateCheck
        case .certificateMasked: .maskedNumber
        case .documentMissing: .documentMissing
        case .identityMissing: .identityMissing
        case .tooLong: .tooLong
        case .notInCodeList: .notInCodeList
        case .dateUnreadable: .dateUnreadable
        case .dateImpossible: .dateImpossible
        case .dateInFuture: .dateInFuture
        case .periodReversed: .periodReversed
        case .amountUnreadable: .amountUnreadable
        case .amountContradictsText: .amountContradictsText
        case .codeMalformed: .codeMalformed
        case .codePlaceholder: .codePlaceholder
        case .codeCheck: .codeCheck
        case .codeInnerCheck: .codeInnerCheck
        case .codeCategoryUnknown: .codeCategoryUnknown
        case .codeKindMismatch: .codeKindMismatch
        case .registrationNumberCheck: .registrationNumberCheck
        case .organisationCodeCheck: .organisationCodeCheck
        case .fullWidth: .fullWidth
        case .authorityUnknown: .authorityUnknown
        case .authorityOutsideYears: .authorityOutsideYears
        case .authorityLevel: .authorityLevel
        case .authorityCodeMismatch: .authorityCodeMismatch
        case .personalNumber: .personalNumber
        case .textUnreadable: .textUnreadable
        case .naturalPersonRow: .naturalPersonRow
        case .rowTooWide: .rowTooWide
        case .reportedLate: .reportedLate
        case .calendarMissing: .calendarMissing
        case .sourceOutsideYears: .sourceOutsideYears
        }
    }

    /// Those that change a finished row.
    static let ofRows = allCases.filter { !$0.isOfDay }

    /// Those that only items of sectors have a place for.
    static let ofSectors: [Defect] = [.gradeOfOtherEdition, .gradeUnknown, .subjectKind, .certificateMiscopied]
}

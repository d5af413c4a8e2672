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
    /// Not a change to a row: the row is made late, or so old that no calendar counts.
    case reportedLate
    case calendarMissing

    /// Whether it is settled when the record is made.
    var isOfDay: Bool { self == .reportedLate || self == .calendarMissing }

    /// Whether the row's other faults go unsaid beside it.
    var standsAlone: Bool { self == .naturalPersonRow || self == .rowTooWide }

    /// The fault that it brings.
    var code: FaultCode {
        switch self {
        case .fineMissing, .confiscatedMissing: .amountMissing
        case .authorityCodeCheck: .codeCheck
        case .requiredMissing: .requiredMissing
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
        }
    }

    /// Those that change a finished row.
    static let ofRows = allCases.filter { !$0.isOfDay }
}

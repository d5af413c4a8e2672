/// Everything that can be wrong with a row, a cell or a file.
///
/// The catalogue's fault table says of each whether it refuses or warns, in which words, on what ground and what to
/// do.
public enum FaultCode: String, Sendable, CaseIterable, Hashable {
    /// What only layouts of departments' own exports bring about.
    public static let ofLayouts: Set<FaultCode> = [.joinMissing, .joinAmbiguous, .valueNotTranslated]

    /// What only items of sectors bring about: grades, subjects of some kinds, sources with years.
    public static let ofSectors: Set<FaultCode> = [.sourceOutsideYears, .subjectKind, .gradeNotInScheme]

    // A file
    /// The department may not send this item.
    case departmentNotSource = "department-not-source"
    /// A heading that the template does not know; its cells are not taken in.
    case unknownColumn = "unknown-column"
    /// A heading that the template needs is not there.
    case missingColumn = "missing-column"
    /// The item was withdrawn by later law (limit 3).
    case itemWithdrawn = "item-withdrawn"
    /// A sheet of natural persons (limits 1 and 3).
    case naturalPersonSheet = "natural-person-sheet"

    // A row
    /// A row about a natural person in a sheet for organisations.
    case naturalPersonRow = "natural-person-row"
    /// More cells than headings.
    case rowTooWide = "row-too-wide"
    /// No strong key: it waits at the conflict desk.
    case identityMissing = "identity-missing"
    /// Two keys that point to two subjects: it waits at the conflict desk.
    case identityConflict = "identity-conflict"
    /// An adverse record without its deciding document.
    case documentMissing = "document-missing"
    /// Handed in later than the item's term of working days.
    case reportedLate = "reported-late"
    /// The end of a period before its beginning.
    case periodReversed = "period-reversed"
    /// The document's number looks to be that of another row or record, spelt otherwise; both are kept.
    case documentNearDuplicate = "document-near-duplicate"
    /// The tier cannot be determined: not shown until its department says.
    case tierUndetermined = "tier-undetermined"
    /// The year has no calendar in the catalogue, so a term cannot be counted.
    case calendarMissing = "calendar-missing"

    /// A decision of a day on which another department answered for the item.
    case sourceOutsideYears = "source-outside-years"
    /// A subject of a kind that the item is not about (limit 1 for grades and points of sole traders).
    case subjectKind = "subject-kind"

    // A row of a department's own export, by the layout that explains it
    /// The table that the row points to has no such row.
    case joinMissing = "join-missing"
    /// The table that the row points to has several such rows, which differ.
    case joinAmbiguous = "join-ambiguous"
    /// A value that the layout's translation does not name.
    case valueNotTranslated = "value-not-translated"

    // A cell
    /// A required cell that is empty or says "none".
    case requiredMissing = "required-missing"
    /// Longer than the field allows.
    case tooLong = "too-long"
    /// Not in the field's code list.
    case notInCodeList = "not-in-code-list"
    /// No grade of the scheme's edition in force on the day of the decision.
    case gradeNotInScheme = "grade-not-in-scheme"
    /// Not a date in any known form.
    case dateUnreadable = "date-unreadable"
    /// A date that does not exist.
    case dateImpossible = "date-impossible"
    /// A decision in the future.
    case dateInFuture = "date-in-future"
    /// Not an amount.
    case amountUnreadable = "amount-unreadable"
    /// The amount's cell and the amount written in the decision's text differ.
    case amountContradictsText = "amount-contradicts-text"
    /// A fine or confiscation without its amount.
    case amountMissing = "amount-missing"
    /// Not eighteen characters of the alphabet.
    case codeMalformed = "code-malformed"
    /// A placeholder that stands for "none".
    case codePlaceholder = "code-placeholder"
    /// The outer check character does not hold.
    case codeCheck = "code-check"
    /// The organisation code inside does not hold.
    case codeInnerCheck = "code-inner-check"
    /// Registrar and category that the table does not know.
    case codeCategoryUnknown = "code-category-unknown"
    /// The code says another kind of subject than the row does.
    case codeKindMismatch = "code-kind-mismatch"
    /// A registration number whose check digit does not hold.
    case registrationNumberCheck = "registration-number-check"
    /// An organisation code whose check character does not hold.
    case organisationCodeCheck = "organisation-code-check"
    /// Full-width letters or digits in a code, date or amount; read as half-width.
    case fullWidth = "full-width"
    /// An authority that the register does not know, so that its level is unknown.
    case authorityUnknown = "authority-unknown"
    /// An authority outside the years in which it existed.
    case authorityOutsideYears = "authority-outside-years"
    /// An authority below the level that the item asks for.
    case authorityLevel = "authority-level"
    /// The authority's code is not that of the authority named.
    case authorityCodeMismatch = "authority-code-mismatch"
    /// A certificate number in a cell that is not for one; kept as mask and keyed hash only.
    case personalNumber = "personal-number"
    /// Eighteen digits that are no citizen number, as Excel makes of one by rounding it: taken as not given.
    case certificateCheck = "certificate-check"
    /// A certificate number with asterisks in it: taken as not given.
    case maskedNumber = "masked-number"
    /// Bytes that are no text in the file's encoding, or control characters.
    case textUnreadable = "text-unreadable"
}

/// Whether a fault keeps a row out.
public enum Severity: String, Sendable, CaseIterable {
    /// The row is not admitted.
    case refuse
    /// The row is admitted and the sender is told.
    case warn
}

/// One fault of one cell, row or file.
///
/// The value shown is already masked where the cell may hold personal data (limit 8).
public struct Fault: Hashable, Sendable {
    /// The row's number in the sheet as sent, counted from 1 at the sheet's first row; 0 for the file as a whole.
    public let row: Int
    /// The heading of the column as sent; empty for a fault of the whole row or file.
    public let column: String
    /// What stands in the cell, masked where need be, at most sixty characters.
    public let value: String
    /// What is wrong.
    public let code: FaultCode
    /// Words to fill into the message: an expected length, a successor's name, and so on.
    public let detail: Bilingual?

    /// A fault from its parts.
    public init(row: Int, column: String, value: String, code: FaultCode, detail: Bilingual? = nil) {
        self.row = row
        self.column = column
        self.value = value
        self.code = code
        self.detail = detail
    }
}

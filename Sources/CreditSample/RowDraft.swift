import CreditModel

/// One fault that a row is known to have; the field is `nil` for the whole row.
struct RowFault: Sendable, Hashable {
    let field: Int?
    let code: FaultCode
}

/// A row on its way into a file: its cells by field, and what is known to be wrong with them.
struct RowDraft: Sendable {
    let record: SampleRecord
    var cells: [String]
    var faults: [RowFault] = []
    /// The fault that its day brings: late, or no calendar.
    var termFault: RowFault?
    /// The fault that its penalty brings: no tier.
    var tierFault: RowFault?
    /// The fault that its day brings where another department answered then.
    var yearsFault: RowFault?
    /// Fields that a defect has read or written: no second defect may touch them.
    var touched: Set<Int> = []
    /// Cells beyond the last heading.
    var beyond: [String] = []

    /// Everything that the checker is to find.
    var allFaults: [RowFault] {
        faults + [termFault, yearsFault, tierFault].compactMap(\.self)
    }
}

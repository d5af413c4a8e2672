import CreditModel

/// A finished sheet: every row as it stands in the file, and the number of each row of data.
struct SheetText: Sendable {
    var rows: [[String]] = []
    var headings: [String] = []
    /// The rows' numbers, counted from 1 at the sheet's first row.
    var numbers: [Int] = []

    /// Lays out rows below their headings, with the file's instructions above and a few empty rows between.
    init(
        _ drafts: [RowDraft],
        _ plan: SheetPlan,
        _ style: FileStyle,
        headings: [String],
        without dropped: Int?,
        extra: String?,
        _ random: inout RandomSource
    ) {
        let columns = headings.indices.filter { $0 != dropped }
        self.headings = headings
        rows = style.instructions.map { [$0] }
        rows.append(columns.map { headings[$0] } + [extra].compactMap(\.self))
        let width = columns.count + (extra == nil ? 0 : 1)
        for draft in drafts {
            if random.chance(0.002) { rows.append([String](repeating: "", count: width)) }
            var cells = columns.map { plan.fieldOfColumn[$0].map { draft.cells[$0] } ?? "" }
            if extra != nil { cells.append("B\(rows.count)") }
            rows.append(cells + draft.beyond)
            numbers.append(rows.count)
        }
    }
}

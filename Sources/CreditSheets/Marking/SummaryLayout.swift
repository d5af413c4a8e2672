/// How the sheet in front is laid out: how wide its columns are, and which rows go across all of them.
struct SummaryLayout {
    private static let narrowest = 10.0
    private static let widest = 60.0
    private static let lineHeight = 16.0

    /// The columns' widths, in characters.
    let widths: [Double]

    init(_ rows: [SummaryRow]) {
        var widths = [Double](repeating: SummaryLayout.narrowest, count: rows.map(\.cells.count).max() ?? 0)
        for row in rows where row.cells.count > 1 {
            for (column, cell) in row.cells.enumerated() {
                widths[column] = max(widths[column], min(SummaryLayout.width(cell) + 2, SummaryLayout.widest))
            }
        }
        self.widths = widths
    }

    /// The height of a row that is one text across all columns; `nil` for a row of cells.
    func height(across row: SummaryRow) -> Double? {
        guard widths.count > 1, row.link == nil, row.cells.count == 1, let text = row.cells.first, !text.isEmpty else {
            return nil
        }
        let room = max(widths.reduce(0, +) * 0.9, 1)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0.0) { $0 + max(1, (SummaryLayout.width(String($1)) / room).rounded(.up)) }
        return min(lines, 20) * SummaryLayout.lineHeight
    }

    /// The width of the start of a text; a Chinese character takes the place of two others.
    private static func width(_ text: String) -> Double {
        text.unicodeScalars.prefix(4_000).reduce(0.0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }
}

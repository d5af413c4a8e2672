/// How wide the columns of a summary are, in characters.
enum SummaryWidths {
    private static let narrowest = 10.0
    private static let widest = 60.0

    static func widths(_ rows: [SummaryRow]) -> [Double] {
        var widths = [Double](repeating: narrowest, count: rows.map(\.cells.count).max() ?? 0)
        for row in rows where row.cells.count > 1 {
            for (column, cell) in row.cells.enumerated() {
                // A Chinese character takes the place of two others.
                let width = cell.unicodeScalars.prefix(60).reduce(2.0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
                widths[column] = max(widths[column], min(width, widest))
            }
        }
        return widths
    }
}

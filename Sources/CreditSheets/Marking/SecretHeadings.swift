/// Where in a table headings stand that promise certificate numbers, by which columns are masked that nobody has read.
struct SecretHeadings {
    /// Rows at the beginning of a table without known headings among which such headings are looked for.
    static let mostRows = 20

    /// The row of the first such heading of each column, columns from 0.
    private(set) var rows: [Int: Int] = [:]
    private let marking: WorkbookMarking

    /// Looks for them among a table's first rows, or in the row of its headings where that is known.
    init(_ reader: any SheetReader, _ table: TableMarking?, _ marking: WorkbookMarking) throws(SheetError) {
        self.marking = marking
        let known = table?.headingRow ?? 0
        var reader = reader
        var row = SheetRow()
        var count = 0
        while known > 0 || count < SecretHeadings.mostRows, try reader.next(&row), known == 0 || row.number <= known {
            count += 1
            guard known == 0 || row.number == known else { continue }
            for column in 0..<row.count where rows[column] == nil {
                guard !(table?.secretColumns.contains(column) ?? false), isHeading(row, column) else { continue }
                rows[column] = row.number
            }
        }
    }

    /// Whether there is none.
    var isEmpty: Bool { rows.isEmpty }

    /// Whether a cell stands below one.
    func covers(row: Int, column: Int) -> Bool {
        guard let heading = rows[column] else { return false }
        return row > heading
    }

    /// What stands in the place of a covered cell's text; a heading that comes again stays.
    func masked(_ text: String) -> String {
        marking.isSecretHeading(text) ? text : marking.mask(text)
    }

    private func isHeading(_ row: SheetRow, _ column: Int) -> Bool {
        let text = row.text(column)
        return !text.isEmpty && marking.isSecretHeading(text)
    }
}

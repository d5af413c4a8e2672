/// What stands in the secret cells of a sheet instead of their texts, found by reading the sheet row by row alongside.
final class SealedCells {
    private let table: TableMarking?
    private let headings: SecretHeadings
    private let marking: WorkbookMarking
    private var reader: any SheetReader
    private var row = SheetRow()
    private var isAtEnd = false

    /// - Parameters:
    ///   - reader: The sheet's, before its first row.
    ///   - table: What is said of the sheet, where anything is.
    ///   - headings: The headings of columns that are masked.
    ///   - marking: How it is sealed and masked.
    init(_ reader: any SheetReader, _ table: TableMarking?, _ headings: SecretHeadings, _ marking: WorkbookMarking) {
        self.reader = reader
        self.table = table
        self.headings = headings
        self.marking = marking
    }

    /// Whether a cell is sealed or masked.
    func covers(row: Int, column: Int) -> Bool {
        isSealed(row, column) || headings.covers(row: row, column: column)
    }

    /// The text of such a cell and what stands for it, for rows that are asked for in order; `nil` where it holds nothing.
    func cell(row number: Int, column: Int) throws -> (text: String, sealed: String)? {
        while !isAtEnd, row.number < number { isAtEnd = try !reader.next(&row) }
        guard !isAtEnd, row.number == number else { return nil }
        let text = row.text(column)
        guard !text.isEmpty else { return nil }
        return (text, isSealed(number, column) ? marking.seal(text) : headings.masked(text))
    }

    private func isSealed(_ row: Int, _ column: Int) -> Bool {
        guard let table else { return false }
        return row > table.headingRow && table.secretColumns.contains(column)
    }
}

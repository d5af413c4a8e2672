/// What stands in the secret cells of a sheet instead of their texts, found by reading the sheet row by row alongside.
final class SealedCells {
    private let seal: @Sendable (String) -> String
    private var reader: any SheetReader
    private var row = SheetRow()
    private var isAtEnd = false

    init(_ reader: any SheetReader, _ seal: @escaping @Sendable (String) -> String) {
        self.reader = reader
        self.seal = seal
    }

    /// The text of a cell and what stands for it, for rows that are asked for in order; `nil` where it holds nothing.
    func cell(row number: Int, column: Int) throws -> (text: String, sealed: String)? {
        while !isAtEnd, row.number < number { isAtEnd = try !reader.next(&row) }
        guard !isAtEnd, row.number == number else { return nil }
        let text = row.text(column)
        return text.isEmpty ? nil : (text, seal(text))
    }
}

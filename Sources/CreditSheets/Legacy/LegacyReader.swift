/// Reads one sheet of a workbook of Excel 97–2003, row by row, as ``XLSXReader`` reads those that came after it.
final class LegacyReader: SheetReader {
    let format: SheetFormat
    private var rows: LegacyRows
    private var first: SheetRow?
    private var hasFailed = false

    /// A reader before a sheet's first row that holds anything; `nil` where none does.
    init?(
        _ stream: LegacyStream,
        _ globals: LegacyGlobals,
        name: String,
        records: Range<Int>,
        _ limits: SheetLimits
    ) throws(SheetError) {
        format = .workbook(sheet: name)
        rows = try LegacyRows(stream, globals, records, limits)
        var row = SheetRow()
        guard try rows.next(&row) else { return nil }
        first = row
    }

    var progress: Double { rows.progress }

    func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
        guard !hasFailed else { return false }
        if let waiting = first {
            row = waiting
            first = nil
            return true
        }
        do throws(SheetError) {
            return try rows.next(&row)
        } catch {
            hasFailed = true
            throw error
        }
    }
}

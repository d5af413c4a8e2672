/// Reads one table of a web page, as a stream, in the way it is seen: texts without their looks, cells that reach over
/// several rows in each of them.
///
/// Rows that hold nothing are passed over, and the others keep their numbers.
final class WebPageReader: SheetReader {
    let format: SheetFormat
    var progress: Double { rows.progress }

    private var rows: PageRows
    private var hasFailed = false

    init(_ page: PlacedText, _ table: PageTable, _ limits: SheetLimits) throws(SheetError) {
        format = .webPage(table: table.name)
        rows = try PageRows(page, table, limits)
    }

    func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
        guard !hasFailed else { return false }
        do throws(SheetError) {
            return try rows.next(&row)
        } catch {
            hasFailed = true
            throw error
        }
    }
}

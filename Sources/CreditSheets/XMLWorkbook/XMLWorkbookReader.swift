/// Reads one sheet of a workbook that is one XML text, as a stream.
final class XMLWorkbookReader: SheetReader {
    let format: SheetFormat
    var progress: Double { stream.progress }

    private let sink: XMLWorkbookSink
    private let stream: XMLStream
    private var first: SheetRow?
    private var hasFailed = false

    /// Opens a sheet before its first row that holds anything; `empty` where none does.
    init(_ bytes: PlacedXML, sheet: String, _ limits: SheetLimits) throws(SheetError) {
        format = .xmlWorkbook(sheet: sheet)
        sink = XMLWorkbookSink(limits)
        stream = try XMLStream(bytes, sink, encoding: "UTF-8")
        guard try stream.pull() else { throw SheetError(.empty) }
        first = sink.row
    }

    func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
        guard !hasFailed else { return false }
        if let waiting = first {
            row = waiting
            first = nil
            return true
        }
        do throws(SheetError) {
            guard try stream.pull() else { return false }
        } catch {
            hasFailed = true
            throw error
        }
        swap(&row, &sink.row)
        return true
    }
}

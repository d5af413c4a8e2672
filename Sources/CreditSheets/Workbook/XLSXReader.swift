/// Reads one sheet of a workbook of Excel 2007 or later, as a stream: of the workbook only its shared strings are held.
///
/// Cells give what their sender saw: dates as `2019-01-05`, numbers without exponent, formulas by their last value. Rows that
/// hold nothing are passed over, and the others keep their numbers.
public final class XLSXReader: SheetReader {
    /// The names of the visible sheets, from left to right.
    public let sheets: [String]
    /// The name of the sheet that is read.
    public let sheet: String
    /// That it is a workbook.
    public var format: SheetFormat { .workbook(sheet: sheet) }
    /// The part of the sheet that has been read.
    public var progress: Double { stream.progress }

    private let stream: XMLStream
    private let sink: SheetSink
    private var first: SheetRow?
    private var hasFailed = false

    /// Opens a workbook at a sheet, or at the first visible one that holds anything.
    ///
    /// - Throws: `noSheet`, `empty`, `notAWorkbook`, `encrypted`, `zipBroken`, `zipBomb`, `xmlBroken`, `xmlEntity`,
    ///   `tooLarge`, `cellTooLong`, `tooManyColumns`, `tooManyRows`.
    public init(path: String, limits: SheetLimits = .standard, sheet: String? = nil) throws(SheetError) {
        let parts = try WorkbookParts(path: path, limits: limits)
        let visible = parts.index.sheets.filter { $0.isVisible && (sheet == nil || $0.name == sheet) }
        guard !visible.isEmpty else { throw SheetError(.noSheet) }
        for candidate in visible {
            guard let entry = try parts.entry(candidate) else { continue }
            let sink = SheetSink(parts, limits)
            let stream = try XMLStream(entry, sink)
            guard try stream.pull() else { continue }
            first = sink.row
            sheets = parts.index.sheets.filter(\.isVisible).map(\.name)
            self.sheet = candidate.name
            self.sink = sink
            self.stream = stream
            return
        }
        throw SheetError(.empty)
    }

    /// Reads the next row that holds anything.
    ///
    /// - Throws: `zipBroken`, `zipBomb`, `xmlBroken`, `xmlEntity`, `cellTooLong`, `tooManyColumns`, `tooManyRows`.
    public func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
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

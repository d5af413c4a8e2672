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
    public convenience init(path: String, limits: SheetLimits = .standard, sheet: String? = nil) throws(SheetError) {
        let parts = try WorkbookParts(path: path, limits: limits)
        let wanted = parts.index.sheets.indices.filter {
            let candidate = parts.index.sheets[$0]
            return candidate.isVisible && candidate.name == (sheet ?? candidate.name)
                && (sheet != nil || candidate.name != parts.index.summary)
        }
        guard !wanted.isEmpty else { throw SheetError(.noSheet) }
        for index in wanted {
            guard let opened = try XLSXReader.begin(parts, sheet: index, limits) else { continue }
            self.init(parts, sheet: index, opened)
            return
        }
        throw SheetError(.empty)
    }

    /// Opens one sheet of a workbook whose parts are read; `nil` where it holds nothing.
    convenience init?(_ parts: WorkbookParts, sheet index: Int, _ limits: SheetLimits) throws(SheetError) {
        guard let opened = try XLSXReader.begin(parts, sheet: index, limits) else { return nil }
        self.init(parts, sheet: index, opened)
    }

    private init(_ parts: WorkbookParts, sheet index: Int, _ opened: (stream: XMLStream, sink: SheetSink)) {
        sheets = parts.index.sheets.filter(\.isVisible).map(\.name)
        sheet = parts.index.sheets[index].name
        (stream, sink) = opened
        first = sink.row
    }

    /// A stream that has come to the first row of a sheet which holds anything.
    private static func begin(
        _ parts: WorkbookParts,
        sheet index: Int,
        _ limits: SheetLimits
    ) throws(SheetError) -> (stream: XMLStream, sink: SheetSink)? {
        guard let entry = try parts.entry(parts.index.sheets[index]) else { return nil }
        let sink = SheetSink(parts, limits)
        let stream = try XMLStream(entry, sink)
        return try stream.pull() ? (stream, sink) : nil
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

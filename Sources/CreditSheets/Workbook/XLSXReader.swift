/// Reads one sheet of a workbook of Excel 2007 or later, as a stream: of the workbook only its shared strings are held.
///
/// Cells give what their sender saw: dates as `2019-01-05`, numbers without exponent, formulas by their last value. Rows that
/// hold nothing are passed over, and the others keep their numbers. A cell merged over several rows belongs to each of them, in
/// a sheet of at most ``SheetLimits/maximumBytesAhead``; in larger ones to its first row only.
public final class XLSXReader: SheetReader {
    /// The names of the visible sheets, from left to right.
    public let sheets: [String]
    /// The name of the sheet that is read.
    public let sheet: String
    /// That it is a workbook.
    public var format: SheetFormat { .workbook(sheet: sheet) }
    /// The part of the sheet that has been read.
    public var progress: Double { scanner.progress }

    private var scanner: XMLScanner
    private var sink: SheetSink
    // The first row is read ahead, to know that there is one.
    private var hasRow: Bool
    private var hasFailed = false

    /// Opens a workbook at a sheet, or at the first visible one that holds anything.
    ///
    /// - Throws: `noSheet`, `empty`, `notAWorkbook`, `encrypted`, `zipBroken`, `zipBomb`, `xmlBroken`, `xmlEntity`,
    ///   `tooLarge`, `cellTooLong`, `tooManyColumns`, `tooManyRows`, `unwritable`.
    public convenience init(path: String, limits: SheetLimits = .standard, sheet: String? = nil) throws(SheetError) {
        let parts = try WorkbookParts(path: path, limits: limits)
        let wanted = parts.index.sheets.indices.filter {
            let candidate = parts.index.sheets[$0]
            return candidate.isVisible && candidate.name == (sheet ?? candidate.name)
                && (sheet != nil || candidate.name != parts.index.summary)
        }
        guard let last = wanted.last else { throw SheetError(.noSheet) }
        for index in wanted.dropLast() where try parts.holdsRow(index, limits) {
            try self.init(parts, sheet: index, limits)
            return
        }
        try self.init(parts, sheet: last, limits)
    }

    /// Opens one sheet of a workbook whose parts are read.
    ///
    /// - Throws: `empty` where it holds nothing, and whatever opening a workbook does.
    init(_ parts: WorkbookParts, sheet index: Int, _ limits: SheetLimits) throws(SheetError) {
        sheets = parts.index.sheets.filter(\.isVisible).map(\.name)
        sheet = parts.index.sheets[index].name
        guard let entry = try parts.entry(parts.index.sheets[index]) else { throw SheetError(.empty) }
        scanner = try XMLScanner.open(entry, ahead: limits.maximumBytesAhead)
        let merged = if let whole = scanner.whole { try MergeSearch.merges(in: whole) } else { MergedCells() }
        sink = SheetSink(parts, limits, merged)
        guard try scanner.pull(&sink) else { throw SheetError(.empty) }
        hasRow = true
    }

    /// Reads the next row that holds anything.
    ///
    /// - Throws: `zipBroken`, `zipBomb`, `xmlBroken`, `xmlEntity`, `cellTooLong`, `tooManyColumns`, `tooManyRows`,
    ///   `unreadable`.
    public func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
        guard !hasFailed else { return false }
        if !hasRow {
            do throws(SheetError) {
                guard try scanner.pull(&sink) else { return false }
            } catch {
                hasFailed = true
                throw error
            }
        }
        hasRow = false
        swap(&row, &sink.row)
        return true
    }
}

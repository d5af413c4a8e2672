internal import CXLSXWriter

/// One sheet of a workbook being written; rows are counted from 1 and columns from 0, as a reader counts them.
public final class XLSXSheet {
    /// The number of the last row that was appended, or written to.
    public private(set) var lastRow = 0
    /// The number of notes that were put on its cells.
    var notes = 0

    let book: OpenWorkbook
    let sheet: UnsafeMutablePointer<lxw_worksheet>

    init(_ book: OpenWorkbook, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
        self.book = book
        self.sheet = sheet
    }

    /// Sets a column's width in characters, and how its empty cells take what is typed into them.
    ///
    /// - Throws: `unwritable`.
    public func setColumn(_ column: Int, width: Double, style: SheetStyle = .plain) throws(SheetError) {
        try book.check()
        let place = try XLSXSheet.column(column)
        try XLSXSheet.require(worksheet_set_column(sheet, place, place, width, book.format(style)))
    }

    /// Sets a row's height in points.
    ///
    /// - Throws: `unwritable`, `tooManyRows`.
    public func setRow(_ row: Int, height: Double) throws(SheetError) {
        try book.check()
        try XLSXSheet.require(worksheet_set_row(sheet, try XLSXSheet.row(row), height, nil), row)
    }

    /// Writes a row below the last one.
    ///
    /// - Throws: `unwritable`, `cellTooLong`, `tooManyRows`, `tooManyColumns`.
    public func append(_ values: some Sequence<SheetValue>, style: SheetStyle = .plain) throws(SheetError) {
        let row = lastRow + 1
        for (column, value) in values.enumerated() { try write(value, row: row, column: column, style: style) }
        lastRow = row
    }

    /// Writes a cell; a day in a plain cell is shown as a date.
    ///
    /// - Throws: `unwritable`, `cellTooLong`, `tooManyRows`, `tooManyColumns`.
    public func write(
        _ value: SheetValue,
        row: Int,
        column: Int,
        style: SheetStyle = .plain
    ) throws(SheetError) {
        try book.check()
        let (line, place) = (try XLSXSheet.row(row), try XLSXSheet.column(column))
        let format = book.format(style)
        switch value {
        case .empty:
            if format != nil { try XLSXSheet.require(worksheet_write_blank(sheet, line, place, format), row) }
        case .text(let text):
            try XLSXSheet.require(worksheet_write_string(sheet, line, place, EscapedText.write(text), format), row)
        case .number(let number):
            try XLSXSheet.require(worksheet_write_number(sheet, line, place, number, format), row)
        case .day(let year, let month, let day):
            var date = lxw_datetime()
            (date.year, date.month, date.day) = (Int32(clamping: year), Int32(clamping: month), Int32(clamping: day))
            let shown = format ?? book.format(.day)
            try XLSXSheet.require(worksheet_write_datetime(sheet, line, place, &date, shown), row)
        }
        lastRow = max(lastRow, row)
    }

    /// Writes a text across several columns of a row.
    ///
    /// - Throws: `unwritable`, `cellTooLong`, `tooManyRows`, `tooManyColumns`.
    public func write(
        _ text: String,
        row: Int,
        across columns: ClosedRange<Int>,
        height: Double? = nil,
        style: SheetStyle = .explanation
    ) throws(SheetError) {
        try book.check()
        let line = try XLSXSheet.row(row)
        if let height { try XLSXSheet.require(worksheet_set_row(sheet, line, height, nil), row) }
        guard columns.count > 1 else {
            return try write(.text(text), row: row, column: columns.lowerBound, style: style)
        }
        let (left, right) = (try XLSXSheet.column(columns.lowerBound), try XLSXSheet.column(columns.upperBound))
        try XLSXSheet.require(
            worksheet_merge_range(sheet, line, left, line, right, EscapedText.write(text), book.format(style)),
            row
        )
        lastRow = max(lastRow, row)
    }

    /// Keeps the rows above and the columns to the left in sight.
    ///
    /// - Throws: `unwritable`.
    public func freeze(rows: Int, columns: Int = 0) throws(SheetError) {
        try book.check()
        worksheet_freeze_panes(sheet, UInt32(clamping: rows), UInt16(clamping: columns))
    }

    static func row(_ row: Int) throws(SheetError) -> UInt32 {
        guard (1...Int(LXW_ROW_MAX)).contains(row) else { throw SheetError(.tooManyRows, row: row) }
        return UInt32(row - 1)
    }

    static func column(_ column: Int) throws(SheetError) -> UInt16 {
        guard (0..<Int(LXW_COL_MAX)).contains(column) else { throw SheetError(.tooManyColumns) }
        return UInt16(column)
    }

    static func require(_ result: lxw_error, _ row: Int? = nil) throws(SheetError) {
        guard result != LXW_NO_ERROR else { return }
        let isLong = result == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
        throw SheetError(
            isLong ? .cellTooLong : .unwritable,
            row: row,
            detail: "libxlsxwriter error \(result.rawValue)"
        )
    }
}

internal import CXLSXWriter
internal import Glibc

/// Writes a workbook, sheet by sheet; nothing is in the file before it is closed.
///
/// ```swift
/// let workbook = try XLSXWriter(path: path)
/// let sheet = try workbook.addSheet("行政许可")
/// try sheet.append([.text("名称"), .text("决定日期")], style: .heading)
/// try sheet.append([.text("辽河商贸有限公司"), .day(year: 2026, month: 3, day: 2)])
/// try workbook.close()
/// ```
public final class XLSXWriter {
    private let book: OpenWorkbook

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - path: The file to be written.
    ///   - constantMemory: Keeps no more than a row: rows must then come in order.
    ///   - created: The instant that the workbook bears, in seconds since 1970; now, where none is given.
    /// - Throws: `unwritable`.
    public init(path: String, constantMemory: Bool = false, created: Int? = nil) throws(SheetError) {
        book = try OpenWorkbook(path: path, constantMemory: constantMemory, created: created)
    }

    /// Adds a sheet to the right of the others.
    ///
    /// - Throws: `unwritable` for a name that Excel does not allow, or that is taken.
    public func addSheet(_ name: String) throws(SheetError) -> XLSXSheet {
        XLSXSheet(book, try book.addSheet(name))
    }

    /// Writes the file; no sheet can be written to afterwards.
    ///
    /// - Throws: `unwritable`.
    public func close() throws(SheetError) {
        try book.close()
    }
}

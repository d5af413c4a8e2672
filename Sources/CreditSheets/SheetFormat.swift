/// How a sheet was written down.
public enum SheetFormat: Sendable, Equatable {
    /// Lines of text with a character between the cells.
    case delimitedText(TextEncoding, delimiter: UInt8)
    /// A workbook; the name is that of the sheet being read.
    case workbook(sheet: String)
    /// A table of a web page; its name is empty where the page names none.
    case webPage(table: String)
    /// A sheet of a workbook written as one XML text.
    case xmlWorkbook(sheet: String)
}

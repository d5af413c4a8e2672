/// How a sheet was written down.
public enum SheetFormat: Sendable, Equatable {
    /// Lines of text with a character between the cells.
    case delimitedText(TextEncoding, delimiter: UInt8)
    /// A workbook; the name is that of the sheet being read.
    case workbook(sheet: String)
}

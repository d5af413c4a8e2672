/// What is written into a workbook's cell.
public enum SheetValue: Sendable, Equatable {
    /// Nothing; a style still shows.
    case empty
    /// Text, whatever it looks like: a code stays a code.
    case text(String)
    /// A number.
    case number(Double)
    /// A day, as a real date of Excel.
    case day(year: Int, month: Int, day: Int)
}

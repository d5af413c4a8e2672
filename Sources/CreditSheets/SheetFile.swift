/// The door through which files come in: it looks at a file's first bytes, not at its name.
public enum SheetFile {
    /// Opens a workbook or a delimited text, whichever the file is.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limits: What it may cost.
    ///   - sheet: The sheet of a workbook; its first visible one with data, where none is named.
    /// - Returns: A reader that stands before the first row.
    /// - Throws: ``SheetError``: `legacyWorkbook`, `otherDocument`, `encrypted`, `htmlNotWorkbook` and `notAText` for files that
    ///   are neither, and whatever the readers find.
    public static func open(
        path: String,
        limits: SheetLimits = .standard,
        sheet: String? = nil
    ) throws(SheetError) -> any SheetReader {
        try SheetBook(path: path, limits: limits).open(named: sheet)
    }
}

/// Writes a sender's file again, with its faulty cells coloured and commented and a summary in front.
///
/// ```swift
/// let marking = WorkbookMarking(tables: tables, summaryName: "查验结果", summary: rows, seal: seal, secrets: secrets)
/// try MarkedWorkbook.write("许可.xlsx", to: "许可-查验.xlsx", marking: marking)
/// ```
public enum MarkedWorkbook {
    /// The author of our comments, by which they are known when the workbook comes again.
    static let author = "信源查验 Xinyuan"
    /// The defined name by which our summary is known when the workbook comes again.
    static let summaryMark = "_xinyuan_summary"
    /// Comments that one sheet takes; further marks are coloured only.
    static let mostComments = 1_000

    /// Writes the marked workbook, always an XLSX.
    ///
    /// Whatever table the file holds, the result is a new workbook with its rows as text. Nothing that is sealed or blanked
    /// out reaches the disk in clear.
    ///
    /// - Parameters:
    ///   - source: The file as sent.
    ///   - path: The file to be written; one that is there is replaced.
    ///   - marking: What is to be written.
    ///   - limits: What reading the source may cost.
    /// - Throws: ``SheetError``: `unwritable`, and what reading the source finds.
    /// - Complexity: Linear in the source; a row, the marks and the comments are in memory.
    public static func write(
        _ source: String,
        to path: String,
        marking: WorkbookMarking,
        limits: SheetLimits = .standard
    ) throws(SheetError) {
        try NewMarkedWorkbook(book: SheetBook(path: source, limits: limits), marking: marking).write(to: path)
    }
}

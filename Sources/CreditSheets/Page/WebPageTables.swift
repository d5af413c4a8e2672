/// The tables of a web page, whatever the file calls itself.
final class WebPageTables: TableSource {
    let tables: [SheetBook.Table]
    private let text: PlacedText
    private let found: [PageTable]
    private let limits: SheetLimits

    /// Finds a page's tables.
    ///
    /// - Throws: `htmlNotWorkbook` where it has none, `empty` where none holds anything, `tooLarge`, `tooManyTables`.
    init(_ bytes: ByteSource, _ limits: SheetLimits) throws(SheetError) {
        guard bytes.size <= limits.maximumBytes else { throw SheetError(.tooLarge, detail: "\(bytes.size) bytes") }
        text = try PlacedText(bytes, PageEncoding.survey(bytes))
        let survey = try PageSurvey(text)
        guard survey.hasTable else { throw SheetError(.htmlNotWorkbook) }
        guard !survey.tables.isEmpty else { throw SheetError(.empty) }
        found = survey.tables
        tables = survey.tables.map { SheetBook.Table(name: $0.name) }
        self.limits = limits
    }

    func open(_ index: Int) throws(SheetError) -> any SheetReader {
        try WebPageReader(text, found[index], limits)
    }
}

/// The sheets of a workbook that is one XML text (SpreadsheetML 2003), whatever the file calls itself.
final class XMLWorkbookTables: TableSource {
    let tables: [SheetBook.Table]
    private let text: PlacedText
    private let places: [Int64]
    private let limits: SheetLimits

    /// Finds a workbook's sheets.
    ///
    /// - Throws: `htmlNotWorkbook` where it has none, `xmlBroken`, `xmlEntity`, `tooLarge`, `tooManyTables`.
    init(_ bytes: ByteSource, _ limits: SheetLimits) throws(SheetError) {
        guard bytes.size <= limits.maximumWorkbookBytes else {
            throw SheetError(.tooLarge, detail: "\(bytes.size) bytes")
        }
        text = try PlacedText(bytes, PageEncoding.survey(bytes))
        let sheets = try XMLWorkbookIndex(text).sheets
        guard !sheets.isEmpty else { throw SheetError(.htmlNotWorkbook) }
        let names = UniqueNames.make(sheets.map(\.name))
        tables = zip(names, sheets).map { SheetBook.Table(name: $0, isVisible: $1.isVisible) }
        places = sheets.map(\.place)
        self.limits = limits
    }

    func open(_ index: Int) throws(SheetError) -> any SheetReader {
        let part = PlacedXML(try text.again(from: places[index]), isPart: true)
        return try XMLWorkbookReader(part, sheet: tables[index].name, limits)
    }
}

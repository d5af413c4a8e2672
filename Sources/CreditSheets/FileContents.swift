/// What a file holds, by its first bytes: its kind and its tables.
struct FileContents {
    let kind: SheetBook.Kind
    let tables: any TableSource

    /// Looks into a file.
    ///
    /// - Throws: `encrypted`, `notAText`, and whatever the readers find.
    init(_ bytes: ByteSource, _ limits: SheetLimits) throws(SheetError) {
        switch try FileKind(bytes) {
        case .zip: (kind, tables) = try FileContents.zip(bytes, limits)
        case .legacyWorkbook: (kind, tables) = (.legacyWorkbook, try LegacyTables(bytes, limits: limits))
        case .webPage: (kind, tables) = (.webPage, try WebPageTables(bytes, limits))
        case .xmlWorkbook: (kind, tables) = (.xmlWorkbook, try XMLWorkbookTables(bytes, limits))
        case .openDocument: throw SheetError(.openDocument)
        case .mailedPage: throw SheetError(.htmlNotWorkbook, detail: "MHTML")
        case .binary, .packed: throw SheetError(.notAText)
        case .text: (kind, tables) = (.delimitedText, TextTable(bytes, limits))
        }
    }

    private static func zip(
        _ bytes: ByteSource,
        _ limits: SheetLimits
    ) throws(SheetError) -> (SheetBook.Kind, any TableSource) {
        let archive = try ZipArchive(bytes, limits: limits)
        if archive.isOfficeDocument { return (.workbook, try WorkbookTables(bytes, limits: limits)) }
        guard try !archive.isOpenDocument else { throw SheetError(.openDocument) }
        return (.archive, try ArchiveTables(archive, limits))
    }
}

/// The sheets of a workbook of Excel 97–2003, or the one sheet of a file that is no more than a sheet's records.
///
/// The workbook's stream is held in memory: a sheet has 65,536 rows at most. What is read from it is checked against its end.
final class LegacyTables: TableSource {
    let tables: [SheetBook.Table]
    private let stream: LegacyStream
    private let globals: LegacyGlobals
    private let limits: SheetLimits
    private let sheets: [LegacyGlobals.Sheet]

    /// Opens a workbook by its compound file or, where scripts wrote it, by its bare records.
    ///
    /// - Throws: `tooLarge`, `encrypted`, `legacyWorkbook` for Excel 2–4, `otherDocument`, `legacyBroken`, `encodingBroken`.
    init(_ source: ByteSource, limits: SheetLimits) throws(SheetError) {
        guard source.size <= limits.maximumLegacyBytes else {
            throw SheetError(.tooLarge, detail: "\(source.size) bytes")
        }
        let head = try source.head(2)
        let isCompound = head.starts(with: [0xD0, 0xCF])
        stream = try LegacyStream(
            isCompound
                ? CompoundStream.workbook(source) : source.bytes(at: 0, count: Int(clamping: source.size))
        )
        globals = try LegacyGlobals(stream, limits)
        self.limits = limits
        var sheets = globals.sheets
        if let first = stream.record(at: 0), stream.beginsSheet(first) {
            sheets = [LegacyGlobals.Sheet(name: "", isVisible: true, start: 0, holdsCells: true)]
        }
        guard !sheets.isEmpty else { throw SheetError(.legacyBroken, detail: "no sheets") }
        guard Set(sheets.map(\.start)).count == sheets.count else {
            throw SheetError(.legacyBroken, detail: "two sheets at one place")
        }
        self.sheets = sheets
        tables = sheets.map { SheetBook.Table(name: $0.name, isVisible: $0.isVisible) }
    }

    func open(_ index: Int) throws(SheetError) -> any SheetReader {
        let sheet = sheets[index]
        // Sheets do not reach into each other, so that all of them together are looked through once.
        let limit = sheets.map(\.start).filter { $0 > sheet.start }.min() ?? stream.bytes.count
        guard sheet.holdsCells,
            let reader = try LegacyReader(
                stream,
                globals,
                name: sheet.name,
                records: sheet.start..<max(limit, sheet.start),
                limits
            )
        else { throw SheetError(.empty) }
        return reader
    }
}

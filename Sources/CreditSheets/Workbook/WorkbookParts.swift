/// A workbook with everything read that its sheets need: their list, the shared strings, the styles.
struct WorkbookParts {
    /// Bytes that a part may have which is read whole: the workbook's own, its styles, its references.
    static let maximumIndexBytes: Int64 = 32 << 20

    /// The archive, for the sheets.
    let archive: ZipArchive
    /// The sheets from left to right.
    let index: WorkbookIndex
    /// The strings that cells refer to by number.
    let strings: StringTable
    /// Which styles show a number as a date.
    let styles: DateStyles
    private let relations: PartRelations

    init(path: String, limits: SheetLimits) throws(SheetError) {
        try self.init(ByteSource(path: path), limits: limits)
    }

    init(_ bytes: ByteSource, limits: SheetLimits) throws(SheetError) {
        archive = try ZipArchive(bytes, limits: limits)
        let root = try PartRelations(of: "", in: archive).path(ofType: "officeDocument") ?? "xl/workbook.xml"
        guard root.lowercased().hasSuffix(".xml"),
            let entry = try archive.entry(root, atMost: WorkbookParts.maximumIndexBytes)
        else { throw SheetError(.notAWorkbook, detail: root) }
        index = try WorkbookIndex(entry)
        relations = try PartRelations(of: root, in: archive)
        guard index.sheets.count <= limits.maximumSheets else { throw SheetError(.tooLarge, detail: "sheets") }
        strings = try StringTable.read(archive.entry(relations.path(ofType: "sharedStrings") ?? ""), limits)
        styles = try DateStyles(
            archive.entry(relations.path(ofType: "styles") ?? "", atMost: WorkbookParts.maximumIndexBytes)
        )
        guard !index.sheets.isEmpty else { throw SheetError(.notAWorkbook, detail: "no sheets") }
    }

    /// The part that holds a sheet; `nil` for charts and dialogues.
    func entry(_ sheet: WorkbookIndex.Sheet) throws(SheetError) -> ZipEntry? {
        guard let relation = relations.relation(sheet.relation), relation.type == "worksheet" else { return nil }
        guard let entry = try archive.entry(relation.path) else {
            throw SheetError(.zipBroken, detail: "missing " + relation.path)
        }
        return entry
    }

    /// Whether a sheet holds anything.
    func holdsRow(_ index: Int, _ limits: SheetLimits) throws(SheetError) -> Bool {
        guard let entry = try entry(self.index.sheets[index]) else { return false }
        var scanner = try XMLScanner.open(entry)
        var sink = SheetSink(self, limits, MergedCells())
        return try scanner.pull(&sink)
    }
}

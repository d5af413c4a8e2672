/// A sender's own workbook, of which only what must change is changed.
struct PatchedWorkbook {
    private static let sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    private static let stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"

    let source: String
    let marking: WorkbookMarking
    let limits: SheetLimits
    let package: PackageFile
    let index: PackageIndex
    let root: String
    let relations: PartRelations
    let workbook: WorkbookPatch
    private let styles: StyleBook
    private let stylesPart: String?
    var changes = PackageChanges()
    /// How the shared strings are used by the sheets that have gone by.
    let uses: SharedStringUses
    /// The file as the readers see it, once it has been asked for.
    var book: SheetBook?
    private var dropsFormulas = false
    private var block: Int
    private var seen: Set<String> = []

    /// - Throws: ``SheetError``; ``Unpatchable`` for a workbook that had better be written anew.
    init(_ source: String, marking: WorkbookMarking, limits: SheetLimits) throws {
        self.source = source
        self.marking = marking
        self.limits = limits
        package = try PackageFile(path: source, limits: limits)
        index = try PackageIndex(package)
        root = try PartRelations(of: "", in: package.archive).path(ofType: "officeDocument") ?? "xl/workbook.xml"
        guard let bytes = try package.bytes(root) else { throw SheetError(.notAWorkbook, detail: root) }
        workbook = try WorkbookPatch(bytes)
        relations = try PartRelations(of: root, in: package.archive)
        stylesPart = relations.path(ofType: "styles")
        let strings = try package.archive.entry(relations.path(ofType: "sharedStrings") ?? "")
        uses = SharedStringUses(partBytes: strings?.size ?? 0)
        let application = try package.bytes("docProps/app.xml") ?? []
        let isOffice = application.firstRange(of: Array("LibreOffice".utf8)) != nil
        let stylesBytes = if let stylesPart { try package.bytes(stylesPart) } else { [UInt8]?.none }
        styles = try StyleBook(stylesBytes, isMarked: workbook.isMarked, keepsSecond: !isOffice)
        block = 1
        for name in package.names where name.lowercased().hasSuffix(".vml") {
            let used = try package.bytes(name).map { CommentShapes.blocks($0) } ?? []
            block = max(block, (used.max() ?? 0) + 1)
        }
    }

    /// Writes the workbook.
    mutating func write(to path: String) throws {
        let summary = workbook.summary
        for (place, sheet) in workbook.sheets.enumerated() where place != summary {
            try patch(sheet, at: place)
        }
        try addSummary()
        try settleStyles()
        try blankTheRest()
        try dropSignatures()
        if dropsFormulas { try dropCalculation() }
        try index.settle(into: &changes, marking)
        try PackageWriter.write(package, changes, to: path)
    }

    /// How the workbook's name must end.
    var fileExtension: String {
        let type = index.type(of: root)?.lowercased() ?? ""
        let isTemplate = type.contains("template")
        if type.contains("macroenabled") { return isTemplate ? "xltm" : "xlsm" }
        return isTemplate ? "xltx" : "xlsx"
    }

    private mutating func patch(_ sheet: PartTree.Element, at place: Int) throws {
        guard let part = relations.relation(workbook.relation(sheet))?.path, seen.insert(part.lowercased()).inserted,
            let entry = try package.archive.entry(part)
        else { return }
        let patcher = SheetPatcher(
            marking,
            try marks(at: place, in: part),
            styles: styles,
            sealed: try sealed(at: place),
            uses: uses
        )
        try PartScanner.scan(entry, patcher)
        patcher.finish()
        dropsFormulas = dropsFormulas || patcher.dropsFormulas
        let comments = SheetComments(
            index: index,
            sheet: part,
            drawing: patcher.drawing,
            marks: Array(patcher.marks.cells.lazy.filter { !$0.note.isEmpty }.prefix(MarkedWorkbook.mostComments)),
            isMarked: workbook.isMarked,
            marking: marking
        )
        if let relation = try comments.apply(&changes, block: &block), patcher.drawingPlace >= 0 {
            let namespace = " xmlns:r=\"\(XMLText.relations)\""
            let drawing = "<\(patcher.prefix)legacyDrawing\(namespace) r:id=\"\(relation)\"/>"
            patcher.patches.insert(patcher.drawingPlace, drawing)
        }
        guard !patcher.patches.list.isEmpty else { return }
        patcher.patches.settle()
        changes[part] = .patched(patcher.patches)
    }

    private mutating func addSummary() throws {
        let names = workbook.sheets.map { XMLText.unescaped($0["name"] ?? "") }
        if let place = workbook.summary, let part = relations.relation(workbook.relation(workbook.sheets[place]))?.path
        {
            let old = try package.bytes(part) ?? []
            dropsFormulas = dropsFormulas || old.firstRange(of: Array("<f".utf8)) != nil
            changes[part] = .replaced(Array(summary(names).utf8))
            return workbook.show(place)
        }
        var free = SheetNames(taken: names)
        let name = free.name(marking.blanked(marking.summaryName))
        let folder = root.lastIndex(of: "/").map { String(root[...$0]) } ?? ""
        let part = package.freeName(folder + "worksheets/sheet", ".xml", besides: changes.addedNames)
        changes.add(part, summary(names).utf8)
        index.addType(PatchedWorkbook.sheetType, of: part)
        workbook.addSummary(name, relation: try index.relate(root, to: part, "worksheet"))
    }

    private func summary(_ names: [String]) -> String {
        SummarySheet(marking: marking, styles: styles, sheetNames: names.map { marking.blanked($0) }).xml
    }

    private mutating func settleStyles() throws {
        let bytes = try styles.changed(marking)
        if let stylesPart, package.index(stylesPart) != nil {
            changes[stylesPart] = .replaced(bytes)
            return
        }
        let part = package.freeName("xl/styles", ".xml", besides: changes.addedNames)
        changes.add(part, bytes)
        index.addType(PatchedWorkbook.stylesType, of: part)
        _ = try index.relate(root, to: part, "styles")
    }
}

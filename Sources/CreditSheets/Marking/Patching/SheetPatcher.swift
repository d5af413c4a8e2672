/// Goes through a sheet and notes what must change in its bytes: styles of marked cells, absent cells, secrets.
final class SheetPatcher: PartVisitor {
    /// Elements that the schema puts behind the reference to the comments' shapes (ECMA-376, 18.3.1.99).
    private static let behindDrawing: Set = [
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
        "AlternateContent",
    ]

    /// The changes.
    let patches = Patches()
    /// Whether a formula went, of which the workbook's chain of calculation must not speak any more.
    var dropsFormulas = false
    /// The relation to the shapes of the comments, where there is one.
    private(set) var drawing: String?
    /// Where that relation is to be put, where there is none.
    private(set) var drawingPlace: Int64 = -1
    /// The prefix of the sheet's elements.
    private(set) var prefix = ""

    let styles: StyleBook
    let marking: WorkbookMarking
    let sealed: SealedCells?
    let uses: SharedStringUses
    let finder: SecretFinder
    var marks: MarkedCells
    var cell = PatchedCell()
    var row = 0
    var rowMarks: ArraySlice<CellMark> = []
    var rowStyle: Int?
    var rowTag: (text: TagText, offset: Int64)?
    private let rest: TextPatcher
    private var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
    private var depth = 0
    private var isData = false
    private var emptyData: TagText?

    init(
        _ marking: WorkbookMarking,
        _ marks: [CellMark],
        styles: StyleBook,
        sealed: SealedCells?,
        uses: SharedStringUses
    ) {
        self.styles = styles
        self.marking = marking
        self.sealed = sealed
        self.uses = uses
        self.marks = MarkedCells(marks.filter { $0.row <= 1_048_576 && $0.column < 16_384 })
        finder = SecretFinder(marking.secrets, patches)
        rest = TextPatcher(marking, patches)
    }

    func start(_ tag: PartTag) throws {
        depth += 1
        if isData { return try startData(tag) }
        if depth == 1 { try startRoot(tag) }
        if depth == 2 { startChild(tag) }
        if tag.name == "col" { startColumn(tag) }
        if tag.name == "sheetView" { patches.remove("tabSelected", of: tag.text, at: tag.offset) }
        if !isData { try rest.start(tag) }
    }

    func end(_ name: XMLName, at offset: Int64, length: Int) throws {
        depth -= 1
        if isData, depth >= 2 { return try endData(name, at: offset, length: length) }
        if isData, depth == 1 {
            endSheet(at: offset)
            return
        }
        if depth == 0, drawingPlace < 0 { drawingPlace = offset }
        try rest.end(name, at: offset, length: length)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int64, length: Int) throws {
        guard isData else { return try rest.text(bytes, at: offset, length: length) }
        cell.add(bytes, at: offset, length: length)
    }

    /// Has the last secrets blanked out; to be called when the part has ended.
    func finish() {
        finder.flush()
        rest.finish()
    }

    /// The style that an absent cell of a column has.
    func absentStyle(_ column: Int) -> Int {
        rowStyle ?? columnStyles.first { $0.columns.contains(column) }?.style ?? 0
    }

    private func startRoot(_ tag: PartTag) throws {
        let text = tag.text
        prefix = text.prefix
        let isStrict = String(decoding: text.bytes, as: UTF8.self).contains("purl.oclc.org/ooxml")
        if isStrict { throw Unpatchable(reason: "strict") }
    }

    private func startChild(_ tag: PartTag) {
        if tag.name == "sheetData" {
            isData = true
            if tag.text.isEmpty { emptyData = tag.text }
        } else if tag.name == "legacyDrawing" {
            drawing = tag.attributes.text("id", prefixed: true)
        } else if !SheetPatcher.behindDrawing.contains(tag.text.localName) {
            // Something that may stand anywhere stood before.
            drawingPlace = -1
        } else if drawingPlace < 0 {
            drawingPlace = tag.offset
        }
    }

    private func startColumn(_ tag: PartTag) {
        guard let style = tag.attributes.number("style"), let first = tag.attributes.number("min"),
            let last = tag.attributes.number("max"), first >= 1, first <= last
        else { return }
        columnStyles.append((first - 1...last - 1, style))
    }

    private func endSheet(at offset: Int64) {
        isData = false
        let xml = absentRows(before: .max)
        guard !xml.isEmpty else { return }
        guard let emptyData else { return patches.insert(offset, xml) }
        patches.replace(offset - 2, 2, with: ">\(xml)</\(emptyData.name)>".utf8)
    }
}

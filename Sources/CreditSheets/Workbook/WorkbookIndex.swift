/// What a workbook's own part says: its sheets in order, and how it counts days.
final class WorkbookIndex: XMLSink {
    /// A sheet as the workbook names it.
    struct Sheet {
        var name: String
        var isVisible: Bool
        var relation: String
    }

    /// The sheets from left to right.
    private(set) var sheets: [Sheet] = []
    /// Whether day 0 is 1904-01-01, as on old Macintoshes.
    private(set) var countsFrom1904 = false
    /// The name of the sheet that ``MarkedWorkbook`` put in front, by the defined name that points to it.
    var summary: String? { CellAddress.sheet(of: String(decoding: mark, as: UTF8.self)) }
    private var mark: [UInt8] = []
    private var isMark = false

    init(_ entry: ZipEntry) throws(SheetError) {
        try XMLStream.parse(entry, self)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream) {
        if name == "workbookPr" {
            countsFrom1904 = ["1", "true", "on"].contains(attributes.text("date1904") ?? "0")
        } else if name == "definedName" {
            isMark = attributes.text("name") == MarkedWorkbook.summaryMark
        } else if name == "sheet" {
            let state = attributes.text("state") ?? "visible"
            sheets.append(
                Sheet(
                    name: attributes.text("name") ?? "",
                    isVisible: state == "visible",
                    relation: attributes.text("id", prefixed: true) ?? ""
                )
            )
        }
    }

    func end(_ name: XMLName, _ stream: XMLStream) {
        if name == "definedName" { isMark = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) {
        if isMark { mark.append(contentsOf: bytes) }
    }
}

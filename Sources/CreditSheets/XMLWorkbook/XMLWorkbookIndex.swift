/// The sheets of a workbook that is one XML text, found by parsing it once through.
final class XMLWorkbookIndex: XMLSink {
    private static let mostSheets = 1000

    /// A sheet, and where it begins.
    struct Sheet {
        var name: String
        var isVisible = true
        var place: Int64
    }

    /// The sheets from left to right.
    private(set) var sheets: [Sheet] = []
    private var isVisibility = false
    private var word: [UInt8] = []

    init(_ text: PlacedText) throws(SheetError) {
        let stream = try XMLStream(PlacedXML(text), self, encoding: "UTF-8")
        while try stream.pull() {}
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream) {
        if name == "Worksheet" {
            guard sheets.count < XMLWorkbookIndex.mostSheets else { return stream.fail(SheetError(.tooManyTables)) }
            sheets.append(Sheet(name: attributes.spreadsheetText("Name") ?? "", place: stream.place))
        } else if name == "Visible" {
            isVisibility = true
            word = []
        }
    }

    func end(_ name: XMLName, _ stream: XMLStream) {
        guard name == "Visible" else { return }
        isVisibility = false
        if word.starts(with: "Sheet".utf8), !sheets.isEmpty { sheets[sheets.count - 1].isVisible = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) {
        if isVisibility, word.count < 32 { word.append(contentsOf: bytes.prefix(32)) }
    }
}

extension XMLAttributes {
    /// An attribute of the spreadsheet's vocabulary, which is written with its prefix, or carelessly without.
    func spreadsheetText(_ name: StaticString) -> String? {
        text(name, prefixed: true) ?? text(name)
    }

    /// Such an attribute that is a whole number of at most nine digits.
    func spreadsheetNumber(_ name: StaticString) -> Int? {
        guard let text = spreadsheetText(name), text.utf8.count <= 9 else { return nil }
        return Int(text)
    }
}

/// Which of a workbook's cell styles show a number as a date or a time.
final class DateStyles: XMLSink {
    private var codes: [Int: Bool] = [:]
    private var dates = GatheredBytes(capacity: 64)
    private var isCellFormats = false

    /// Reads a workbook's styles; it has none where the part is absent.
    init(_ entry: ZipEntry?) throws(SheetError) {
        guard let entry else { return }
        try XMLStream.parse(entry, self)
    }

    /// Whether a style shows a date.
    @inline(__always)
    func isDate(_ style: Int) -> Bool {
        style >= 0 && style < dates.count && dates.base[style] != 0
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream) {
        if name == "numFmt" {
            guard let identifier = attributes.number("numFmtId") else { return }
            codes[identifier] = NumberFormat.isDate(code: attributes.text("formatCode") ?? "")
        } else if name == "cellXfs" {
            isCellFormats = true
        } else if name == "xf", isCellFormats {
            let identifier = attributes.number("numFmtId") ?? 0
            let isDate = codes[identifier] ?? NumberFormat.isDate(builtIn: identifier)
            dates.append(isDate ? 1 : 0)
        }
    }

    func end(_ name: XMLName, _ stream: XMLStream) {
        if name == "cellXfs" { isCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) {}
}

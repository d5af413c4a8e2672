/// Gathers the rows of one sheet of a workbook that is one XML text, one row at a time.
final class XMLWorkbookSink: XMLSink {
    private static let farthestColumn = 16_384

    /// The row that was gathered when the stream paused.
    var row = SheetRow()

    private let limits: SheetLimits
    private var number = 0
    private var column = 0
    private var width = 1
    private var down = 0
    private var type = ""
    private var value: [UInt8] = []
    private var spans = RowSpans()
    // Rows that the row at hand stands for, all of them as empty as the others of their kind.
    private var repeated = 0
    private var isInRow = false
    private var isInComment = false
    private var isInData = false

    init(_ limits: SheetLimits) {
        self.limits = limits
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream) {
        if name == "Cell" {
            if isInRow { startCell(attributes, stream) }
        } else if name == "Data" {
            guard !isInComment else { return }
            isInData = true
            type = attributes.spreadsheetText("Type") ?? "String"
        } else if name == "Row" {
            startRow(attributes, stream)
        } else if name == "Comment" || name == "PhoneticText" {
            isInComment = true
        }
    }

    func end(_ name: XMLName, _ stream: XMLStream) {
        if name == "Cell" {
            if isInRow { attempt(stream, endCell) }
        } else if name == "Data" {
            isInData = false
        } else if name == "Row" {
            isInRow = false
            attempt(stream) { () throws(SheetError) in try self.spans.fillRest(&self.row) }
            if !row.isEmpty { stream.pause() }
        } else if name == "Comment" || name == "PhoneticText" {
            isInComment = false
        } else if name == "Worksheet" {
            stream.finish()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) {
        guard isInData, !isInComment else { return }
        value.append(contentsOf: bytes)
        if value.count > limits.maximumCellBytes { stream.fail(SheetError(.cellTooLong, row: number)) }
    }

    private func attempt(_ stream: XMLStream, _ body: () throws(SheetError) -> Void) {
        do throws(SheetError) { try body() } catch { stream.fail(error) }
    }

    private func startRow(_ attributes: XMLAttributes, _ stream: XMLStream) {
        let next = number + 1 + repeated
        let wanted = attributes.spreadsheetText("Index") == nil ? next : attributes.spreadsheetNumber("Index") ?? 0
        guard wanted > number else { return stream.fail(SheetError(.xmlBroken, row: number, detail: "row order")) }
        guard wanted <= limits.maximumRows else { return stream.fail(SheetError(.tooManyRows, row: wanted)) }
        spans.beginRow(after: wanted - number)
        number = wanted
        repeated = max(attributes.spreadsheetNumber("Span") ?? 0, 0)
        row.begin(number: number)
        column = 0
        isInRow = true
    }

    private func startCell(_ attributes: XMLAttributes, _ stream: XMLStream) {
        value.removeAll(keepingCapacity: true)
        width = 1 + min(max(attributes.spreadsheetNumber("MergeAcross") ?? 0, 0), XMLWorkbookSink.farthestColumn)
        down = max(attributes.spreadsheetNumber("MergeDown") ?? 0, 0)
        type = ""
        let index = attributes.spreadsheetNumber("Index")
        attempt(stream) { () throws(SheetError) in
            if let index {
                guard index > self.column else {
                    throw SheetError(.xmlBroken, row: self.number, detail: "cell order")
                }
                self.column = index - 1
                try self.spans.fill(&self.row, before: self.column)
            } else {
                self.column = try self.spans.fill(&self.row, at: self.column)
            }
        }
    }

    private func endCell() throws(SheetError) {
        let bytes = shown()
        guard column < (bytes.isEmpty ? XMLWorkbookSink.farthestColumn : limits.maximumColumns) else {
            throw SheetError(.tooManyColumns, row: number)
        }
        if !bytes.isEmpty {
            guard column >= row.count else { throw SheetError(.xmlBroken, row: number, detail: "cell order") }
            bytes.withUnsafeBufferPointer { row.append($0, at: column) }
        }
        spans.add(bytes, column: column, width: width, rows: down)
        column += width
    }

    /// The value as its sender saw it.
    private func shown() -> [UInt8] {
        switch type {
        case "Number": Array(PlainNumber.text(String(decoding: value, as: UTF8.self)).utf8)
        case "DateTime": Array(XMLWorkbookSink.dateTime(String(decoding: value, as: UTF8.self)).utf8)
        case "Boolean": value.isEmpty ? [] : Array((value == [48] ? "FALSE" : "TRUE").utf8)
        default: value
        }
    }

    /// An ISO date and time: without its time where that is midnight, without its day where there is none.
    private static func dateTime(_ text: String) -> String {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, let day = parts.first else { return text }
        let time = parts[1].prefix { $0 != "." && $0 != "Z" }
        if day == "1899-12-31" { return String(time) }
        return time == "00:00:00" ? String(day) : day + " " + time
    }
}

/// Gathers the rows of one sheet as its elements go by, one row at a time.
final class SheetSink: XMLSink {
    /// The row that was gathered when the stream paused.
    var row = SheetRow()

    private let strings: SharedStrings
    private let styles: DateStyles
    private let countsFrom1904: Bool
    private let limits: SheetLimits
    private var number = 0
    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var value: [UInt8] = []
    private var text = StringItem()
    private var isData = false
    private var isValue = false
    private var isInline = false

    init(_ parts: WorkbookParts, _ limits: SheetLimits) {
        strings = parts.strings
        styles = parts.styles
        countsFrom1904 = parts.index.countsFrom1904
        self.limits = limits
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream) {
        if isInline { return text.start(name) }
        if name == "c" {
            if isData { startCell(attributes, stream) }
        } else if name == "v" {
            isValue = true
        } else if name == "row" {
            if isData { startRow(attributes, stream) }
        } else if name == "is" {
            isInline = true
            text.begin()
        } else if name == "sheetData" {
            isData = true
        }
    }

    func end(_ name: XMLName, _ stream: XMLStream) {
        if name == "c" {
            if isData { endCell(stream) }
        } else if name == "v" {
            isValue = false
        } else if name == "is" {
            isInline = false
            text.unescape()
        } else if isInline {
            text.end(name)
        } else if name == "row" {
            if isData, !row.isEmpty { stream.pause() }
        } else if name == "sheetData" {
            stream.finish()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) {
        if isValue { value.append(contentsOf: bytes) } else if isInline { text.append(bytes) } else { return }
        guard max(value.count, text.bytes.count) <= limits.maximumCellBytes else {
            return stream.fail(SheetError(.cellTooLong, row: number))
        }
    }

    private func startRow(_ attributes: XMLAttributes, _ stream: XMLStream) {
        let next = attributes.bytes("r") == nil ? number + 1 : attributes.number("r") ?? 0
        guard next > number else { return stream.fail(SheetError(.xmlBroken, row: number, detail: "row order")) }
        number = next
        guard number <= limits.maximumRows else { return stream.fail(SheetError(.tooManyRows, row: number)) }
        row.begin(number: number)
        column = -1
    }

    private func startCell(_ attributes: XMLAttributes, _ stream: XMLStream) {
        column = attributes.bytes("r").flatMap { CellReference.column($0) } ?? column + 1
        type = attributes.bytes("t").map { CellType($0) } ?? .number
        style = attributes.number("s") ?? 0
        value.removeAll(keepingCapacity: true)
        text.begin()
    }

    private func endCell(_ stream: XMLStream) {
        switch type {
        case .shared: appendShared(stream)
        case .inline: append(text.bytes, stream)
        case .text: append(value, stream)
        case .boolean: append(value.isEmpty ? [] : Array((value == [48] ? "FALSE" : "TRUE").utf8), stream)
        case .day: append(Array(SheetSink.day(value).utf8), stream)
        case .number: appendNumber(stream)
        }
    }

    private func appendShared(_ stream: XMLStream) {
        guard !value.isEmpty else { return }
        let index = Int(String(decoding: value, as: UTF8.self)) ?? -1
        guard strings.withString(index, { append($0, stream) }) != nil else {
            return stream.fail(SheetError(.xmlBroken, row: number, detail: "no such shared string"))
        }
    }

    private func appendNumber(_ stream: XMLStream) {
        let isDate = styles.isDate(style)
        if !isDate, value.allSatisfy({ (48...57).contains($0) }) { return append(value, stream) }
        let literal = String(decoding: value, as: UTF8.self)
        let date = isDate ? Double(literal).flatMap { SerialDate($0, countsFrom1904: countsFrom1904) } : nil
        append(Array((date?.text ?? PlainNumber.text(literal)).utf8), stream)
    }

    private func append(_ bytes: [UInt8], _ stream: XMLStream) {
        bytes.withUnsafeBufferPointer { append($0, stream) }
    }

    private func append(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) {
        guard !bytes.isEmpty else { return }
        guard column < limits.maximumColumns else { return stream.fail(SheetError(.tooManyColumns, row: number)) }
        guard column >= row.count else {
            return stream.fail(SheetError(.xmlBroken, row: number, detail: "cell order"))
        }
        row.append(bytes, at: column)
    }

    /// An ISO date and time, of which midnight is left out.
    private static func day(_ value: [UInt8]) -> String {
        let text = String(decoding: value, as: UTF8.self)
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return text }
        let time = parts[1].prefix { $0 != "." && $0 != "Z" }
        return time == "00:00:00" ? String(parts[0]) : parts[0] + " " + time
    }
}

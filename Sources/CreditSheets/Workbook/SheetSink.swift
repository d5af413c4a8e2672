/// Gathers the rows of one sheet as its elements go by, one row at a time.
struct SheetSink: XMLEvents, ~Copyable {
    /// The row that was gathered when the scanner paused.
    var row = SheetRow()

    private let strings: StringTable
    private let styles: DateStyles
    private let countsFrom1904: Bool
    private let limits: SheetLimits
    private var merged: MergedCells
    private var number = 0
    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var value = GatheredBytes(capacity: 64)
    private var text = StringItem()
    private var isData = false
    private var isValue = false
    private var isInline = false

    init(_ parts: WorkbookParts, _ limits: SheetLimits, _ merged: MergedCells) {
        strings = parts.strings
        styles = parts.styles
        countsFrom1904 = parts.index.countsFrom1904
        self.limits = limits
        self.merged = merged
    }

    @inline(__always)
    mutating func start(_ name: ScannedName, _ attributes: borrowing ScannedAttributes) throws(SheetError) {
        if isInline { return text.start(name) }
        if name == "c" {
            if isData { startCell(attributes) }
        } else if name == "v" {
            isValue = true
        } else if name == "row" {
            if isData { try startRow(attributes) }
        } else if name == "is" {
            isInline = true
            text.begin()
        } else if name == "sheetData" {
            isData = true
        }
    }

    @inline(__always)
    mutating func end(_ name: ScannedName) throws(SheetError) -> XMLWish {
        if name == "v" {
            isValue = false
        } else if name == "c" {
            if isData { try endCell() }
        } else if name == "is" {
            isInline = false
            text.unescape()
        } else if isInline {
            text.end(name)
        } else if name == "row" {
            guard isData, !row.isEmpty else { return .more }
            try merged.fill(&row)
            return .pause
        } else if name == "sheetData" {
            return .nothing
        }
        return .more
    }

    @inline(__always)
    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SheetError) {
        if isValue { value.append(piece) } else if isInline { text.append(piece) } else { return }
        guard max(value.count, text.count) <= limits.maximumCellBytes else {
            throw SheetError(.cellTooLong, row: number)
        }
    }

    private mutating func startRow(_ attributes: borrowing ScannedAttributes) throws(SheetError) {
        var next = number + 1
        for index in 0..<attributes.count {
            let attribute = attributes[index]
            if attribute.name == "r", !attribute.name.isPrefixed { next = attribute.number ?? 0 }
        }
        guard next > number else { throw SheetError(.xmlBroken, row: number, detail: "row order") }
        number = next
        guard number <= limits.maximumRows else { throw SheetError(.tooManyRows, row: number) }
        row.begin(number: number)
        column = -1
    }

    @inline(__always)
    private mutating func startCell(_ attributes: borrowing ScannedAttributes) {
        column += 1
        type = .number
        style = 0
        for index in 0..<attributes.count {
            let attribute = attributes[index]
            guard attribute.name.count == 1, !attribute.name.isPrefixed else { continue }
            switch attribute.name.start.pointee {
            case UInt8(ascii: "r"): column = CellReference.column(attribute.value) ?? column
            case UInt8(ascii: "t"): type = CellType(attribute.value)
            case UInt8(ascii: "s"): style = attribute.number ?? 0
            default: break
            }
        }
        value.removeAll()
        text.begin()
    }

    @inline(__always)
    private mutating func endCell() throws(SheetError) {
        switch type {
        case .shared: try appendShared()
        case .number: try appendNumber()
        // Some writers give the value of a string within its cell as that of a formula.
        case .inline: try append(text.count > 0 ? text.bytes : value.bytes)
        case .text: if !SheetSink.isPictureFormula(value.bytes) { try append(value.bytes) }
        case .boolean, .day: try appendOther()
        }
    }

    @inline(__always)
    private mutating func appendShared() throws(SheetError) {
        guard value.count > 0 else { return }
        var index = 0
        for byte in value.bytes {
            guard byte &- 48 < 10, index < 1 << 32 else { throw noSuchString }
            index = index * 10 + Int(byte &- 48)
        }
        // An empty string counts for no cell, wherever it stands.
        guard column < limits.maximumColumns, column >= row.count else { return try appendMisplaced(index) }
        guard try strings.append(index, to: &row, at: column) else { throw noSuchString }
    }

    private func appendMisplaced(_ index: Int) throws(SheetError) {
        guard let isEmpty = strings.isEmpty(index) else { throw noSuchString }
        if !isEmpty { try checkPlace() }
    }

    private var noSuchString: SheetError { SheetError(.xmlBroken, row: number, detail: "no such shared string") }

    @inline(__always)
    private mutating func appendNumber() throws(SheetError) {
        guard value.count > 0 else { return }
        if styles.isDate(style) { return try appendDate() }
        if let plain = PlainNumber.plainCount(value.bytes) {
            return try append(UnsafeBufferPointer(start: value.base, count: plain))
        }
        try append(PlainNumber.text(String(decoding: value.bytes, as: UTF8.self)))
    }

    private mutating func appendDate() throws(SheetError) {
        let serial = PlainNumber.value(value.bytes)
        guard let date = serial.flatMap({ SerialDate($0, countsFrom1904: countsFrom1904) }) else {
            return try append(PlainNumber.text(String(decoding: value.bytes, as: UTF8.self)))
        }
        value.removeAll()
        date.write(to: &value)
        try append(value.bytes)
    }

    private mutating func appendOther() throws(SheetError) {
        guard value.count > 0 else { return }
        guard type == .boolean else { return try append(SheetSink.day(String(decoding: value.bytes, as: UTF8.self))) }
        try append(value.count == 1 && value.base[0] == UInt8(ascii: "0") ? "FALSE" : "TRUE")
    }

    private mutating func append(_ string: String) throws(SheetError) {
        value.replace(with: Array(string.utf8))
        try append(value.bytes)
    }

    @inline(__always)
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetError) {
        guard !bytes.isEmpty else { return }
        guard column < limits.maximumColumns, column >= row.count else { return try checkPlace() }
        row.append(bytes, at: column)
    }

    private func checkPlace() throws(SheetError) {
        guard column < limits.maximumColumns else { throw SheetError(.tooManyColumns, row: number) }
        throw SheetError(.xmlBroken, row: number, detail: "cell order")
    }

    /// Whether a formula's value is what WPS writes for a picture in a cell, which is no text: `=DISPIMG("ID_…",1)`.
    private static func isPictureFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.first == UInt8(ascii: "=")
            && (bytes.starts(with: "=DISPIMG(".utf8) || bytes.starts(with: "=_xlfn.DISPIMG(".utf8))
    }

    /// An ISO date and time, of which midnight is left out.
    private static func day(_ text: String) -> String {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return text }
        let time = parts[1].prefix { $0 != "." && $0 != "Z" }
        return time == "00:00:00" ? String(parts[0]) : parts[0] + " " + time
    }
}

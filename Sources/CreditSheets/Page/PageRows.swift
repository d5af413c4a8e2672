/// The rows of one table of a page, and what is known of the row at hand.
struct PageRows: ~Copyable {
    // Beyond it not even empty cells are counted.
    private static let farthestColumn = 16_384

    /// The part of the page that has been read.
    var progress: Double { outline.progress }

    private var outline: PageOutline
    private let limits: SheetLimits
    // The page's tables that are still to be read, and whether one of them is being read, how deep within it.
    private var ordinals: ArraySlice<Int>
    private var depth: Int?
    private var row = SheetRow()
    private var number = 0
    private var column = 0
    private var span = CellSpan(UnsafeBufferPointer(start: nil, count: 0))
    private var text = PageText()
    private var spans = RowSpans()
    private var isInCell = false

    init(_ page: PlacedText, _ table: PageTable, _ limits: SheetLimits) throws(SheetError) {
        outline = PageOutline(try page.again(from: table.place.offset), at: table.place)
        ordinals = table.ordinals[...]
        self.limits = limits
    }

    /// The next row that holds anything.
    mutating func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
        while !ordinals.isEmpty {
            guard try take(outline.event()) else { continue }
            swap(&row, &self.row)
            return true
        }
        return false
    }

    /// Takes what is met next, and says whether it completes a row that holds anything.
    private mutating func take(_ event: PageEvent) throws(SheetError) -> Bool {
        switch event {
        case .done: ordinals = []
        case .tableStart(let place):
            if let depth {
                self.depth = depth + 1
                text.blockBreak()
            } else if place.ordinal == ordinals.first {
                depth = 0
            }
        case .tableEnd: endTable()
        default:
            guard let depth else { return false }
            return try depth == 0 ? takeOwn(event) : takeInner(event)
        }
        return false
    }

    private mutating func endTable() {
        guard let depth else { return }
        guard depth == 0 else {
            self.depth = depth - 1
            text.blockBreak()
            return
        }
        self.depth = nil
        ordinals = ordinals.dropFirst()
        spans.clear()
    }

    private mutating func takeOwn(_ event: PageEvent) throws(SheetError) -> Bool {
        switch event {
        case .rowStart: column = -1
        case .rowEnd: return try endRow()
        case .groupEnd: spans.clear()
        case .cellStart(let span): try startCell(span)
        case .cellEnd: try endCell()
        default: try takeText(event)
        }
        return false
    }

    /// A table within a cell is text of that cell.
    private mutating func takeInner(_ event: PageEvent) throws(SheetError) -> Bool {
        switch event {
        case .rowStart: text.blockBreak()
        case .cellStart: text.blank()
        default: try takeText(event)
        }
        return false
    }

    private mutating func takeText(_ event: PageEvent) throws(SheetError) {
        guard isInCell else { return }
        switch event {
        case .text(let bytes): text.append(bytes)
        case .lineBreak: text.lineBreak()
        case .blockBreak: text.blockBreak()
        default: return
        }
        guard text.bytes.count <= limits.maximumCellBytes else { throw SheetError(.cellTooLong, row: number) }
    }

    private mutating func startCell(_ span: CellSpan) throws(SheetError) {
        if column < 0 { try startRow() }
        column = try spans.fill(&row, at: column)
        self.span = span
        text.begin()
        isInCell = true
    }

    private mutating func startRow() throws(SheetError) {
        number += 1
        guard number <= limits.maximumRows else { throw SheetError(.tooManyRows, row: number) }
        row.begin(number: number)
        spans.beginRow()
        column = 0
    }

    private mutating func endCell() throws(SheetError) {
        isInCell = false
        text.finish()
        guard column < (text.bytes.isEmpty ? PageRows.farthestColumn : limits.maximumColumns) else {
            throw SheetError(.tooManyColumns, row: number)
        }
        if !text.bytes.isEmpty { text.bytes.withUnsafeBufferPointer { row.append($0, at: column) } }
        spans.add(text.bytes, column: column, width: span.columns, rows: span.rows - 1)
        column += span.columns
    }

    private mutating func endRow() throws(SheetError) -> Bool {
        // A row without a single cell is not to be seen.
        guard column >= 0 else { return false }
        column = -1
        try spans.fillRest(&row)
        return !row.isEmpty
    }
}

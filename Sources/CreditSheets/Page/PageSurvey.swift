/// One table of a page, as its first reading finds it.
struct PageTable {
    /// Where it begins.
    var place: PagePlace
    /// The numbers of the page's tables that it is made of: more than one where each row was made a table of its own.
    var ordinals: [Int]
    /// Its caption, or the heading before it.
    var name: String
    /// Columns of its widest row.
    var columns: Int
    /// Rows that have cells.
    var rows: Int
}

/// Reads a page once through to learn which tables it has.
///
/// A table around other tables is there for the looks, and those within it are what is read, unless most of its rows hold
/// texts side by side. A single row that follows a table directly and is as wide belongs to it.
struct PageSurvey {
    private static let mostTables = 1000
    private static let longestName = 300

    /// The tables that hold anything, in order.
    private(set) var tables: [PageTable] = []
    /// Whether there was a table at all.
    private(set) var hasTable = false

    private struct Open {
        var place: PagePlace
        var heading: String
        var caption = ""
        var rows = 0
        var fullRows = 0
        var columns = 0
        var cells = 0
        var filled = 0
        var isInCell = false
        var isFilled = false
        var holdsText = false
        /// Whether something stands between it and the table before it.
        var isApart: Bool
        var inner: [PageTable] = []
    }

    private enum Gathering {
        case caption, heading, name
    }

    private var open: [Open] = []
    private var gathering: Gathering?
    private var gathered = PageText()
    private var heading = ""
    private var sheetNames: [String] = []
    private var isApart = true

    /// Surveys a page.
    init(_ text: PlacedText) throws(SheetError) {
        var outline = PageOutline(text)
        while true {
            let event = try outline.event()
            if case .done = event { break }
            try take(event)
        }
        giveNames()
    }

    private mutating func take(_ event: PageEvent) throws(SheetError) {
        switch event {
        case .text(let bytes): take(bytes)
        case .tableStart(let place):
            hasTable = true
            open.append(Open(place: place, heading: heading, isApart: isApart))
        case .tableEnd: try endTable()
        case .rowStart:
            open[open.count - 1].cells = 0
            open[open.count - 1].filled = 0
        case .rowEnd: endRow()
        case .cellStart(let span):
            open[open.count - 1].cells += span.columns
            open[open.count - 1].isFilled = false
            open[open.count - 1].isInCell = true
        case .cellEnd:
            open[open.count - 1].isInCell = false
            if open[open.count - 1].isFilled { open[open.count - 1].filled += 1 }
        case .captionStart: begin(.caption)
        case .captionEnd: open[open.count - 1].caption = end(.caption) ?? ""
        case .headingStart: begin(.heading)
        case .headingEnd: if let text = end(.heading) { heading = text }
        case .nameStart: begin(.name)
        case .nameEnd: if let text = end(.name), sheetNames.count < PageSurvey.mostTables { sheetNames.append(text) }
        case .lineBreak, .blockBreak: if gathering != nil { gathered.blank() }
        case .groupEnd, .done: break
        }
    }

    private mutating func begin(_ wanted: Gathering) {
        guard gathering == nil else { return }
        gathering = wanted
        gathered.begin()
    }

    private mutating func end(_ wanted: Gathering) -> String? {
        guard gathering == wanted else { return nil }
        gathering = nil
        gathered.finish()
        return gathered.bytes.isEmpty ? nil : String(decoding: gathered.bytes, as: UTF8.self)
    }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        if gathering != nil, gathered.bytes.count < PageSurvey.longestName {
            gathered.append(UnsafeBufferPointer(rebasing: bytes.prefix(PageSurvey.longestName)))
        }
        let isKnown = open.last.map { $0.isInCell ? $0.isFilled : isApart } ?? isApart
        guard !isKnown, !PageSurvey.isBlank(bytes) else { return }
        isApart = true
        guard open.last?.isInCell == true else { return }
        open[open.count - 1].isFilled = true
        open[open.count - 1].holdsText = true
    }

    /// Whether there is nothing to be seen in a text.
    static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.firstIndex(where: { $0 > 32 }) else { return true }
        guard bytes[first] == UInt8(ascii: "&") || bytes[first] == 0xC2 else { return false }
        var text = PageText()
        text.append(bytes)
        text.finish()
        return text.bytes.isEmpty
    }

    private mutating func endRow() {
        let top = open.count - 1
        guard open[top].cells > 0 else { return }
        open[top].rows += 1
        open[top].columns = max(open[top].columns, open[top].cells)
        if open[top].filled > 1 { open[top].fullRows += 1 }
    }

    private mutating func endTable() throws(SheetError) {
        let table = open.removeLast()
        isApart = false
        let isData = table.inner.isEmpty || (table.fullRows >= 3 && table.fullRows * 2 >= table.rows)
        var found = table.inner
        if isData {
            let name = table.caption.isEmpty ? table.heading : table.caption
            let whole = PageTable(
                place: table.place,
                ordinals: [table.place.ordinal],
                name: name,
                columns: table.columns,
                rows: table.rows
            )
            found = table.holdsText ? [whole] : []
        }
        let mayJoin = isData && !table.isApart && table.caption.isEmpty
        if open.isEmpty {
            try PageSurvey.add(found, to: &tables, mayJoin: mayJoin)
        } else {
            try PageSurvey.add(found, to: &open[open.count - 1].inner, mayJoin: mayJoin)
        }
    }

    private static func add(_ found: [PageTable], to tables: inout [PageTable], mayJoin: Bool) throws(SheetError) {
        if mayJoin, found.count == 1, let only = found.first, only.rows == 1, only.columns > 1, let last = tables.last,
            last.columns == only.columns
        {
            tables[tables.count - 1].ordinals += only.ordinals
            tables[tables.count - 1].rows += 1
            return
        }
        tables += found
        guard tables.count <= mostTables else { throw SheetError(.tooManyTables) }
    }

    private mutating func giveNames() {
        if sheetNames.count == tables.count {
            for index in tables.indices { tables[index].name = sheetNames[index] }
        }
        guard tables.count > 1 else { return }
        for index in tables.indices where tables[index].name.isEmpty { tables[index].name = "表 \(index + 1)" }
        let names = UniqueNames.make(tables.map(\.name))
        for index in tables.indices { tables[index].name = names[index] }
    }
}

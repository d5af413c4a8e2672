/// Tells which rows and cells a page's tags make up, where tags are missing as browsers do.
///
/// Rows without a table are a table of their own. A table that begins between another's cells ends that other one.
struct PageOutline: ~Copyable {
    private static let deepest = 64

    private struct Frame {
        var place: PagePlace
        var isInRow = false
        var isInCell = false
        var isInCaption = false
    }

    /// The part of the page that has been read.
    var progress: Double { tokens.progress }

    private var tokens: PageTokens
    private var frames: [Frame] = []
    private var next = 0
    private var queue: [PageEvent] = []
    private var taken = 0

    /// The outline of a whole page.
    init(_ text: PlacedText) {
        tokens = PageTokens(text)
    }

    /// The outline from where a table begins.
    init(_ text: PlacedText, at place: PagePlace) {
        tokens = PageTokens(text, from: place.offset)
        next = place.ordinal
        // The tables that it stands in: where they began is of no interest any more.
        let outer = Frame(place: PagePlace(ordinal: -1, offset: 0, depth: 0), isInRow: true, isInCell: true)
        frames = [Frame](repeating: outer, count: place.depth)
    }

    /// What is met next.
    mutating func event() throws(SheetError) -> PageEvent {
        while true {
            if taken < queue.count {
                taken += 1
                return queue[taken - 1]
            }
            queue.removeAll(keepingCapacity: true)
            taken = 0
            switch try tokens.next() {
            case .text(let bytes): return .text(bytes)
            case .start(let tag): try start(tag)
            case .end(let tag): end(tag)
            case .done:
                if frames.isEmpty { return .done }
                while !frames.isEmpty { endTable() }
            }
        }
    }

    private mutating func start(_ tag: PageTag) throws(SheetError) {
        switch tag {
        case .table:
            if let top = frames.last, !top.isInCell, !top.isInCaption { endTable() }
            try startTable()
        case .row:
            if frames.isEmpty { try startTable() }
            endRow()
            startRow()
        case .cell:
            if frames.isEmpty { try startTable() }
            endCaption()
            endCell()
            if frames.last?.isInRow == false { startRow() }
            frames[frames.count - 1].isInCell = true
            queue.append(.cellStart(tokens.span))
        case .rowGroup: endGroup()
        case .caption:
            guard let top = frames.last, !top.isInRow else { return }
            frames[frames.count - 1].isInCaption = true
            queue.append(.captionStart)
        case .heading: queue.append(.headingStart)
        case .sheetName: queue.append(.nameStart)
        case .lineBreak: queue.append(.lineBreak)
        case .block: queue.append(.blockBreak)
        case .raw, .other: break
        }
    }

    private mutating func end(_ tag: PageTag) {
        switch tag {
        case .table: if !frames.isEmpty { endTable() }
        case .row: endRow()
        case .cell: endCell()
        case .rowGroup: endGroup()
        case .caption: endCaption()
        case .heading: queue.append(.headingEnd)
        case .sheetName: queue.append(.nameEnd)
        case .lineBreak: queue.append(.lineBreak)
        case .block: queue.append(.blockBreak)
        case .raw, .other: break
        }
    }

    private mutating func startTable() throws(SheetError) {
        guard frames.count < PageOutline.deepest else {
            throw SheetError(.htmlNotWorkbook, detail: "tables nested too deep")
        }
        let place = PagePlace(ordinal: next, offset: tokens.place, depth: frames.count)
        next += 1
        frames.append(Frame(place: place))
        queue.append(.tableStart(place))
    }

    private mutating func endTable() {
        endRow()
        queue.append(.tableEnd(frames.removeLast().place))
    }

    private mutating func startRow() {
        frames[frames.count - 1].isInRow = true
        queue.append(.rowStart)
    }

    private mutating func endRow() {
        endCaption()
        endCell()
        guard frames.last?.isInRow == true else { return }
        frames[frames.count - 1].isInRow = false
        queue.append(.rowEnd)
    }

    private mutating func endGroup() {
        guard !frames.isEmpty else { return }
        endRow()
        queue.append(.groupEnd)
    }

    private mutating func endCell() {
        guard frames.last?.isInCell == true else { return }
        frames[frames.count - 1].isInCell = false
        queue.append(.cellEnd)
    }

    private mutating func endCaption() {
        guard frames.last?.isInCaption == true else { return }
        frames[frames.count - 1].isInCaption = false
        queue.append(.captionEnd)
    }
}

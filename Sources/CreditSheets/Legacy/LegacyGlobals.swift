/// What the first part of a workbook of Excel 97–2003 says of all its sheets: names, styles, strings, how it counts days.
struct LegacyGlobals {
    /// A sheet as the workbook names it.
    struct Sheet {
        /// Its name.
        var name: String
        /// Whether its sender sees it.
        var isVisible: Bool
        /// Where its records begin.
        var start: Int
        /// Whether it holds cells, and not a chart or a program.
        var holdsCells: Bool
    }

    // Each sheet costs memory that no file's size accounts for.
    private static let maximumSheets = 4096

    /// The sheets from left to right.
    private(set) var sheets: [Sheet] = []
    /// Whether day 0 is 1904-01-01, as on old Macintoshes.
    private(set) var countsFrom1904 = false
    /// Which styles show a date.
    private(set) var styles = LegacyStyles()
    /// The strings that cells refer to by number.
    private(set) var strings = LegacyStrings()
    /// The code page of texts before Excel 97.
    private(set) var codePage = CodePage(nil)

    /// Reads the records from the stream's first to the end of its first part.
    ///
    /// - Throws: `encrypted`, `tooLarge`, `legacyBroken`, `encodingBroken`.
    init(_ stream: LegacyStream, _ limits: SheetLimits) throws(SheetError) {
        var names: [LegacyRecord] = []
        var place = 0
        var depth = 0
        while let record = stream.record(at: place) {
            place = record.end
            switch record.kind {
            case .begin: depth += 1
            case .end: depth -= 1
            case .sheet: names.append(record)
            case .filePass: throw SheetError(.encrypted)
            case .sharedStrings:
                strings = try LegacyStrings(record, stream, limits)
                place = strings.end
            default: note(record, stream)
            }
            guard names.count <= LegacyGlobals.maximumSheets else { throw SheetError(.tooLarge, detail: "sheets") }
            guard depth > 0 else { break }
        }
        guard depth == 0 else { throw SheetError(.legacyBroken, detail: "the first part does not end") }
        for record in names { sheets.append(try sheet(record, stream)) }
        try styles.settle(stream, codePage)
    }

    private mutating func note(_ record: LegacyRecord, _ stream: LegacyStream) {
        guard record.count >= 2 else { return }
        let first = stream.bytes.word(at: record.start)
        switch record.kind {
        case .dateMode: countsFrom1904 = first == 1
        case .codePage: codePage = CodePage(first)
        case .style where record.count >= 4: styles.add(format: stream.bytes.word(at: record.start + 2))
        case .format: styles.add(record, as: first)
        default: break
        }
    }

    private func sheet(_ record: LegacyRecord, _ stream: LegacyStream) throws(SheetError) -> Sheet {
        guard record.count >= 7 else { throw SheetError(.legacyBroken, detail: "a sheet's name") }
        return Sheet(
            name: try stream.text(record, skipping: 6, codePage, hasShortCount: true),
            isVisible: stream.bytes[record.start + 4] & 3 == 0,
            start: Int(stream.bytes.long(at: record.start)),
            holdsCells: stream.bytes[record.start + 5] == 0
        )
    }
}

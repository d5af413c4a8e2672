import CreditSheets
import TestSupport
import Testing

@Suite struct LegacyTextTests {
    private typealias R = LegacyRecords

    private func read(_ file: [UInt8]) throws -> [[String]] {
        let folder = try ScratchFolder()
        return try texts(SheetFile.open(path: folder.file("book.xls", file)))
    }

    @Test("Shared strings are read however their records split them", arguments: 0..<60)
    func splits(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let pieces = ["a", "bc", "é", "甲", "信用代码", "𠮷", "\u{FFFD}", "", "0123456789", "ÿ", "\n"]
        let strings = (0..<Int.random(in: 1...40, using: &generator))
            .map { _ in
                (0..<Int.random(in: 0...6, using: &generator))
                    .map { _ in pieces.randomElement(using: &generator) ?? "" }
                    .joined()
            }
        var writer = SplitStrings(generator: generator, count: strings.count)
        for string in strings { writer.write(string) }
        let cells = strings.indices.flatMap { R.shared($0, $0, 1) + R.number(1, $0, 0) }
        let rows = try read(LegacyBook(cells, globals: writer.records).file)
        #expect(rows.map { $0.count > 1 ? $0[1] : "" } == strings)
    }

    @Test("A string split within, before and behind its characters", arguments: [false, true])
    func byHand(wideFirst: Bool) throws {
        let head = R.long(1) + R.long(1) + R.word(4)
        let first: [UInt8] = wideFirst ? [1] + R.word(0x7532) : [0, UInt8(ascii: "x")]
        let second: [UInt8] =
            wideFirst ? [0] + Array("abc".utf8) : [1] + R.word(0x4E59) + R.word(0x4E19) + R.word(0x4E01)
        let whole = R.record(0x00FC, head + first) + R.record(0x003C, second)
        #expect(try read(LegacyBook(R.shared(0, 0, 0), globals: whole).file) == [[wideFirst ? "甲abc" : "x乙丙丁"]])
        let late = R.record(0x00FC, head + [0]) + R.record(0x003C, []) + R.record(0x003C, [0] + Array("wxyz".utf8))
        #expect(try read(LegacyBook(R.shared(0, 0, 0), globals: late).file) == [["wxyz"]])
    }

    @Test("Half a character is replaced, and NUL left out")
    func halves() throws {
        let text = { (units: [Int]) in R.word(units.count) + [1] + units.flatMap(R.word) }
        let rows = try read(
            LegacyBook(
                R.label(text([0xD842, 0x41]), 0, 0) + R.label(text([0xDFB7, 0x41]), 0, 1)
                    + R.label(text([0xD842, 0xD842, 0xDFB7]), 0, 2) + R.label(text([0x41, 0xD842]), 0, 3)
                    + R.label(text([0x41, 0, 0x42]), 0, 4) + R.label(R.word(3) + [0, 0x41, 0, 0xE9], 0, 5)
            )
            .file
        )
        #expect(rows == [["\u{FFFD}A", "\u{FFFD}A", "\u{FFFD}𠮷", "A\u{FFFD}", "AB", "Aé"]])
    }

    @Test(
        "Texts of Excel 95 are in their code page",
        arguments: [
            (936, [0xD0, 0xC5, 0xD3, 0xC3], "信用"), (936, [0x41, 0xD0], "A\u{FFFD}"), (1252, [0xE9, 0x80], "é€"),
            (950, [0xAB, 0x48, 0xA5, 0xCE], "信用"), (1251, [0xC4, 0xE0], "Да"), (32_769, [0xE9], "é"),
            (10_008, [0xD0, 0xC5], "信"), (nil, [0xD0, 0xC5, 0xD3, 0xC3], "信用"), (nil, Array("信用".utf8), "信用"),
            (65_001, Array("信用".utf8), "信用"), (1200, [0xD0, 0xC5], "信"),
        ] as [(Int?, [UInt8], String)]
    )
    func codePages(page: Int?, bytes: [UInt8], text: String) throws {
        let globals = page.map { R.record(0x0042, R.word($0)) } ?? []
        let cell = R.label(R.word(bytes.count) + bytes, 0, 0)
        let string = R.formula(R.special(0), 0, 1) + R.record(0x0207, R.word(bytes.count) + bytes)
        let rich = R.label(R.word(bytes.count) + bytes + [1, 0, 0], 0, 2, rich: true)
        let book = LegacyBook(cell + string + rich, globals: globals, version: R.codePaged)
        #expect(try read(CompoundBuilder(stream: book.stream, name: "Book").file) == [[text, text, text]])
    }

    @Test("A code page that nobody knows is an answer, unless only ASCII is written in it")
    func unknownPage() throws {
        let globals = R.record(0x0042, R.word(4242))
        let book = { (bytes: [UInt8]) in
            LegacyBook(R.label(R.word(bytes.count) + bytes, 0, 0), globals: globals, version: R.codePaged).file
        }
        #expect(try read(book(Array("abc".utf8))) == [["abc"]])
        #expect(throws: SheetError(.encodingBroken)) { try read(book([0xD0, 0xC5])) }
    }

    @Test("Styles and names of sheets of Excel 95 are read in its code page")
    func codePagedNames() throws {
        let code = Array("yyyy\"".utf8) + [0xC4, 0xEA] + Array("\"m".utf8)
        let globals =
            R.record(0x0042, R.word(936)) + R.record(0x041E, R.word(164) + [UInt8(code.count)] + code)
            + R.style(format: 164)
        var book = LegacyBook(R.number(43470, 0, 0), globals: globals, version: R.codePaged)
        book.sheets[0].name = [4, 0xD0, 0xC5, 0xD3, 0xC3]
        let folder = try ScratchFolder()
        let opened = try SheetBook(path: folder.file("a.xls", book.file))
        #expect(opened.tables == [SheetBook.Table(name: "信用")])
        #expect(try texts(opened.open(0)) == [["2019-01-05"]])
    }

    @Test("A sheet's bare records, as scripts write them, are a table without a name", arguments: [0, 0x0500, 0x0600])
    func bare(version: Int) throws {
        let text = version == 0x0600 ? R.text("信用") : R.word(4) + [0xD0, 0xC5, 0xD3, 0xC3]
        let begin = R.record(0x0809, R.word(version) + R.word(0x10) + R.long(0))
        let file = begin + R.label(text, 0, 0) + R.number(1.5, 1, 0) + R.end
        let folder = try ScratchFolder()
        let book = try SheetBook(path: folder.file("a.xls", file))
        #expect(book.tables == [SheetBook.Table(name: "")])
        #expect(try texts(book.open(0)) == [["信用"], ["1.5"]])
    }
}

/// Writes shared strings with runs and guides, and splits them wherever records may be split.
private struct SplitStrings {
    private typealias R = LegacyRecords
    private var closed: [UInt8] = []
    private var generator: SplitMix
    private var body: [UInt8]
    private var kind = 0x00FC

    init(generator: SplitMix, count: Int) {
        self.generator = generator
        body = R.long(count) + R.long(count)
    }

    /// All that has been written.
    var records: [UInt8] { closed + R.record(kind, body) }

    /// Writes a string.
    mutating func write(_ text: String) {
        let units = Array(text.utf16)
        let runs = Int.random(in: 0...3, using: &generator)
        let guides = Bool.random(using: &generator) ? Int.random(in: 1...30, using: &generator) : 0
        var index = 0
        var isWide = needsWide(units, from: 0)
        var head = R.word(units.count) + [(isWide ? 1 : 0) | (runs > 0 ? 8 : 0) | (guides > 0 ? 4 : 0)]
        if runs > 0 { head += R.word(runs) }
        if guides > 0 { head += R.long(guides) }
        put(head)
        while index < units.count {
            // A piece that must be wide cannot be narrow; the width may change only where a record does.
            let mustBreak = !isWide && units[index] > 0xFF
            if mustBreak || Int.random(in: 0..<5, using: &generator) == 0 {
                close()
                isWide = needsWide(units, from: index)
                body = [isWide ? 1 : 0]
            }
            body += isWide ? R.word(Int(units[index])) : [UInt8(units[index])]
            index += 1
        }
        put([UInt8](repeating: 0xAB, count: runs * 4 + guides))
    }

    private mutating func needsWide(_ units: [UInt16], from index: Int) -> Bool {
        (index < units.count && units[index] > 0xFF) || Bool.random(using: &generator)
    }

    /// Writes bytes that may be split anywhere, without a flag.
    private mutating func put(_ bytes: [UInt8]) {
        for byte in bytes {
            if Int.random(in: 0..<12, using: &generator) == 0 { close() }
            body.append(byte)
        }
    }

    private mutating func close() {
        closed += R.record(kind, body)
        kind = 0x003C
        body = []
    }
}

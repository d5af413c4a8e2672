import TestSupport
import Testing

@testable import CreditSheets

@Suite struct LegacyReaderTests {
    private typealias R = LegacyRecords

    private func numbered(_ file: [UInt8]) throws -> [(number: Int, texts: [String])] {
        let folder = try ScratchFolder()
        return try rows(SheetFile.open(path: folder.file("book.xls", file)))
    }

    private func read(_ records: [UInt8], globals: [UInt8] = []) throws -> [[String]] {
        try numbered(LegacyBook(records, globals: globals).file).map(\.texts)
    }

    @Test("Every kind of cell gives what its sender saw")
    func cells() throws {
        let rows = try read(
            R.shared(1, 0, 0) + R.label(R.text("甲"), 0, 1)
                + R.label(R.text("é") + R.word(1) + R.long(0), 0, 2, rich: true)
                + R.number(12.5, 1, 0) + R.short(5 << 2 | 2, 1, 1) + R.short(12345 << 2 | 3, 1, 2)
                + R.short(0x3FF8_0000, 1, 3) + R.short((-7 << 2 | 2) & 0xFFFF_FFFF, 1, 4)
                + R.many([1 << 2 | 2, 2 << 2 | 2, 0x3FE0_0001], 2, 1)
                + R.boolean(1, isError: false, 3, 0) + R.boolean(0, isError: false, 3, 1)
                + R.boolean(0x2A, isError: true, 3, 2) + R.boolean(0x07, isError: true, 3, 3),
            globals: R.strings(["未用", "共用"])
        )
        #expect(rows[0] == ["共用", "甲", "é"])
        #expect(rows[1] == ["12.5", "5", "123.45", "1.5", "-7"])
        #expect(rows[2] == ["", "1", "2", "0.005"])
        #expect(rows[3] == ["TRUE", "FALSE", "#N/A", "#DIV/0!"])
    }

    @Test("A formula gives its last value")
    func formulas() throws {
        let string = R.record(0x0207, R.text("得数"))
        let rows = try read(
            R.formula(R.double(0.1 + 0.2), 0, 0) + R.formula(R.special(0), 0, 1) + string
                + R.formula(R.special(0), 0, 2) + R.record(0x04BC, [0, 0]) + string
                + R.formula(R.special(1, 1), 0, 3) + R.formula(R.special(2, 0x17), 0, 4) + R.formula(R.special(3), 0, 5)
                + R.formula(R.special(0), 0, 6) + R.number(7, 0, 7)
        )
        #expect(rows == [["0.3", "得数", "得数", "TRUE", "#REF!", "", "", "7"]])
    }

    @Test("A formula's string may go on in another record")
    func longFormula() throws {
        let half = [UInt8](repeating: UInt8(ascii: "a"), count: 5000)
        let string = R.record(0x0207, R.word(10_000) + [0] + half) + R.record(0x003C, [0] + half)
        let rows = try read(R.formula(R.special(0), 0, 0) + string)
        #expect(rows == [[String(repeating: "a", count: 10_000)]])
    }

    @Test(
        "Numbers have no exponent and fifteen digits",
        arguments: [
            (1e21, "1000000000000000000000"), (-0.0, "0"), (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333333333333333"),
            (123_456_789_012_345_680, "123456789012346000"), (1e-7, "0.0000001"), (0.0001, "0.0001"),
            (0.000_099_999, "0.000099999"), (0.000_123_45, "0.00012345"), (4_503_599_627_370_495.5, "4503599627370500"),
            (99_999_999.9999999, "99999999.9999999"),
            (999_999_999_999_999, "999999999999999"),
            (-1234.5, "-1234.5"), (.infinity, "#NUM!"), (.nan, "#NUM!"),
            (220_400_199_001_011_232, "220400199001011000"),
        ]
    )
    func numbers(value: Double, text: String) throws {
        #expect(try read(R.number(value, 0, 0)) == [[text]])
    }

    @Test("A number of any size is written as other workbooks write it")
    func sameNumbers() {
        var generator = SplitMix(state: 7)
        for _ in 0..<20_000 {
            let scales: [Double] = [1, 1e3, 1e9, 1e15, 1e17, 1e-5, 1e-12]
            let scale = scales.randomElement(using: &generator) ?? 1
            let parts: [Double] = [1, 8, 100, 1e6]
            let part = parts.randomElement(using: &generator) ?? 1
            let isAny = Int.random(in: 0..<3, using: &generator) == 0
            let value =
                isAny
                ? Double(bitPattern: generator.next())
                : (Double.random(in: -1...1, using: &generator) * scale * part).rounded() / part
            guard value.isFinite else { continue }
            var text: [UInt8] = []
            LegacyNumber.append(value, to: &text)
            let expected = PlainNumber.text(value)
            if String(decoding: text, as: UTF8.self) != expected { Issue.record("\(value) is not \(expected)") }
        }
    }

    @Test("Dates are known by their style, the workbook's own and the built-in ones")
    func dates() throws {
        let styles =
            R.format(164, "yyyy\"年\"m\"月\"d\"日\"") + R.format(165, "0.00\" yd\"") + R.style(format: 0)
            + R.style(format: 14) + R.style(format: 164) + R.style(format: 165)
        let records =
            (0..<4).flatMap { R.number(43470, 0, $0, style: $0) } + R.short(43470 << 2 | 2, 1, 0, style: 1)
            + R.formula(R.double(43470.5), 1, 1, style: 2) + R.number(0.75, 1, 2, style: 1)
            + R.number(-5, 1, 3, style: 1) + R.number(1, 1, 4, style: 9999)
        let rows = try read(records, globals: styles)
        #expect(rows[0] == ["43470", "2019-01-05", "2019-01-05", "43470"])
        #expect(rows[1] == ["2019-01-05", "2019-01-05 12:00:00", "18:00:00", "-5", "1"])
        let old = try read(R.number(42008, 0, 0, style: 1), globals: styles + R.record(0x0022, [1, 0]))
        #expect(old == [["2019-01-05"]])
    }

    @Test("Cells and rows may be written in any order, and the later of two counts")
    func order() throws {
        let rows = try numbered(
            LegacyBook(
                R.number(9, 40, 1) + R.number(3, 2, 2) + R.number(1, 2, 0) + R.many([4 << 2 | 2, 8 << 2 | 2], 2, 3)
                    + R.number(7, 40, 0) + R.number(5, 2, 3)
                    + R.record(0x0208, R.word(2) + [UInt8](repeating: 0, count: 14))
            )
            .file
        )
        #expect(rows.map(\.number) == [3, 41])
        #expect(rows.map(\.texts) == [["1", "", "3", "5", "8"], ["7", "9"]])
    }

    @Test("Rows of blank cells are passed over, and the others keep their numbers")
    func blanks() throws {
        let blank = R.record(0x0201, R.word(1) + R.word(0) + R.word(0))
        let many = R.record(0x00BE, R.word(2) + R.word(0) + R.word(0) + R.word(0) + R.word(1))
        let rows = try numbered(
            LegacyBook(R.number(1, 0, 0) + blank + many + R.label(R.text(""), 3, 0) + R.number(2, 65_535, 0)).file
        )
        #expect(rows.map(\.number) == [1, 65_536])
    }

    @Test("A merge over several rows gives its value to those that have none, in its first column")
    func merges() throws {
        let merges = [(0, 0, 0, 3), (1, 3, 0, 0), (1, 2, 1, 2), (4, 9, 0, 0), (20, 30, 0, 0)]
        let rows = try numbered(
            LegacyBook(
                R.label(R.text("题"), 0, 0) + R.label(R.text("区"), 1, 0) + R.label(R.text("宽"), 1, 1)
                    + R.number(1, 1, 3) + R.label(R.text("己"), 2, 0) + R.number(2, 2, 3) + R.number(3, 3, 3)
                    + R.number(4, 5, 3) + R.label(R.text("尾"), 20, 0) + R.number(5, 25, 3) + R.number(6, 31, 3)
                    + R.merges(merges)
            )
            .file
        )
        #expect(rows.map(\.number) == [1, 2, 3, 4, 6, 21, 26, 32])
        #expect(
            rows.map(\.texts) == [
                ["题"], ["区", "宽", "", "1"], ["己", "宽", "", "2"], ["区", "", "", "3"], ["", "", "", "4"], ["尾"],
                ["尾", "", "", "5"], ["", "", "", "6"],
            ]
        )
    }

    @Test("A book names its sheets, and shows which are hidden")
    func sheets() throws {
        let chart = R.begin(0x0020) + R.number(9, 0, 0) + R.end
        let book = LegacyBook(sheets: [
            .init("隐藏", R.number(1, 0, 0), state: 1), .init("很隐藏", R.number(1, 0, 0), state: 2),
            .init("图", [], type: 2, part: 0x0020), .init("空", []), .init("Sheet é", R.number(2, 0, 0) + chart),
            .init("末", R.number(3, 0, 0)),
        ])
        let folder = try ScratchFolder()
        let path = try folder.file("a.xls", book.file)
        let opened = try SheetBook(path: path)
        #expect(opened.kind == .legacyWorkbook)
        #expect(opened.tables.map(\.name) == ["隐藏", "很隐藏", "图", "空", "Sheet é", "末"])
        #expect(opened.tables.map(\.isVisible) == [false, false, true, true, true, true])
        let reader = try opened.open(named: nil)
        #expect(reader.format == .workbook(sheet: "Sheet é"))
        #expect(try texts(reader) == [["2"]])
        #expect(try texts(opened.open(named: "末")) == [["3"]])
        #expect(throws: SheetError(.empty)) { try opened.open(named: "空") }
        #expect(throws: SheetError(.empty)) { try opened.open(named: "图") }
        #expect(throws: SheetError(.noSheet)) { try opened.open(named: "隐藏") }
    }

    @Test("Limits hold as for other workbooks")
    func limits() throws {
        let folder = try ScratchFolder()
        let path = try folder.file(
            "a.xls",
            LegacyBook(R.label(R.text("十个字的单元格内容呀"), 0, 0) + R.number(1, 9, 9)).file
        )
        let cases: [(WritableKeyPath<SheetLimits, Int>, Int, SheetError.Kind)] = [
            (\.maximumRows, 9, .tooManyRows), (\.maximumColumns, 9, .tooManyColumns),
            (\.maximumCellBytes, 29, .cellTooLong),
        ]
        for (limit, value, kind) in cases {
            var limits = SheetLimits()
            limits[keyPath: limit] = value
            #expect(throws: SheetError(kind)) { try texts(SheetFile.open(path: path, limits: limits)) }
            limits[keyPath: limit] = value + 1
            #expect(try texts(SheetFile.open(path: path, limits: limits)).count == 2)
        }
        var limits = SheetLimits()
        limits.maximumLegacyBytes = 1000
        #expect(throws: SheetError(.tooLarge)) { try SheetFile.open(path: path, limits: limits) }
    }

    @Test("The same table gives the same rows from .xls and from .xlsx")
    func sameAsXLSX() throws {
        let values = [0.5, 1, 43470, 1e15, 1e16, 123_456_789.123, -2.25, 1e-5, 43470.25, 0.1]
        let styles = R.style(format: 0) + R.style(format: 22)
        let records = values.indices.flatMap { row in (0..<2).flatMap { R.number(values[row], row, $0, style: $0) } }
        let data = values.indices.map { row in
            "<row r=\"\(row + 1)\"><c r=\"A\(row + 1)\"><v>\(values[row])</v></c>"
                + "<c r=\"B\(row + 1)\" s=\"1\"><v>\(values[row])</v></c></row>"
        }
        let folder = try ScratchFolder()
        let parts = WorkbookFile.parts(
            sheets: [("表", nil, data.joined())],
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>"
        )
        let xlsx = try texts(SheetFile.open(path: WorkbookFile.write(parts, in: folder)))
        #expect(try read(records, globals: styles) == xlsx)
    }
}

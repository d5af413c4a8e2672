import CZip
import CreditSheets
import TestSupport
import Testing

@Suite struct ArchiveTests {
    private static let workbook = WorkbookFile.parts(
        sheets: [
            ("许可", nil, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
            ("藏", "hidden", "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"),
            ("处罚", nil, "<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>"),
        ]
    )

    /// The bytes of a zip file of some parts.
    static func zip(_ parts: [String: [UInt8]], password: String? = nil) throws -> [UInt8] {
        let folder = try ScratchFolder()
        return try withExtendedLifetime(folder) { try bytes(WorkbookFile.write(parts, in: folder, password: password)) }
    }

    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("Every file in it that holds tables gives them, under its name")
    func files() throws {
        let archive = try Self.zip([
            "数据/a.csv": Self.text("名称,代码\n甲,1\n"), "b.txt": try gb18030("名称\t代码\n乙\t2\n"),
            "c.xls": Self.text("<table><tr><td>丙</td></tr></table>"),
            "d.xlsx": try Self.zip(Self.workbook.mapValues { Array($0.utf8) }),
            "e.xml": Self.text(
                XMLWorkbookFile.book(XMLWorkbookFile.sheet("表", "<Row>\(XMLWorkbookFile.cell("String", "戊"))</Row>"))
            ),
            "__MACOSX/._a.csv": [0, 5, 22, 7], ".DS_Store": [0, 0, 0, 1], "Thumbs.db": [0xD0, 0xCF],
            "~$d.xlsx": [1, 2], "扫描.pdf": Self.text("%PDF-1.4"), "图.PNG": [0x89, 0x50], "f/": [],
            "无后缀": Self.text("%PDF-1.4"), "说明.docx": [1, 2, 3],
        ])
        #expect(
            try readBook(archive) == [
                ReadTable(name: "b.txt", rows: [["名称", "代码"], ["乙", "2"]]),
                ReadTable(name: "c.xls", rows: [["丙"]]),
                ReadTable(name: "d.xlsx › 许可", rows: [["1"]]), ReadTable(name: "d.xlsx › 处罚", rows: [["3"]]),
                ReadTable(name: "e.xml › 表", rows: [["戊"]]),
                ReadTable(name: "数据/a.csv", rows: [["名称", "代码"], ["甲", "1"]]),
            ]
        )
    }

    @Test("Its tables can be opened in any order and read side by side")
    func anyOrder() throws {
        let rows = { (name: String) in (1...20_000).map { "\(name)\($0),x\n" }.joined() }
        let folder = try ScratchFolder()
        let book = try SheetBook(
            path: folder.file(
                "a.zip",
                try Self.zip([
                    "a.csv": Self.text(rows("甲")), "b.csv": try gb18030(rows("乙")),
                    "c.xlsx": try Self.zip(Self.workbook.mapValues { Array($0.utf8) }),
                ])
            )
        )
        #expect(book.kind == .archive)
        #expect(book.tables.map(\.isVisible) == [true, true, true, false, true])
        var first = try book.open(0)
        var second = try book.open(1)
        #expect(try texts(book.open(4)) == [["3"]])
        #expect(try texts(book.open(2)) == [["1"]])
        var row = SheetRow()
        for number in 1...20_000 {
            #expect(try first.next(&row))
            if row.text(0) != "甲\(number)" { Issue.record("\(row.text(0))") }
            #expect(try second.next(&row))
            if row.text(0) != "乙\(number)" { Issue.record("\(row.text(0))") }
        }
        #expect(try !first.next(&row))
        #expect(first.progress == 1)
        #expect(try texts(book.open(named: "b.csv")).count == 20_000)
    }

    @Test("Names in GBK come out right; such as lead elsewhere lead nowhere")
    func names() throws {
        let archive = StoredZip.make([
            (try gb18030("行政许可.csv"), Self.text("a,b\n")), (Self.text("../../etc/处罚.csv"), Self.text("c,d\n")),
            (Self.text("C:\\名单\\x\u{1}.csv"), Self.text("e,f\n")), (Self.text("/abs.csv"), Self.text("g,h\n")),
            (Self.text("abs.csv"), Self.text("i,j\n")),
        ])
        #expect(
            try readBook(archive).map(\.name)
                == ["行政许可.csv", "etc/处罚.csv", "C:/名单/x?.csv", "abs.csv", "abs.csv (2)"]
        )
    }

    @Test("An archive within is refused, by its name or by what it is")
    func nested() throws {
        let inner = try Self.zip(["a.csv": Self.text("a,b\n")])
        for name in ["b.zip", "b.xlsx", "b.dat"] {
            let archive = try Self.zip([name: inner, "c.csv": Self.text("a,b\n")])
            #expect(throws: SheetError(.nestedArchive)) { try readBook(archive) }
        }
        let rar = try Self.zip(["a": Self.text("Rar!\u{1A}\u{7}")])
        #expect(throws: SheetError(.nestedArchive)) { try readBook(rar) }
    }

    @Test("What holds no tables, is locked, or comes from LibreOffice says so")
    func others() throws {
        #expect(throws: SheetError(.notAWorkbook)) { try readBook(Self.zip(["a.pdf": [1], "b": Self.text("%PDF")])) }
        #expect(throws: SheetError(.encrypted)) {
            try readBook(Self.zip(["a.csv": Self.text("a,b\n")], password: "geheim"))
        }
        let ods = [
            "mimetype": Self.text("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": Self.text("<x/>"),
        ]
        #expect(throws: SheetError(.openDocument)) { try readBook(Self.zip(ods)) }
        #expect(throws: SheetError(.openDocument)) { try readBook(Self.zip(["a.dat": try Self.zip(ods)])) }
        #expect(throws: SheetError(.openDocument)) { try readBook(Self.zip(["a.ods": [1]])) }
        #expect(throws: SheetError(.legacyBroken)) {
            try readBook(Self.zip(["a.xls": SheetFileTests.compound + [UInt8](repeating: 0, count: 600)]))
        }
    }

    @Test("A file that cannot be read spoils itself and not its neighbours")
    func broken() throws {
        let archive = try Self.zip([
            "a.csv": [], "b.csv": Array(repeating: [0x63, 0xE9, 0x2C, 0xE8, 0x0A], count: 300).flatMap { $0 },
            "c.csv": Self.text("x,y\n"),
        ])
        let folder = try ScratchFolder()
        let book = try SheetBook(path: folder.file("a.zip", archive))
        #expect(throws: SheetError(.empty)) { try book.open(0) }
        #expect(throws: SheetError(.encodingBroken)) { try texts(book.open(1)) }
        #expect(try texts(book.open(2)) == [["x", "y"]])
    }

    @Test("More files than are allowed, or more bytes, are refused")
    func limits() throws {
        let many = Dictionary(uniqueKeysWithValues: (0...200).map { ("\($0).csv", Self.text("a,b\n")) })
        #expect(throws: SheetError(.tooManyTables)) { try readBook(Self.zip(many)) }
        var limits = SheetLimits()
        limits.maximumHeldBytes = 1000
        let page = try Self.zip(["a.htm": Self.text("<table><tr><td>" + String(repeating: "x", count: 2000))])
        #expect(throws: SheetError(.zipBomb)) { try readBook(page, limits: limits) }
        limits = SheetLimits()
        limits.maximumExpandedBytes = 30_000
        let csv = try Self.zip(["a.csv": Self.text(String(repeating: "a,b\n", count: 20_000))])
        #expect(throws: SheetError(.zipBomb)) { try readBook(csv, limits: limits) }
    }
}

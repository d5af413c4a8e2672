import CreditSheets
import TestSupport
import Testing

@Suite struct HostileWorkbookTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func expect(_ kind: SheetError.Kind, _ parts: [String: String], _ limits: SheetLimits = .standard) throws {
        let path = try WorkbookFile.write(parts, in: folder)
        let start = ContinuousClock.now
        #expect(throws: SheetError(kind)) { try texts(SheetFile.open(path: path, limits: limits)) }
        #expect(start.duration(to: .now) < .seconds(5))
    }

    private func book(_ data: String, strings: String? = nil) -> [String: String] {
        WorkbookFile.parts(sheets: [("表", nil, data)], strings: strings)
    }

    @Test("A part that unpacks to far more than was sent is left alone", arguments: ["sheet", "strings", "index"])
    func bomb(part: String) throws {
        let padding = String(repeating: " ", count: 40 << 20)
        var parts = book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>")
        switch part {
        case "sheet": parts["xl/worksheets/sheet1.xml"] = WorkbookFile.worksheet(padding)
        case "strings": parts["xl/sharedStrings.xml"] = "<sst>\(padding)</sst>"
        default: parts["xl/workbook.xml"] = "<workbook>\(padding)</workbook>"
        }
        try expect(.zipBomb, parts)
    }

    @Test("All parts together may not unpack to more than is allowed")
    func budget() throws {
        var limits = SheetLimits()
        limits.maximumExpandedBytes = 100_000
        let row = { (number: Int) in "<row r=\"\(number)\"><c r=\"A\(number)\"><v>\(number)</v></c></row>" }
        try expect(.zipBomb, book((1...3000).map(row).joined()), limits)
    }

    @Test(
        "Entities are refused before they are opened up",
        arguments: ["sheet1.xml", "sharedStrings.xml", "workbook.xml"]
    )
    func entities(part: String) throws {
        var parts = book("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", strings: "")
        var bomb = "<!DOCTYPE x [<!ENTITY a0 \"ha\">"
        for level in 1...20 { bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);&a\(level - 1);\">" }
        let name = part == "sheet1.xml" ? "xl/worksheets/sheet1.xml" : "xl/" + part
        parts[name] = bomb + "]><x>&a20;</x>"
        try expect(.xmlEntity, parts)
    }

    @Test("A file from outside is not fetched")
    func outside() throws {
        var parts = book("")
        parts["xl/worksheets/sheet1.xml"] = """
            <!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&f;</v>
            </c></row></sheetData></worksheet>
            """
        try expect(.xmlEntity, parts)
    }

    @Test(
        "XML that is not well formed, or makes no sense, is broken",
        arguments: [
            "<row r=\"1\"><c r=\"A1\"><v>1</c></row>",
            "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
            "<row r=\"99999999999999999999\"><c r=\"A1\"><v>1</v></c></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
            String(repeating: "<a>", count: 5000),
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><!--" + String(repeating: "abcdefgh ", count: 700_000) + "-->",
            "<row r=\"1\" x=\"" + String(repeating: "abcdefgh ", count: 700_000) + "\"/>",
            "<row " + (0..<200).map { "a\($0)='' " }.joined() + "/>",
            "<" + String(repeating: "a", count: 300) + "/>",
        ]
    )
    func brokenXML(data: String) throws {
        try expect(.xmlBroken, book(data))
    }

    @Test(
        "A column far to the right is refused, not made room for",
        arguments: ["BDWGN1", "ZZZZZZZZ1", "ZZZZZZZZZZZZZZ1"]
    )
    func farColumn(reference: String) throws {
        try expect(.tooManyColumns, book("<row r=\"1\"><c r=\"\(reference)\"><v>1</v></c></row>"))
    }

    @Test("A row far below is refused")
    func farRow() throws {
        try expect(.tooManyRows, book("<row r=\"999999999\"><c r=\"A1\"><v>1</v></c></row>"))
    }

    @Test("Shared strings beyond the memory they may have are refused")
    func manyStrings() throws {
        var limits = SheetLimits()
        limits.maximumSharedBytes = 4000
        let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
        try expect(.tooLarge, book(row, strings: String(repeating: "<si/>", count: 2000)), limits)
        try expect(.tooLarge, book(row, strings: String(repeating: "<si><t>辽源</t></si>", count: 500)), limits)
    }

    @Test("Parts that refer to themselves or to one another end in an answer")
    func cycles() throws {
        let type = "<Relationship Type=\"x/worksheet\" Id=\"rId1\" Target="
        for target in ["_rels/workbook.xml.rels", "workbook.xml", "sharedStrings.xml", "../[Content_Types].xml"] {
            var parts = book("", strings: "<si><t>a</t></si>")
            parts["[Content_Types].xml"] = "<Types/>"
            parts["xl/_rels/workbook.xml.rels"] = "<Relationships>\(type)\"\(target)\"/></Relationships>"
            try expect(.empty, parts)
        }
    }

    @Test("Sheets, strings and merges by the hundred thousand are refused or read at once")
    func many() throws {
        var parts = book("")
        let sheets = (0..<20_000).map { "<sheet name='s\($0)' r:id='rId1'/>" }.joined()
        parts["xl/workbook.xml"] = "<workbook xmlns:r='r'><sheets>\(sheets)</sheets></workbook>"
        try expect(.tooLarge, parts)
        let rows = (1...200).map { "<row r='\($0)'><c><v>1</v></c></row>" }.joined()
        var merged = book("")
        let merges = (0..<100_000).map { "<mergeCell ref='B\($0 % 100 + 1):B1000000'/>" }.joined()
        merged["xl/worksheets/sheet1.xml"] =
            "<worksheet><sheetData>\(rows)</sheetData><mergeCells>\(merges)</mergeCells></worksheet>"
        let path = try WorkbookFile.write(merged, in: folder)
        #expect(try texts(SheetFile.open(path: path)).count == 200)
    }

    @Test(
        "Cells and rows that hold nothing cost time alone",
        arguments: ["<c s=\"1\"/>", "<x y=\"z\"/>", "&#10;", "\r"]
    )
    func nothing(piece: String) throws {
        try expect(.empty, book("<row r=\"1\">" + String(repeating: piece, count: 200_000) + "</row>"))
    }

    @Test("A hundred thousand styles are read")
    func manyStyles() throws {
        let styles = "<cellXfs>" + String(repeating: "<xf numFmtId=\"14\"/>", count: 100_000) + "</cellXfs>"
        let data = "<row r=\"1\"><c s=\"99999\"><v>43470</v></c><c s=\"100000\"><v>43470</v></c></row>"
        let path = try WorkbookFile.write(WorkbookFile.parts(sheets: [("表", nil, data)], styles: styles), in: folder)
        #expect(try texts(SheetFile.open(path: path)) == [["2019-01-05", "43470"]])
    }

    @Test("A workbook cut short is damaged, wherever it is cut")
    func truncated() throws {
        let row = { (number: Int) in
            "<row r=\"\(number)\"><c r=\"A\(number)\"><v>\(number * 7919 % 10007)</v></c></row>"
        }
        let path = try WorkbookFile.write(book((1...2000).map(row).joined()), in: folder)
        let whole = try bytes(path)
        for share in stride(from: 0.05, to: 1, by: 0.05) {
            let cut = try folder.file("cut.xlsx", whole.prefix(Int(Double(whole.count) * share)))
            #expect(throws: SheetError(.zipBroken)) { try texts(SheetFile.open(path: cut)) }
        }
    }

    @Test("A workbook with flipped bits ends in an error or in rows, and never in a crash", arguments: 0..<8)
    func flipped(seed: Int) throws {
        let row = { (number: Int) in "<row r=\"\(number)\"><c r=\"A\(number)\" t=\"s\"><v>\(number % 3)</v></c></row>" }
        let strings = "<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>"
        let path = try WorkbookFile.write(book((1...300).map(row).joined(), strings: strings), in: folder)
        let whole = try bytes(path)
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<60 {
            var damaged = whole
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                damaged[Int.random(in: 4..<damaged.count, using: &generator)] ^=
                    1 << UInt8.random(in: 0..<8, using: &generator)
            }
            let damagedPath = try folder.file("flipped.xlsx", damaged)
            do throws(SheetError) {
                let read = try texts(SheetFile.open(path: damagedPath))
                #expect(read.count <= 300)
            } catch {
                #expect(!error.message(chinese: true).isEmpty)
            }
        }
    }

    @Test("Zip files that are no workbooks, and locked ones, say what they are")
    func others() throws {
        try expect(.notAWorkbook, ["[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"])
        try expect(.notAWorkbook, ["xl/workbook.xml": "<workbook/>"])
        var hidden = book("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        hidden["xl/worksheets/sheet1.xml"] = nil
        try expect(.zipBroken, hidden)
        let locked = try WorkbookFile.write(book(""), in: folder, password: "geheim")
        #expect(throws: SheetError(.encrypted)) { try SheetFile.open(path: locked) }
    }
}

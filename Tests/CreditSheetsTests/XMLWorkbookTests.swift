import CreditSheets
import TestSupport
import Testing

/// Makes workbooks that are one XML text, as Excel 2003 writes them.
enum XMLWorkbookFile {
    static let opening = """
        <?xml version="1.0"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
         xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles><Style ss:ID="s1"><NumberFormat ss:Format="@"/></Style></Styles>
        """

    static func sheet(_ name: String, _ rows: String, visible: String = "") -> String {
        let visibility = visible.isEmpty ? "" : "<Visible>\(visible)</Visible>"
        return """
            <Worksheet ss:Name="\(name)"><Table ss:ExpandedColumnCount="9"><Column ss:Width="50"/>\(rows)</Table>
            <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">\(visibility)<Selected/></WorksheetOptions></Worksheet>
            """
    }

    static func book(_ sheets: String) -> String { opening + sheets + "</Workbook>" }

    static func cell(_ type: String, _ value: String) -> String {
        "<Cell ss:StyleID=\"s1\"><Data ss:Type=\"\(type)\">\(value)</Data></Cell>"
    }
}

@Suite struct XMLWorkbookTests {
    private typealias File = XMLWorkbookFile

    @Test(
        "Cells give what is seen",
        arguments: [
            ("String", " 甲 &amp; 乙&#10;丙 ", " 甲 & 乙\n丙 "), ("Number", "12", "12"), ("Number", "1.5E+2", "150"),
            ("Number", "0.10000000000000001", "0.1"), ("Number", "123456789012345678", "123456789012345678"),
            ("DateTime", "2019-01-05T00:00:00.000", "2019-01-05"),
            ("DateTime", "2019-01-05T10:30:00.000", "2019-01-05 10:30:00"),
            ("DateTime", "1899-12-31T10:30:00.000", "10:30:00"), ("Boolean", "1", "TRUE"), ("Boolean", "0", "FALSE"),
            ("Error", "#N/A", "#N/A"),
        ]
    )
    func cells(type: String, value: String, expected: String) throws {
        let rows = "<Row>\(File.cell(type, value))</Row>"
        #expect(try readTable(File.book(File.sheet("表", rows))) == [[expected]])
    }

    @Test("Rich text is its text; notes and phonetic guides are not")
    func richText() throws {
        let cell = """
            <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>甲</B><Font>乙</Font></ss:Data>
            <Comment ss:Author="x"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>注</B></ss:Data></Comment>
            <PhoneticText xmlns="urn:schemas-microsoft-com:office:excel">yi</PhoneticText></Cell>
            """
        #expect(try readTable(File.book(File.sheet("表", "<Row>\(cell)</Row>"))) == [["甲乙"]])
    }

    @Test("Places that are skipped and cells that are merged")
    func places() throws {
        let (a, b) = (File.cell("String", "a"), File.cell("String", "b"))
        let merged = "<Cell ss:MergeDown=\"2\" ss:MergeAcross=\"1\"><Data ss:Type=\"String\">m</Data></Cell>"
        let rows = """
            <Row>\(a)<Cell ss:Index="3"><Data ss:Type="String">c</Data></Cell></Row>
            <Row ss:Span="1"/><Row>\(merged)\(b)</Row><Row ss:Index="5"><Cell ss:Index="3"><Data ss:Type="String">x</Data></Cell></Row>
            <Row>\(b)</Row><Row>\(a)</Row>
            """
        let folder = try ScratchFolder()
        let read = try CreditSheetsTests.rows(
            SheetFile.open(path: folder.file("a.xls", File.book(File.sheet("表", rows)).utf8))
        )
        #expect(read.map(\.number) == [1, 4, 5, 6, 7])
        #expect(read.map(\.texts) == [["a", "", "c"], ["m", "", "b"], ["m", "", "x"], ["m", "", "b"], ["a"]])
    }

    @Test("Sheets have their names, and hidden ones are not seen; each is opened where it begins")
    func sheets() throws {
        let row = { (text: String) in "<Row>\(File.cell("String", text))</Row>" }
        let text = File.book(
            File.sheet("许可", row("甲")) + File.sheet("藏", row("乙"), visible: "SheetHidden")
                + File.sheet("藏深", row("乙"), visible: "SheetVeryHidden") + File.sheet("空", "")
                + File.sheet("处罚", row("丙"))
        )
        let wide = ("\u{FEFF}" + text).utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let encodings: [[UInt8]] = [Array(text.utf8), try gb18030(text), wide]
        for encoded in encodings {
            let folder = try ScratchFolder()
            let book = try SheetBook(path: folder.file("a.xls", encoded))
            #expect(book.kind == .xmlWorkbook)
            #expect(book.tables.map(\.name) == ["许可", "藏", "藏深", "空", "处罚"])
            #expect(book.tables.map(\.isVisible) == [true, false, false, true, true])
            #expect(try texts(book.open(4)) == [["丙"]])
            #expect(try texts(book.open(0)) == [["甲"]])
            #expect(throws: SheetError(.empty)) { try book.open(3) }
            #expect(try book.open(named: "处罚").format == .xmlWorkbook(sheet: "处罚"))
        }
    }

    @Test("GB2312 in the declaration is what it says")
    func declared() throws {
        let text = File.book(File.sheet("表", "<Row>\(File.cell("String", "辽河商贸"))</Row>"))
            .replacing("<?xml version=\"1.0\"?>", with: "<?xml version=\"1.0\" encoding=\"GB2312\"?>")
        #expect(try readBook(gb18030(text)).map(\.rows) == [[["辽河商贸"]]])
    }

    @Test(
        "What is damaged or hostile says so",
        arguments: [
            ("<Row><Cell></Row>", SheetError.Kind.xmlBroken),
            ("<Row ss:Index=\"2\"/><Row ss:Index=\"1\"/>", .xmlBroken),
            ("<Row ss:Index=\"99999999\"/>", .tooManyRows), ("<Row ss:Index=\"x\"/>", .xmlBroken),
            ("<Row><Cell ss:Index=\"9000\"><Data>1</Data></Cell></Row>", .tooManyColumns),
            ("<Row><Cell ss:MergeAcross=\"999999999\"/><Cell><Data>1</Data></Cell></Row>", .tooManyColumns),
            ("<Row><Cell><Data>&lol;</Data></Cell></Row>", .xmlEntity),
            (String(repeating: "<a>", count: 5000), .xmlBroken),
            ("<Row><Cell><Data>" + String(repeating: "x", count: 200_000) + "</Data></Cell></Row>", .cellTooLong),
        ]
    )
    func damaged(rows: String, kind: SheetError.Kind) {
        #expect(throws: SheetError(kind)) { try readBook(File.book(File.sheet("表", rows)).utf8) }
    }

    @Test("Entities are refused before they are opened up")
    func entities() {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">"
        for level in 1...20 { bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
        #expect(throws: SheetError(.xmlEntity)) { try readBook((bomb + "]><Workbook>&a20;</Workbook>").utf8) }
    }
}

import CreditSheets
import TestSupport
import Testing

@Suite struct XLSXReaderTests {
    private static let dateStyles = """
        <numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
        <numFmt numFmtId="165" formatCode="0.00&quot; yd&quot;"/><numFmt numFmtId="166" formatCode="[$-804]yyyy/m/d\\ h:mm"/>
        </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
        </cellXfs>
        """

    private func read(
        _ data: String,
        strings: String? = nil,
        styles: String? = nil,
        properties: String = ""
    ) throws -> [(number: Int, texts: [String])] {
        let folder = try ScratchFolder()
        let parts = WorkbookFile.parts(
            sheets: [("表", nil, data)],
            strings: strings,
            styles: styles,
            workbookProperties: properties
        )
        return try rows(SheetFile.open(path: WorkbookFile.write(parts, in: folder)))
    }

    @Test("Shared strings join their runs and leave phonetic guides out")
    func sharedStrings() throws {
        let strings = """
            <si><t xml:space="preserve"> 甲 </t></si><si><r><rPr><b/></rPr><t>信</t></r><r><t>源</t></r>
            <rPh sb="0" eb="1"><t>xin</t></rPh><phoneticPr fontId="1"/></si><si><t/></si><si><t>a_x000D_b_x005F_c_x00</t></si>
            """
        let data = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
            <c r="D1" t="s"><v>3</v></c></row>
            """
        #expect(try read(data, strings: strings).map(\.texts) == [[" 甲 ", "信源", "", "a\rb_c_x00"]])
    }

    @Test("Inline strings, formulas, booleans and errors give what their sender saw")
    func otherCells() throws {
        let data = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>a&amp;b</t></is></c>
            <c r="B1" t="inlineStr"><is><r><t>c</t></r><rPh><t>x</t></rPh><r><t>d</t></r></is></c>
            <c r="C1" t="str"><f>A1&amp;"x"</f><v>a&amp;bx</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c>
            <c r="F1" t="e"><v>#N/A</v></c><c r="G1"><f>1+1</f><v>2</v></c><c r="H1" t="d"><v>2019-01-05T00:00:00</v></c>
            <c r="I1" t="d"><v>2019-01-05T10:30:00.000Z</v></c></row>
            """
        let expected = ["a&b", "cd", "a&bx", "TRUE", "FALSE", "#N/A", "2", "2019-01-05", "2019-01-05 10:30:00"]
        #expect(try read(data).map(\.texts) == [expected])
    }

    @Test("Numbers in a style of dates are dates, others are numbers")
    func dates() throws {
        let data = """
            <row r="1"><c r="A1" s="1"><v>43470</v></c><c r="B1" s="2"><v>43470</v></c><c r="C1" s="3"><v>43470</v></c>
            <c r="D1" s="4"><v>43470.4375</v></c><c r="E1" s="0"><v>43470</v></c><c r="F1"><v>1.1000000000000001</v></c>
            <c r="G1" s="99"><v>9.1220400000000003E+17</v></c><c r="H1" s="1"><v>-1</v></c>
            <c r="I1" s="1" t="str"><v>长期</v></c></row>
            """
        let expected = [
            "2019-01-05", "2019-01-05", "43470", "2019-01-05 10:30:00", "43470", "1.1", "912204000000000000", "-1",
            "长期",
        ]
        #expect(try read(data, styles: Self.dateStyles).map(\.texts) == [expected])
    }

    @Test("A workbook that counts from 1904 gives the same days")
    func from1904() throws {
        let data = #"<row r="1"><c r="A1" s="1"><v>42008</v></c><c r="B1" s="1"><v>0</v></c></row>"#
        let read = try read(data, styles: Self.dateStyles, properties: #"<workbookPr date1904="1"/>"#)
        #expect(read.map(\.texts) == [["2019-01-05", "1904-01-01"]])
    }

    @Test("Absent cells and rows keep their places, and empty ones at the end are none")
    func absent() throws {
        let data = """
            <row r="2"><c r="C2"><v>1</v></c><c r="E2"/><c r="XFD2" s="1"/></row><row r="3"/><row r="4"><c r="A4" s="1"/></row>
            <row r="7"><c t="inlineStr"><is><t>a</t></is></c><c><v>2</v></c></row><row><c><v>3</v></c></row>
            """
        let read = try read(data)
        #expect(read.map(\.number) == [2, 7, 8])
        #expect(read.map(\.texts) == [["", "", "1"], ["a", "2"], ["3"]])
    }

    @Test("Prefixed elements are read like others")
    func prefixes() throws {
        let folder = try ScratchFolder()
        var parts = WorkbookFile.parts(sheets: [("表", nil, "")])
        parts["xl/worksheets/sheet1.xml"] = """
            <x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c>
            </x:row></x:sheetData></x:worksheet>
            """
        #expect(try texts(SheetFile.open(path: WorkbookFile.write(parts, in: folder))) == [["甲"]])
    }

    @Test("Formulas give the value they had last, or none; a picture's formula is no value")
    func formulas() throws {
        let data = """
            <row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>4</v></c><c r="B1"><f>NOW()</f></c>
            <c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="b"><f>1=1</f><v>1</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
            </row><row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c><c r="B2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f>
            <v>=DISPIMG("ID_1",1)</v></c><c r="C2" t="inlineStr"><v>值</v></c><c r="D2" t="str"><v>=1</v></c></row>
            """
        #expect(try read(data).map(\.texts) == [["4", "", "", "TRUE", "#DIV/0!"], ["6", "", "值", "=1"]])
    }

    @Test("What is hidden in a visible sheet is read, whatever the sheet says of its size")
    func hidden() throws {
        let folder = try ScratchFolder()
        var parts = WorkbookFile.parts(sheets: [("表", nil, "")])
        parts["xl/worksheets/sheet1.xml"] = """
            <worksheet xmlns:mc="m"><mc:AlternateContent><mc:Choice Requires="x"><sheetPr/></mc:Choice></mc:AlternateContent>
            <dimension ref="A1"/><cols><col min="2" max="2" hidden="1"/></cols><sheetData>
            <row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="C2"><v>3</v></c></row>
            </sheetData></worksheet>
            """
        #expect(
            try texts(SheetFile.open(path: WorkbookFile.write(parts, in: folder))) == [["1", "2"], ["", "", "3"]]
        )
    }

    @Test("Sections, references, line ends and escapes in a string are what they stand for")
    func signs() throws {
        let data =
            "<row r=\"1\"><c t=\"inlineStr\"><is><t><![CDATA[<a>&]]>&#20449;&#x6E90;\r\n_x000D_ _x4FE1_</t></is></c></row>"
        #expect(try read(data).map(\.texts) == [["<a>&信源\n\r 信"]])
    }

    @Test(
        "A workbook without styles, strings and references of its cells, its parts under odd names",
        arguments: ["/", "\\"]
    )
    func oddNames(step: String) throws {
        let type = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
        let parts = [
            "_rels/.rels":
                "<Relationships><Relationship Type='\(type)officeDocument' Target='/Book/W.xml'/></Relationships>",
            "BOOK/w.XML": "<workbook xmlns:r='r'><sheets><sheet name='表' r:id='a'/></sheets></workbook>",
            "Book/_rels/W.xml.rels":
                "<Relationships><Relationship Id='a' Type='\(type)worksheet' Target='./../data/1.xml'/></Relationships>",
            "data\(step)1.xml":
                "\u{FEFF}<worksheet><sheetData><row><c><v>1</v></c><c/><c s='7'><v>2</v></c></row></sheetData></worksheet>",
        ]
        let folder = try ScratchFolder()
        let path = try WorkbookFile.write(parts, in: folder)
        #expect(try texts(SheetFile.open(path: path)) == [["1", "", "2"]])
    }

    @Test("The first visible sheet that holds anything is read, or the one asked for")
    func choice() throws {
        let folder = try ScratchFolder()
        let cell = { (text: String) in "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\(text)</t></is></c></row>" }
        let sheets: [(String, String?, String)] = [
            ("选项", "hidden", cell("x")), ("内部", "veryHidden", cell("y")),
            ("空", nil, "<row r=\"1\"><c r=\"A1\"/></row>"),
            ("许可", "visible", cell("甲")), ("处罚", nil, cell("乙")),
        ]
        let path = try WorkbookFile.write(WorkbookFile.parts(sheets: sheets), in: folder)
        let reader = try XLSXReader(path: path)
        #expect(reader.sheets == ["空", "许可", "处罚"])
        #expect(reader.format == .workbook(sheet: "许可"))
        #expect(try texts(reader) == [["甲"]])
        #expect(try texts(SheetFile.open(path: path, sheet: "处罚")) == [["乙"]])
        #expect(throws: SheetError(.empty)) { try SheetFile.open(path: path, sheet: "空") }
        #expect(throws: SheetError(.noSheet)) { try SheetFile.open(path: path, sheet: "选项") }
    }

    @Test("Limits name the row that breaks them")
    func limits() throws {
        let folder = try ScratchFolder()
        var limits = SheetLimits()
        limits.maximumRows = 9
        limits.maximumColumns = 3
        limits.maximumCellBytes = 8
        func fault(_ data: String) throws -> SheetError {
            let parts = WorkbookFile.parts(sheets: [("表", nil, "<row r=\"1\"><c><v>1</v></c></row>" + data)])
            let path = try WorkbookFile.write(parts, in: folder)
            return try #require(throws: SheetError.self) { try texts(SheetFile.open(path: path, limits: limits)) }
        }
        let wide = try fault(#"<row r="2"><c r="C2"><v>1</v></c><c r="D2"><v>1</v></c></row>"#)
        let long = try fault(#"<row r="3"><c r="A3" t="inlineStr"><is><t>辽源市</t></is></c></row>"#)
        let low = try fault(#"<row r="10"><c r="A10"><v>1</v></c></row>"#)
        #expect([wide, long, low].map(\.kind) == [.tooManyColumns, .cellTooLong, .tooManyRows])
        #expect([wide, long, low].map(\.row) == [2, 3, 10])
    }
}

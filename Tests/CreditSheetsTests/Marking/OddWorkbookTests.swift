import CreditSheets
import Foundation
import TestSupport
import Testing

@Suite("Odd workbooks that are marked") struct OddWorkbookTests {
    private let folder: ScratchFolder
    private static let row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row>"
    private static let sheet = "xl/worksheets/sheet1.xml"

    init() throws {
        folder = try ScratchFolder()
    }

    private func mark(
        _ book: SmallBook,
        _ marks: [CellMark] = [CellMark(row: 1, column: 0, kind: .refused, note: "错")],
        secretColumns: Set<Int> = []
    ) throws -> MarkedBook {
        let marked = try MarkedBook(book.write(in: folder), folder, marks: [0: marks], secretColumns: secretColumns)
        try PackageRules.check(marked.parts)
        return marked
    }

    @Test("A workbook without styles gets some, and one without any row gets rows")
    func bare() throws {
        let marked = try mark(SmallBook(""), [CellMark(row: 3, column: 1, kind: .warned)])
        #expect(try marked.ground("B3", in: Self.sheet).first == "FFFCEFC2")
        var book = SmallBook("")
        book.parts[Self.sheet] = "<worksheet xmlns=\"\(SmallBook.main)\"><sheetData/></worksheet>"
        #expect(try mark(book).ground("A1", in: Self.sheet).first == "FFF8D0CC")
    }

    @Test("A comment on the last cell of a sheet lies within it")
    func lastCell() throws {
        let marked = try mark(SmallBook(""), [CellMark(row: 1_048_576, column: 16_383, kind: .warned, note: "末")])
        #expect(try marked.comments("xl/comments1.xml").keys.first == "XFD1048576")
        #expect(
            try marked.text("xl/drawings/vmlDrawing1.vml")
                .contains("<x:Anchor>16380, 15, 1048571, 10, 16383, 15, 1048575, 4<")
        )
    }

    @Test("The reference to the comments stands where the schema wants it")
    func place() throws {
        let behind =
            "<pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"1\" footer=\"1\"/><tableParts/><extLst/>"
        #expect(try mark(SmallBook(Self.row, behind: behind)).tree(Self.sheet).child("legacyDrawing") != nil)
    }

    @Test(
        "What had better not be patched comes as a new workbook",
        arguments: ["strict", "wide", "latin", "noStyles", "brokenComments"]
    )
    func fallback(oddity: String) throws {
        var book = SmallBook(Self.row, styles: oddity == "noStyles" ? "<cellXfs count=\"1\"><xf/></cellXfs>" : nil)
        let text = try #require(book.parts[Self.sheet])
        var bytes = book.parts.mapValues { Array($0.utf8) }
        switch oddity {
        case "strict":
            let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
            bytes[Self.sheet] = Array(text.replacing(SmallBook.main, with: strict).utf8)
        case "wide":
            let wide = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"").data(using: .utf16)
            bytes[Self.sheet] = Array(try #require(wide))
        case "latin": bytes[Self.sheet] = Array(text.replacing("UTF-8", with: "ISO-8859-1").utf8)
        case "brokenComments":
            book.add("xl/comments9.xml", "<comments/>", "comments", from: Self.sheet, target: "../comments9.xml")
            bytes = book.parts.mapValues { Array($0.utf8) }
        default: break
        }
        let source = try WorkbookFile.write(bytes, in: folder)
        let marked = try MarkedBook(
            source,
            folder,
            marks: [0: [CellMark(row: 1, column: 0, kind: .refused, note: "错")]]
        )
        try PackageRules.check(marked.parts)
        #expect(marked.parts["xl/worksheets/sheet2.xml"] != nil)
        #expect(try SheetBook(path: marked.path).tables.map(\.isOurs) == [true, false])
    }

    @Test("Numbers are found across runs, escapes and pieces, in numbers, formulas and attributes")
    func everywhere() throws {
        let number = MarkedBook.number
        let old = MarkedBook.oldNumber
        let cells = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="0"><v>\(old)</v></c>
            <c r="D1"><v>1.10101809901001E+14</v></c><c r="E1"><f>\(old)+0</f><v>\(old)</v></c>
            <c r="F1" t="str"><f>"\(number)"</f><v>见\(number)</v></c>
            <c r="G1" t="inlineStr"><is><r><t>1101011800</t></r><r><rPr><b/></rPr><t>01010011</t></r></is></c>
            <c r="H1" t="inlineStr"><is><t><![CDATA[<\(number)>]]></t></is></c></row>
            """
        let strings = """
            <si><r><t>110101</t></r><r><rPr><rFont val="Noto Sans CJK SC"/></rPr><t xml:space="preserve">180001010011</t></r></si>
            <si><t>1101011800010100&#49;1</t></si>
            """
        let behind =
            "<dataValidations><dataValidation type=\"list\" prompt=\"\(number)\" sqref=\"A1\"><formula1>\"\(number)\"</formula1>"
            + "</dataValidation></dataValidations><headerFooter><oddHeader>\(number)</oddHeader></headerFooter>"
        let marked = try mark(SmallBook(cells, behind: behind, strings: strings), [])
        let stars = String(repeating: "*", count: 18)
        let expected = [
            stars, stars, String(stars.prefix(15)), String(stars.prefix(15)), "0", "见" + stars, stars, "<\(stars)>",
        ]
        let read = try texts(SheetFile.open(path: marked.path))[0]
        #expect(read.enumerated().map { $0 == 4 ? "\(Int($1) ?? -1)" : $1 } == expected)
        for (part, bytes) in marked.parts {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("180001010011") && !text.contains(old), "\(part)")
        }
        let zeros = String(repeating: "0", count: 18)
        #expect(try marked.text(Self.sheet).contains("<formula1>\"\(zeros)\"</formula1>"))
    }

    @Test("Numbers go from the addresses and shapes of a sheet that gets comments too")
    func besideComments() throws {
        let number = MarkedBook.number
        var book = SmallBook(Self.row, behind: "<legacyDrawing r:id=\"rX8\"/>")
        book.add("xl/note.xml", "<x/>", "other", from: Self.sheet, target: "../note.xml")
        let file = "xl/worksheets/_rels/sheet1.xml.rels"
        let shapes =
            "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
            + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape id=\"b\"><v:textbox>\(number)<br></v:textbox></v:shape></xml>"
        book.parts["xl/drawings/shapes.vml"] = shapes
        let links =
            "<Relationship Id=\"rX8\" Type=\"\(SmallBook.office)/vmlDrawing\" Target=\"../drawings/shapes.vml\"/>"
            + "<Relationship Id=\"rX9\" Type=\"\(SmallBook.office)/hyperlink\" Target=\"http://x/?\(number)\" TargetMode=\"External\"/>"
        book.parts[file] = book.parts[file]?.replacing("</Relationships>", with: links + "</Relationships>")
        book.parts["[Content_Types].xml"] = book.parts["[Content_Types].xml"]?
            .replacing(
                "<Override",
                with: "<Default Extension=\"vml\" ContentType=\"x/y\"/><Override",
                maxReplacements: 1
            )
        let marked = try mark(book)
        #expect(try marked.comments("xl/comments1.xml").count == 1)
        #expect(try marked.text("xl/drawings/shapes.vml").contains("<br></v:textbox></v:shape><v:shapetype"))
        for (part, bytes) in marked.parts {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(number), "\(part)")
        }
    }

    @Test("A secret cell's shared string is blanked out too, and a formula takes the chain of calculation along")
    func sealed() throws {
        let cells = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="2"><c r="A2" t="s" s="0"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row>
            <row r="3"><c r="A3" t="str"><f>B3</f><v>G1234567890123456</v></c><c r="B3"/></row>
            <row r="4"><c r="A4"><f>B4</f></c></row>
            """
        let strings = ["证件", "备注", "军字第123456789号甲乙", "无"].map { "<si><t>\($0)</t></si>" }.joined()
        var book = SmallBook(cells, strings: strings)
        book.add("xl/calcChain.xml", "<calcChain/>", "calcChain", from: "xl/workbook.xml", target: "calcChain.xml")
        let marked = try mark(book, [], secretColumns: [0])
        #expect(marked.parts["xl/calcChain.xml"] == nil)
        #expect(try texts(SheetFile.open(path: marked.path)) == [["证件", "备注"], ["军字第…甲乙", "无"], ["G12…56"]])
        #expect(!(try marked.text("xl/sharedStrings.xml").contains("123456789")))
        #expect(try marked.text("xl/sharedStrings.xml").contains("无"))
        #expect(try marked.cell("A3", in: Self.sheet).child("f") == nil)
        #expect(try marked.cell("A4", in: Self.sheet).children.isEmpty)
    }

    @Test("A comment of a conversation is left alone, and its cell is coloured")
    func threaded() throws {
        let comment = "<comment ref=\"A1\" authorId=\"0\"><text><t>[Threaded comment]</t></text></comment>"
        let comments =
            "<comments xmlns=\"\(SmallBook.main)\"><authors><author>tc={1}</author></authors><commentList>\(comment)"
            + "</commentList></comments>"
        var book = SmallBook(Self.row)
        book.add("xl/comments1.xml", comments, "comments", from: Self.sheet, target: "../comments1.xml")
        book.add(
            "xl/threadedComments/t.xml",
            "<ThreadedComments/>",
            "threadedComment",
            from: Self.sheet,
            target: "../threadedComments/t.xml"
        )
        let marks = [
            CellMark(row: 1, column: 0, kind: .refused, note: "错"),
            CellMark(row: 2, column: 0, kind: .warned, note: "疑"),
        ]
        let marked = try mark(book, marks)
        #expect(try marked.text("xl/comments1.xml").contains(comment))
        #expect(try marked.comments("xl/comments1.xml").count == 2)
        #expect(try marked.ground("A1", in: Self.sheet).first == "FFF8D0CC")
    }

    @Test("A signature goes, since what was signed is no longer what it was")
    func signature() throws {
        var book = SmallBook(Self.row)
        let relation =
            "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" "
            + "Target=\"_xmlsignatures/origin.xml\"/></Relationships>"
        book.parts["_rels/.rels"] = book.parts["_rels/.rels"]?.replacing("</Relationships>", with: relation)
        book.parts["_xmlsignatures/origin.xml"] = "<x/>"
        let marked = try mark(book)
        #expect(!marked.parts.keys.contains { $0.hasPrefix("_xmlsignatures") })
        #expect(!(try marked.text("_rels/.rels").contains("digital-signature")))
    }

    @Test("What is damaged ends in an error or a workbook, never worse", arguments: 0..<36)
    func damaged(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var parts = try PackageParts.read(MarkedBook.kept(MarkedBook.names[seed % 3]))
        let name = try #require(parts.keys.sorted().randomElement(using: &random))
        var bytes = parts[name] ?? []
        for _ in 0..<Int.random(in: 1...4, using: &random) where bytes.count > 8 {
            let place = Int.random(in: 0..<(bytes.count - 8), using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.removeSubrange(place..<(place + Int.random(in: 1...8, using: &random)))
            case 1: bytes[place] = UInt8.random(in: 32..<127, using: &random)
            default: bytes.insert(contentsOf: bytes[place..<(place + 8)], at: place)
            }
        }
        parts[name] = bytes
        let source = try WorkbookFile.write(parts, in: folder)
        do {
            _ = try MarkedBook(source, folder, marks: [0: MarkedWorkbookTests.marks], secretColumns: [1])
        } catch is SheetError {}
    }
}

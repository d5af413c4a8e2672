import CreditSheets
import TestSupport
import Testing

/// Small sound files of every kind, cut, flipped, doubled and mixed: rows or an error come of them, in time, and never a crash.
@Suite struct TableFuzzTests {
    private static let page = """
        <html><head><meta charset="utf-8"><style>td{}</style></head><body><h2>双公示</h2><table border=1><caption>甲</caption>
        <thead><tr><th rowspan=2>名称<th colspan="2">决定</tr><tr><td>日期<td>文号</tr></thead><tbody>
        <tr><td x:num>1&nbsp;&amp;<td>2019-01-05<br>a<td>&#x4E2D;</td></tr><!-- x --><tr><td rowspan=0>b</table>
        <table><tr><td><table><tr><td>c</td><td>d</td></tr></table></td></tr></table><script>if (a < b) {}</script>
        """
    private static let xml = XMLWorkbookFile.book(
        XMLWorkbookFile.sheet(
            "许可",
            """
            <Row ss:Index="2"><Cell ss:MergeDown="2"><Data ss:Type="String">甲</Data></Cell></Row><Row ss:Span="2"/>
            <Row><Cell ss:Index="3"><Data ss:Type="DateTime">2019-01-05T00:00:00.000</Data></Cell></Row>
            """
        ) + XMLWorkbookFile.sheet("藏", "<Row/>", visible: "SheetHidden")
    )
    private static let csv = "名称,代码\r\n\"甲\"\"乙\",1\r\n丙\t2,\"a\nb\"\r\n"

    private static func workbook() throws -> [UInt8] {
        let row =
            "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c s=\"1\"><v>43831</v></c><c t=\"inlineStr\"><is><t>a</t></is></c></row>"
        let parts = WorkbookFile.parts(
            sheets: [("许可", nil, row), ("藏", "hidden", row)],
            strings: "<si><t>甲</t></si>",
            styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
        )
        return StoredZip.make(parts.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), Array($0.value.utf8)) })
    }

    private static func archive() throws -> [UInt8] {
        StoredZip.make([
            (Array("a.csv".utf8), Array(csv.utf8)), (Array("b.xls".utf8), Array(page.utf8)),
            (try gb18030("许可.xlsx"), try workbook()),
        ])
    }

    static let kinds = ["csv", "gb18030", "utf16", "page", "xml", "workbook", "archive"]

    static func file(_ kind: String) throws -> [UInt8] {
        switch kind {
        case "csv": Array(csv.utf8)
        case "gb18030": try gb18030(csv + page)
        case "utf16": ("\u{FEFF}" + page).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "page": Array(page.utf8)
        case "xml": Array(xml.utf8)
        case "workbook": try workbook()
        default: try archive()
        }
    }

    @Test("1,500 variants of each kind of file", arguments: kinds)
    func variants(kind: String) throws {
        let whole = try Self.file(kind)
        let folder = try ScratchFolder()
        let path = try folder.file("表.xls", whole)
        #expect(try readAll(path) > 0)
        var generator = SplitMix(state: UInt64(whole.count))
        for number in 0..<1500 {
            let path = try folder.file("表.xls", Self.mutated(whole, &generator))
            let seconds = processorSeconds {
                do throws(SheetError) {
                    _ = try readAll(path)
                } catch {
                    #expect(!error.message(chinese: true).isEmpty)
                }
            }
            if seconds > 2 { Issue.record("\(kind) \(number) took \(seconds) s") }
        }
    }

    /// Reads all of a book, and gives the number of its rows.
    private func readAll(_ path: String) throws(SheetError) -> Int {
        let book = try SheetBook(path: path)
        var count = 0
        var row = SheetRow()
        for index in book.tables.indices {
            do throws(SheetError) {
                var reader = try book.open(index)
                var last = 0
                while try reader.next(&row) {
                    if row.number <= last { Issue.record("row \(row.number) after \(last)") }
                    last = row.number
                    count += 1
                }
            } catch {
                #expect(!error.message(chinese: false).isEmpty)
            }
        }
        return count
    }

    private static func mutated(_ whole: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
            switch Int.random(in: 0..<7, using: &generator) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1: bytes[place] = [0, 0x20, 0x22, 0x26, 0x3C, 0x3E, 0xFF, 0xE4].randomElement(using: &generator) ?? 0
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4: bytes.removeLast(bytes.count - place)
            case 5: bytes.replaceSubrange(place..<end, with: bytes[0..<(end - place)])
            default:
                let number = [0, 1, 0x7F, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF].randomElement(using: &generator) ?? 0
                bytes.replaceSubrange(place..<min(place + 4, bytes.count), with: StoredZip.number(number, 4))
            }
        }
        return bytes
    }
}

import CreditSheets
import Foundation
import TestSupport
import Testing

@Suite struct WebPageTests {
    @Test(
        "Cells give what is seen",
        arguments: [
            ("<td> a\n  b </td>", ["a b"]),
            ("<td>a<br>b<br/>c<br></td>", ["a\nb\nc"]),
            ("<td><p>a</p><p>b</p></td>", ["a\nb"]),
            ("<td>a</td><td>&nbsp;</td><td>&nbsp;c&nbsp;</td>", ["a", "", "c"]),
            ("<td>a&nbsp第1&nbsp;&nbsp;页</td>", ["a 第1  页"]),
            ("<td>Sharp &Dohme &amp; &lt;Co&gt; &#39;&#x4E2D;&quot;&yen;</td>", ["Sharp &Dohme & <Co> '中\"¥"]),
            ("<td>5<10</td><td>a<=b</td>", ["5<10", "a<=b"]),
            ("<td style=\"vnd.ms-excel.numberformat:@\">00123</td><td x:num=\"0.5\">50%</td>", ["00123", "50%"]),
            ("<td style='display:none'>hidden</td><td>b</td>", ["hidden", "b"]),
            ("<td title=\"a>b\" class=x>c</td>", ["c"]),
            ("<td><a href='x'><b><font color=#fff>序号</font></b></a></td>", ["序号"]),
            ("<td>a<script>var x = '<td>b</td>'; if (a</b/) {}</script>b</td>", ["ab"]),
            ("<td>a<!-- <td>no</td> -- > -->b</td>", ["ab"]),
            ("<td><!--[if !excel]>&nbsp;&nbsp;<![endif]-->a</td>", ["a"]),
            ("<td>a<?php echo '<td>' ?>b</td>", ["a' ?>b"]),
            ("<td colspan=3>a</td><td>b</td>", ["a", "", "", "b"]),
            ("<th>a<td>b<td>c", ["a", "b", "c"]),
            ("<TD ColSpan = '2' >a</TD><Td>b</tD>", ["a", "", "b"]),
            ("<td>5&mu;g &Omega;&nosuch; &amp</td>", ["5μg Ω&nosuch; &"]),
            ("<td>a&#0;&#xD800;&#99999999999;</td>", ["a\u{FFFD}\u{FFFD}\u{FFFD}"]),
            ("<td>𠮷龘\u{A0}x</td>", ["𠮷龘 x"]),
        ]
    )
    func cells(row: String, expected: [String]) throws {
        #expect(try readTable("<table border=1><tr>\(row)</tr></table>") == [expected])
    }

    @Test("A cell over several rows is in each of them, and moves the others aside")
    func rowspan() throws {
        let page = """
            <table><tr><td rowspan=3>甲</td><td>1</td><td rowspan="2" colspan="2">x</td></tr>
            <tr><td>2</td><td>y</td></tr><tr></tr><tr><td>3</td></tr><tr><td>4</td></tr></table>
            """
        #expect(
            try readTable(page) == [["甲", "1", "x"], ["甲", "2", "x", "", "y"], ["甲", "3"], ["4"]]
        )
    }

    @Test("A cell reaches no further than its group of rows; 0 is to its end")
    func rowGroups() throws {
        let page = """
            <table><thead><tr><td rowspan=9>h</td><td>i</td></tr></thead>
            <tbody><tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr><tbody><tr><td>d</td></tr></table>
            """
        #expect(try readTable(page) == [["h", "i"], ["a", "b"], ["a", "c"], ["d"]])
    }

    @Test("Rows without a table are one, and rows that are tables each belong together")
    func bareRows() throws {
        let row = { (cell: String) in "<table><tr><td>\(cell)</td><td>x</td></tr></table>\n" }
        let page =
            "<tr><td>名称</td><td>代码</td></tr></table>\n<table id=a>" + row("1") + row("2")
            + "<table><tr><td>共 2 条</td></tr></table></table>"
        let tables = try readBook(page.utf8)
        #expect(tables.map(\.rows) == [[["名称", "代码"], ["1", "x"], ["2", "x"]], [["共 2 条"]]])
    }

    @Test("A table for the looks is not read, those in it are; one within a record is text")
    func layout() throws {
        let inner = "<h3>许可</h3><table><tr><td>a</td><td>b</td></tr></table>"
        let menu = "<ul><li>首页</li></ul>"
        let page = """
            <html><body><table><tr><td>\(menu)</td><td>\(inner)</td></tr><tr><td><table><caption>处罚</caption>
            <tr><td>c</td></tr></table></td></tr></table></body></html>
            """
        #expect(
            try readBook(page.utf8) == [
                ReadTable(name: "许可", rows: [["a", "b"]]), ReadTable(name: "处罚", rows: [["c"]]),
            ]
        )
        let record = { (name: String) in
            "<tr><td>\(name)</td><td>x</td><td><table><tr><td>改</td><td>删</td></tr></table></td></tr>"
        }
        #expect(
            try readTable("<table>" + record("1") + record("2") + record("3") + "</table>")
                == [["1", "x", "改 删"], ["2", "x", "改 删"], ["3", "x", "改 删"]]
        )
    }

    @Test("Tables are named by caption, heading or number, and no two alike; an only one needs no name")
    func names() throws {
        let table = "<table><tr><td>a</td></tr></table>"
        #expect(try readBook(table.utf8).map(\.name) == [""])
        #expect(
            try readBook((table + "<h2> 双<br>公示 </h2>" + table + "<p>另</p>" + table).utf8).map(\.name)
                == ["表 1", "双 公示", "双 公示 (2)"]
        )
    }

    @Test("What Excel says of its sheet in a comment names the table")
    func excelName() throws {
        let page = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
            <head><meta charset="UTF-8"><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet>
            <x:Name>行政许可</x:Name><x:WorksheetOptions><x:DisplayGridlines/></x:WorksheetOptions></x:ExcelWorksheet>
            </x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--><style>td { mso-number-format:"\\@"; }</style></head>
            <body><table x:str><tr height=18><td class=xl24>名称</td></tr></table></body></html>
            """
        #expect(try readBook(page.utf8) == [ReadTable(name: "行政许可", rows: [["名称"]])])
    }

    @Test(
        "Every encoding is read, whatever the page says of itself",
        arguments: [
            "GB18030", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-8 marked", "UTF-16LE marked",
        ],
        ["<meta charset=gb2312>", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">", ""]
    )
    func encodings(encoding: String, meta: String) throws {
        let names = (1...40).map { "<tr><td>某某县龘商贸有限公司\($0)</td><td>第二格</td></tr>" }.joined()
        let page = "<html>\(meta)<table>\(names)</table><p>之后</p><table><tr><td>第二张</td></tr></table>"
        let isMarked = encoding.hasSuffix(" marked")
        let bytes = try converted((isMarked ? "\u{FEFF}" : "") + page, encoding.replacing(" marked", with: ""))
        let tables = try readBook(bytes)
        #expect(tables.map(\.rows.count) == [40, 1])
        #expect(tables.first?.rows.last == ["某某县龘商贸有限公司40", "第二格"])
        #expect(tables.last?.rows == [["第二张"]])
    }

    @Test("Few characters in GB2312 that could be UTF-8 are what the page says")
    func shortGB() throws {
        let bytes =
            Array("<html><meta charset=\"GB2312\"><table><tr><td>".utf8) + [0xC1, 0xAA, 0xCD, 0xA8]
            + Array("</td></tr></table>".utf8)
        #expect(try readBook(bytes).map(\.rows) == [[["联通"]]])
    }

    @Test("Tables can be opened in any order, and several at once; a place in the file is found again")
    func anyOrder() throws {
        let many = { (name: String) in (1...3000).map { "<tr><td>\(name)\($0)</td></tr>" }.joined() }
        let page = "<table>\(many("甲"))</table>x<table>\(many("乙"))</table>x<table>\(many("丙"))</table>"
        for encoding in ["GB18030", "UTF-8", "UTF-16LE"] {
            let folder = try ScratchFolder()
            let bytes = try converted((encoding == "UTF-16LE" ? "\u{FEFF}" : "") + page, encoding)
            let book = try SheetBook(path: folder.file("a.html", bytes))
            var readers = try [2, 0, 1].map { try book.open($0) }
            var row = SheetRow()
            for number in 1...3000 {
                for (index, name) in ["丙", "甲", "乙"].enumerated() {
                    #expect(try readers[index].next(&row))
                    if row.text(0) != "\(name)\(number)" { Issue.record("\(encoding) \(number) \(row.text(0))") }
                }
            }
            for index in 0..<3 { #expect(try !readers[index].next(&row)) }
        }
    }

    @Test("Tags, references and characters come out right wherever the window's edge parts them", arguments: 0..<24)
    func edges(shift: Int) throws {
        let filler = String(repeating: "x", count: (128 << 10) - 40 - shift)
        let page = "<!--\(filler)--><table><tr><td>甲乙&nbsp;&amp;丙</td><td colspan=\"2\">b</td><td>c</td></tr></table>"
        #expect(try readTable("<html>" + page) == [["甲乙 &丙", "b", "", "c"]])
        let long = String(repeating: "字", count: 20_000) + String(repeating: "y", count: shift) + "&amp;"
        let cell = String(repeating: long, count: 1)
        #expect(try readTable("<table><tr><td>\(cell)</td><td>a</td></tr></table>") == [[cell.dropLast(4) + "", "a"]])
    }

    @Test("Numbers of rows count those with cells; rows that hold nothing are passed over")
    func numbers() throws {
        let folder = try ScratchFolder()
        let page = "<table><tr><td>a</td></tr><tr></tr><tr><td></td></tr><tr><td>b</td></tr></table>"
        let read = try rows(SheetFile.open(path: folder.file("a.xls", page.utf8)))
        #expect(read.map(\.number) == [1, 3])
    }

    @Test("A page that leads to other files, or whose tables hold nothing, says so")
    func nothing() {
        let frames = "<html><frameset rows=\"*,39\"><frame src=\"a.files/sheet001.htm\"></frameset></html>"
        #expect(throws: SheetError(.htmlNotWorkbook)) { try readBook(frames.utf8) }
        #expect(throws: SheetError(.empty)) { try readBook("<table><tr><td>&nbsp;</td></tr></table>".utf8) }
    }

    /// A text in another encoding.
    private func converted(_ text: String, _ encoding: String) throws -> [UInt8] {
        let bytes = Array(text.utf8)
        guard encoding != "UTF-8" else { return bytes }
        if encoding.hasPrefix("UTF-16") {
            let units = Array(text.utf16)
            return units.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return encoding == "UTF-16LE" ? [low, high] : [high, low]
            }
        }
        return try gb18030(text)
    }
}

import Foundation
import TestSupport
import Testing

@testable import CreditSheets

@Suite("Secrets among the strings that cells share, and on sheets that nobody read") struct SharedSecretsTests {
    private static let passport = "G1234567"
    private static let longNumber = "12345678901234567"
    private static let sheet = "xl/worksheets/sheet1.xml"

    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    /// A sheet's rows, with every text a shared string as Excel writes it; an empty text makes no cell.
    private static func data(_ rows: [[String]], _ strings: inout [String]) -> String {
        rows.enumerated()
            .map { number, texts in
                let cells = texts.enumerated().filter { !$0.element.isEmpty }
                    .map { column, text in
                        let index = strings.firstIndex(of: text) ?? strings.count
                        if index == strings.count { strings.append(text) }
                        let reference = CellAddress.text(row: number + 1, column: column)
                        return "<c r=\"\(reference)\" t=\"s\"><v>\(index)</v></c>"
                    }
                return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
            }
            .joined()
    }

    /// A workbook of sheets that share their strings; the third is hidden.
    private static func book(_ sheets: [[[String]]], behind: String = "") -> SmallBook {
        var strings: [String] = []
        let data = sheets.map { Self.data($0, &strings) }
        let xml = strings.map { "<si><t>\($0)</t></si>" }.joined()
        var book = SmallBook(data.first ?? "", behind: behind, strings: xml)
        for (number, data) in data.enumerated().dropFirst() {
            book.addSheet("表\(number + 1)", data, state: number == 2 ? "hidden" : "visible")
        }
        return book
    }

    private static func marking(_ tables: [TableMarking]) -> WorkbookMarking {
        WorkbookMarking(
            tables: tables,
            summaryName: "查验结果",
            summary: [SummaryRow(["查验结果"], style: .heading)],
            seal: { $0.contains { $0.isNumber } && !$0.contains("~") ? "~\($0.suffix(2))" : $0 },
            secrets: { MarkedBook.numbers($0) },
            isSecretHeading: { $0.contains("证件号") }
        )
    }

    private func mark(_ book: SmallBook, _ tables: [TableMarking]) throws -> (book: SheetBook, parts: [String: [UInt8]])
    {
        let path = folder.file("marked.xlsx")
        try MarkedWorkbook.write(book.write(in: folder), to: path, marking: Self.marking(tables))
        let parts = try PackageParts.read(path)
        try PackageRules.check(parts)
        return (try SheetBook(path: path), parts)
    }

    private func strings(_ parts: [String: [UInt8]]) throws -> String {
        String(decoding: try #require(parts["xl/sharedStrings.xml"]), as: UTF8.self)
    }

    @Test("A string that a kept cell of any sheet uses stays, and one that only sealed cells use is blanked whole")
    func sharedStrings() throws {
        let tax = "91110000MA00TEWT1X"
        let book = Self.book([
            [
                ["名称", "税号", "编号"], ["甲", tax, tax], ["乙", Self.passport, "12"], ["丙", "2026-1", "3"],
                ["丁", "88", "3"],
            ],
            [["2026-1", "别的"], ["", tax]], [["88"]],
        ])
        let marked = try mark(book, [TableMarking(table: 0, headingRow: 1, marks: [], secretColumns: [1])])
        #expect(
            try texts(marked.book.open(1)) == [
                ["名称", "税号", "编号"], ["甲", "~1X", tax], ["乙", "~67", "12"], ["丙", "~-1", "3"], ["丁", "~88", "3"],
            ]
        )
        #expect(try texts(marked.book.open(2)) == [["2026-1", "别的"], ["", tax]])
        #expect(try texts(marked.book.open(3)) == [["88"]])
        let strings = try strings(marked.parts)
        #expect(strings.contains("<t>********</t>") && !strings.contains(Self.passport))
    }

    @Test("A number that stands in a kept cell too is blanked by the rule for all texts alone")
    func numberInBoth() throws {
        let book = Self.book([
            [["证号", "税号"], [MarkedBook.number, MarkedBook.number], ["X\(MarkedBook.number)", "无"]]
        ])
        let marked = try mark(book, [TableMarking(table: 0, headingRow: 1, marks: [], secretColumns: [0])])
        let stars = String(repeating: "*", count: 18)
        #expect(try texts(marked.book.open(1)) == [["证号", "税号"], ["~11", stars], ["~11", "无"]])
        for (part, bytes) in marked.parts {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(MarkedBook.number), "\(part)")
        }
    }

    @Test("A cell that its seal leaves as it is keeps its string")
    func unchanged() throws {
        let book = Self.book([[["证号"], ["~77"], ["无"]]])
        let marked = try mark(book, [TableMarking(table: 0, headingRow: 1, marks: [], secretColumns: [0])])
        #expect(try texts(marked.book.open(1)) == [["证号"], ["~77"], ["无"]])
    }

    @Test("Below a secret heading numbers are masked on sheets that nobody read, hidden ones and unnamed columns too")
    func unreadSheets() throws {
        let book = Self.book([
            [["名称", "证件号", "经办人证件号"], ["甲", "77", Self.passport], ["证件号", "78", ""]],
            [["说明", Self.passport], ["名称", "证件号码"], ["乙", Self.longNumber], ["丙", ""], ["丁", Self.passport]],
            [["证件号"], [Self.passport], ["12"]],
            [["名称"]] + (2...20).map { ["第\($0)行"] } + [["证件号"], ["B0000001"]],
        ])
        let marked = try mark(book, [TableMarking(table: 0, headingRow: 1, marks: [], secretColumns: [1])])
        #expect(
            try texts(marked.book.open(1)) == [
                ["名称", "证件号", "经办人证件号"], ["甲", "~77", "G******7"], ["证件号", "~78"],
            ]
        )
        #expect(
            try texts(marked.book.open(2)) == [
                ["说明", Self.passport], ["名称", "证件号码"], ["乙", "1***************7"], ["丙"], ["丁", "G******7"],
            ]
        )
        #expect(try texts(marked.book.open(3)) == [["证件号"], ["G******7"], ["**"]])
        #expect(try texts(marked.book.open(4)).last == ["B0000001"])
        let strings = try strings(marked.parts)
        // One cell above the heading keeps it.
        #expect(!strings.contains(Self.longNumber) && strings.contains(Self.passport))
    }

    @Test("Numbers and formulas below a secret heading are masked too, and the next round leaves them alone")
    func numbersAndFormulas() throws {
        let data = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>证件号码</t></is></c></row><row r="2"><c r="A2"><v>1234567</v></c></row>
            <row r="3"><c r="A3" t="str"><f>"G"&amp;1</f><v>G7654321</v></c></row>
            """
        let marked = try mark(SmallBook(data), [])
        let expected = [["证件号码"], ["1*****7"], ["G******1"]]
        #expect(try texts(marked.book.open(1)) == expected)
        let again = folder.file("again.xlsx")
        try MarkedWorkbook.write(folder.file("marked.xlsx"), to: again, marking: Self.marking([]))
        #expect(try texts(SheetBook(path: again).open(1)) == expected)
    }

    @Test("A new workbook masks below secret headings like the sender's own", arguments: [0, 1])
    func newWorkbook(headingRow: Int) throws {
        let source = try folder.file("表.csv", "名称,证件号,护照证件号\n甲,77,\(Self.passport)\n".utf8)
        let path = folder.file("new.xlsx")
        let table = TableMarking(table: 0, headingRow: 1, marks: [], secretColumns: [1])
        try MarkedWorkbook.write(source, to: path, marking: Self.marking(headingRow == 1 ? [table] : []))
        let expected = ["甲", headingRow == 1 ? "~77" : "**", "G******7"]
        #expect(try texts(SheetBook(path: path).open(1)) == [["名称", "证件号", "护照证件号"], expected])
    }

    @Test(
        "A text is starred but for its ends",
        arguments: [("", ""), ("甲", "*"), ("AB", "**"), ("ABC", "A*C"), ("G1234567", "G******7")]
    )
    func starred(text: String, expected: String) {
        #expect(WorkbookMarking.starred(text) == expected)
    }
}

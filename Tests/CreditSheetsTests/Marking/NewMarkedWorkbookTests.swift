import Foundation
import TestSupport
import Testing

@testable import CreditSheets

/// Blanks out every run of eighteen digits.
func eighteenDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || !(48...57).contains(bytes[index]) {
        if index - start == 18 { ranges.append(start..<index) }
        start = index + 1
    }
    return ranges
}

@Suite("A marked workbook of a file that is no workbook") struct NewMarkedWorkbookTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private static let table = "企业名称,证件号码,备注\r\n甲,110101180001010011,\r\n\r\n乙,0012,见 110101180001010011 号\r\n"

    private func marking(_ marks: [CellMark], secretColumns: Set<Int> = []) -> WorkbookMarking {
        WorkbookMarking(
            tables: [TableMarking(table: 0, headingRow: 1, marks: marks, secretColumns: secretColumns)],
            summaryName: "查验结果",
            summary: [
                SummaryRow(["查验结果 / What was found"], style: .heading),
                SummaryRow(["第 2 行", "110101180001010011"], style: .refused, link: (0, 2, 1)),
            ],
            seal: { $0.count == 18 ? "*\($0.suffix(2))" : $0 },
            secrets: { eighteenDigits($0) }
        )
    }

    private func write(_ text: String, _ marking: WorkbookMarking) throws -> String {
        let source = try folder.file("表.csv", text.utf8)
        let path = folder.file("marked.xlsx")
        try MarkedWorkbook.write(source, to: path, marking: marking)
        return path
    }

    @Test("Rows keep their places and texts; secrets are sealed, blanked out and nowhere in the file")
    func rowsAsSent() throws {
        let path = try write(
            Self.table,
            marking([CellMark(row: 2, column: 1, kind: .refused, note: "有误")], secretColumns: [1])
        )
        let book = try SheetBook(path: path)
        #expect(book.tables.map(\.name) == ["查验结果", "数据"])
        #expect(book.tables.map(\.isOurs) == [true, false])
        let read = try rows(book.open(1))
        #expect(read.map(\.number) == [1, 2, 4])
        #expect(
            read.map(\.texts) == [
                ["企业名称", "证件号码", "备注"], ["甲", "*11"], ["乙", "0012", "见 ****************** 号"],
            ]
        )
        #expect(try texts(book.open(0))[1] == ["第 2 行", "******************"])
        #expect(try texts(SheetFile.open(path: path)) == read.map(\.texts))
        for (name, bytes) in try PackageParts.read(path) {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("110101180001010011"), "\(name)")
        }
    }

    @Test("Marks colour and comment cells, those of rows and columns that hold nothing too")
    func marks() throws {
        let marks = [
            CellMark(row: 3, column: 0, kind: .warned, note: "空行"), CellMark(row: 2, column: 4, kind: .warned),
            CellMark(row: 2, column: 0, kind: .warned, note: "一"),
            CellMark(row: 2, column: 0, kind: .refused, note: "二"),
            CellMark(row: 9, column: 1, kind: .refused, note: "缺行"),
        ]
        let path = try write(Self.table, marking(marks))
        let parts = try PackageParts.read(path)
        try PackageRules.check(parts)
        let sheet = try #require(parts["xl/worksheets/sheet2.xml"].map { String(decoding: $0, as: UTF8.self) })
        let comments = try #require(parts["xl/comments1.xml"].map { String(decoding: $0, as: UTF8.self) })
        #expect(
            sheet.contains("<c r=\"E2\" s=") && sheet.contains("<c r=\"A3\" s=") && sheet.contains("<c r=\"B9\" s=")
        )
        #expect(comments.contains("ref=\"A2\"") && comments.contains("一\n二") && comments.contains("信源查验 Xinyuan"))
        #expect(comments.components(separatedBy: "<comment ").count == 4)
    }

    @Test("Names of sheets are such as Excel allows, and each is taken once")
    func names() throws {
        var marking = marking([])
        marking.summaryName = "数据"
        #expect(try SheetBook(path: write(Self.table, marking)).tables.map(\.name) == ["数据", "数据 2"])
        marking.summaryName = "a/b:c*d?[e]\\" + String(repeating: "长", count: 40)
        let name = try #require(try SheetBook(path: write(Self.table, marking)).tables.first?.name)
        #expect(name.hasPrefix("a_b_c_d__e__") && name.count == 31)
    }

    @Test("A text that is too long for Excel is cut, and one too long for a comment too")
    func longTexts() throws {
        let text = "名称,备注\n甲,\"" + String(repeating: "长", count: 40_000) + "\"\n"
        let note = String(repeating: "注", count: 40_000)
        let path = try write(text, marking([CellMark(row: 2, column: 1, kind: .warned, note: note)]))
        #expect(try texts(SheetFile.open(path: path))[1][1].count == 32_767)
    }

    @Test("Of a table with too many rows the headings and the marked rows are listed, and links lead to them")
    func tooManyRows() throws {
        let text = "名称,备注\n" + (2...40).map { "甲\($0),\n" }.joined()
        let source = try folder.file("表.csv", text.utf8)
        let path = folder.file("cut.xlsx")
        var marking = marking([
            CellMark(row: 30, column: 0, kind: .refused, note: "有误"), CellMark(row: 2, column: 0, kind: .warned),
        ])
        marking.summary.append(SummaryRow(["第 30 行"], link: (0, 30, 0)))
        try NewMarkedWorkbook(book: SheetBook(path: source), marking: marking, mostRows: 20).write(to: path)
        let parts = try PackageParts.read(path)
        try PackageRules.check(parts)
        let book = try SheetBook(path: path)
        #expect(try texts(book.open(1)) == [["名称", "备注"], ["甲2"], ["甲30"]])
        #expect(try texts(book.open(0)).last?.first?.contains("“数据” has more than 20 rows") == true)
        let summary = String(decoding: try #require(parts["xl/worksheets/sheet1.xml"]), as: UTF8.self)
        #expect(summary.contains("$A$3") && !summary.contains("$A$30"))
    }

    @Test("Workbooks of Excel 97 come as new ones, with every row as text", arguments: ["libreoffice.xls", "xlwt.xls"])
    func legacyWorkbooks(name: String) throws {
        let source = Folders.root.appendingPathComponent("Tests/CreditSheetsTests/Fixtures/\(name)").path
        let path = folder.file("marked.xlsx")
        try MarkedWorkbook.write(source, to: path, marking: marking([CellMark(row: 2, column: 0, kind: .warned)]))
        try PackageRules.check(PackageParts.read(path))
        let (before, after) = (try SheetBook(path: source), try SheetBook(path: path))
        let visible = before.tables.indices.filter { before.tables[$0].isVisible }
        #expect(after.tables.dropFirst().map(\.name) == visible.map { before.tables[$0].name })
        for (place, index) in visible.enumerated() {
            let old = (try? texts(before.open(index))) ?? []
            #expect(((try? texts(after.open(place + 1))) ?? []) == old, "\(name) \(index)")
        }
    }
}

import CreditSheets
import Foundation
import TestSupport
import Testing

@Suite("A marked workbook that comes again") struct MarkedAgainTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private static let first = [
        CellMark(row: 2, column: 0, kind: .refused, note: "一"), CellMark(row: 3, column: 1, kind: .warned, note: "二"),
        CellMark(row: 12, column: 2, kind: .refused, note: "三"),
    ]
    private static let second = [
        CellMark(row: 2, column: 0, kind: .warned, note: "四"), CellMark(row: 5, column: 3, kind: .refused, note: "五"),
    ]

    @Test(
        "Marks of the first round go, those of the second come, and there is one summary",
        arguments: MarkedBook.names
    )
    func again(name: String) throws {
        let once = try MarkedBook(MarkedBook.kept(name), folder, as: "1.xlsx", marks: [0: Self.first])
        let twice = try MarkedBook(once.path, folder, as: "2.xlsx", marks: [1: Self.second])
        try PackageRules.check(twice.parts)
        #expect(Set(twice.parts.keys) == Set(once.parts.keys))
        #expect(try SheetBook(path: twice.path).tables == SheetBook(path: once.path).tables)
        let sheet = "xl/worksheets/sheet1.xml"
        #expect(try twice.ground("A2", in: sheet).first == "FFFCEFC2")
        #expect(try twice.ground("D5", in: sheet).first == "FFF8D0CC")
        #expect(try twice.ground("B3", in: sheet).isEmpty)
        #expect(try twice.ground("C12", in: sheet).isEmpty)
        let part = name == "openpyxl" ? "xl/comments/comment1.xml" : "xl/comments1.xml"
        let comments = try twice.comments(part)
        #expect(comments["B3"] == nil && comments["C12"] == nil && comments["D5"]?.hasSuffix("\n五") == true)
        #expect(comments["A2"]?.hasSuffix("四") == true && comments["A2"]?.contains("一") == false)
    }

    @Test("Without marks everything is as it was, grounds and comments too")
    func mended() throws {
        let source = MarkedBook.kept("openpyxl")
        let once = try MarkedBook(source, folder, as: "1.xlsx", marks: [0: Self.first])
        let clean = try MarkedBook(once.path, folder, as: "2.xlsx", marks: [:])
        let sheet = "xl/worksheets/sheet1.xml"
        #expect(try clean.ground("A2", in: sheet) == ["00FFFF00", ""])
        #expect(try clean.ground("A1", in: sheet) == ["0000FF00", ""])
        #expect(try clean.comments("xl/comments/comment1.xml") == ["A2": "原有批注", "D4": "别的"])
        let shapes = try clean.text("xl/drawings/commentsDrawing1.vml")
        #expect(shapes.components(separatedBy: "<ns1:shape type").count - 1 == 2)
        let original = try PackageParts.read(source)
        #expect(original["xl/drawings/commentsDrawing1.vml"]?.count ?? 0 <= shapes.utf8.count)
    }

    @Test("A new workbook that comes again is patched like any other")
    func fromText() throws {
        let csv = try folder.file("表.csv", "名称,备注\n甲,1\n乙,2\n".utf8)
        let once = try MarkedBook(csv, folder, as: "1.xlsx", marks: [0: Self.first])
        let twice = try MarkedBook(once.path, folder, as: "2.xlsx", marks: [1: Self.second])
        try PackageRules.check(twice.parts)
        #expect(Set(twice.parts.keys) == Set(once.parts.keys))
        #expect(try twice.ground("B3", in: "xl/worksheets/sheet2.xml").isEmpty)
        #expect(try twice.ground("A2", in: "xl/worksheets/sheet2.xml").first == "FFFCEFC2")
        #expect(try twice.comments("xl/comments1.xml") == ["A2": "信源查验 Xinyuan\n四", "D5": "信源查验 Xinyuan\n五"])
        #expect(try texts(SheetFile.open(path: twice.path)) == [["名称", "备注"], ["甲", "1"], ["乙", "2"]])
    }

    @Test("Marks are known after LibreOffice has saved the workbook", .enabled(if: Office.isThere))
    func saved() throws {
        let saved = try SavedByOffice.books.get().folder.file("xlsxwriter.xlsx")
        #expect(try SheetBook(path: saved).tables.map(\.isOurs) == [true, false, false, false])
        let twice = try MarkedBook(saved, folder, marks: [1: Self.second])
        let sheet = "xl/worksheets/sheet2.xml"
        #expect(try twice.ground("B3", in: sheet).isEmpty)
        #expect(try twice.ground("A2", in: sheet).first == "FFFCEFC2")
        let part = try #require(twice.parts.keys.sorted().first { $0.hasPrefix("xl/comments") })
        let comments = try twice.comments(part)
        #expect(
            comments["B3"] == nil && comments["A2"]?.hasSuffix("\n四") == true && comments["A3"] == "已有",
            "\(comments)"
        )
    }
}

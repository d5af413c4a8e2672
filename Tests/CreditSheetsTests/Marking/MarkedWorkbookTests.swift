import CreditSheets
import Foundation
import TestSupport
import Testing

@Suite("A marked workbook that is the sender's own") struct MarkedWorkbookTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    static let marks = [
        CellMark(row: 2, column: 0, kind: .refused, note: "名称不对 <&>\nWrong \(MarkedBook.number)"),
        CellMark(row: 3, column: 1, kind: .warned, note: "可疑"), CellMark(row: 4, column: 7, kind: .warned, note: "缺"),
        CellMark(row: 12, column: 2, kind: .refused, note: "缺行"), CellMark(row: 20, column: 9, kind: .warned),
        CellMark(row: 40, column: 30, kind: .refused, note: "远"),
    ]

    private func mark(_ name: String, secretColumns: Set<Int> = []) throws -> MarkedBook {
        try MarkedBook(
            MarkedBook.kept(name),
            folder,
            marks: [0: Self.marks, 2: [CellMark(row: 1, column: 1, kind: .warned, note: "图")]],
            secretColumns: secretColumns
        )
    }

    @Test("A prefix that the sender's writer declares at each sheet of its own is declared at the new sheet, too")
    func prefixOfSheets() throws {
        let namespace = " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        var parts = try PackageParts.read(MarkedBook.kept("openpyxl"))
        let workbook = String(decoding: try #require(parts["xl/workbook.xml"]), as: UTF8.self)
        parts["xl/workbook.xml"] = Array(
            workbook.replacing(namespace, with: "").replacing("<sheet ", with: "<sheet\(namespace) ").utf8
        )
        let bytes = StoredZip.make(parts.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), $0.value) })
        let source = try folder.file("own-prefix.xlsx", bytes)
        let marked = try MarkedBook(source, folder, as: "own-prefix-marked.xlsx", marks: [0: Self.marks])
        let sheets = try marked.text("xl/workbook.xml").matches(of: /<sheet [^>]*>/).map { String($0.output) }
        #expect(sheets.count == 4 && sheets.allSatisfy { $0.contains("xmlns:r=") }, "\(sheets)")
    }

    @Test("It keeps the rules over which Excel and WPS stumble", arguments: MarkedBook.names)
    func rules(name: String) throws {
        let original = try PackageParts.read(MarkedBook.kept(name))
        try PackageRules.check(original)
        try PackageRules.check(mark(name).parts)
        try PackageRules.check(mark(name, secretColumns: [1, 5]).parts)
    }

    @Test("No number is left in any part, whatever it stands in", arguments: MarkedBook.names)
    func secrets(name: String) throws {
        for secretColumns in [[], [1]] as [Set<Int>] {
            for (part, bytes) in try mark(name, secretColumns: secretColumns).parts {
                let text = String(decoding: bytes, as: UTF8.self)
                for number in [MarkedBook.number, MarkedBook.oldNumber, "180001010011"] {
                    #expect(!text.contains(number), "\(part)")
                }
            }
        }
    }

    @Test("Every other part is taken over packed, byte for byte", arguments: MarkedBook.names)
    func untouched(name: String) throws {
        let before = try PackageParts.packed(MarkedBook.kept(name))
        let marked = try mark(name)
        let after = try PackageParts.packed(marked.path)
        let original = try PackageParts.read(MarkedBook.kept(name))
        var same = 0
        for (part, bytes) in original where marked.parts[part] == bytes {
            #expect(before[part] == after[part], "\(part)")
            same += 1
        }
        #expect(same >= 4)
        #expect(Set(original.keys).isSubset(of: marked.parts.keys))
        for part in original.keys where part.contains("theme") || part.contains("media") || part.contains("table") {
            #expect(original[part] == marked.parts[part], "\(part)")
        }
    }

    @Test("All values stay, but for what is sealed and blanked out", arguments: MarkedBook.names)
    func values(name: String) throws {
        let before = try SheetBook(path: MarkedBook.kept(name))
        let after = try SheetBook(path: mark(name, secretColumns: [1]).path)
        #expect(after.tables.first == SheetBook.Table(name: "查验结果", isOurs: true))
        #expect(Array(after.tables.dropFirst()) == before.tables)
        var compared = 0
        for index in before.tables.indices {
            guard let old = try? rows(before.open(index)) else { continue }
            let new = try rows(after.open(index + 1))
            #expect(old.map(\.number) == new.map(\.number))
            for (one, other) in zip(old, new) {
                for (column, text) in one.texts.enumerated() {
                    let isSealed = column == 1 && (index == 0 || index == 2) && one.number > 1 && text.count >= 15
                    let expected = isSealed ? "110…11" : masked(text)
                    #expect(other.texts[column] == expected, "table \(index) row \(one.number) column \(column)")
                    compared += 1
                }
            }
        }
        #expect(compared > 60)
        #expect(try texts(SheetFile.open(path: mark(name).path)).first?.first == "企业名称")
    }

    private func masked(_ text: String) -> String {
        text.replacing(MarkedBook.number, with: String(repeating: "*", count: 18))
            .replacing(MarkedBook.oldNumber, with: String(repeating: "*", count: 15))
    }

    @Test("Marked cells keep their look but for the ground, and comments stand beside those that were there")
    func looks() throws {
        let marked = try mark("openpyxl")
        let sheet = "xl/worksheets/sheet1.xml"
        #expect(try marked.ground("A2", in: sheet) == ["FFF8D0CC", "00FFFF00"])
        #expect(try marked.ground("B3", in: sheet) == ["FFFCEFC2", ""])
        #expect(try marked.ground("C12", in: sheet) == ["FFF8D0CC", ""])
        #expect(try marked.ground("J20", in: sheet) == ["FFFCEFC2", ""])
        #expect(try marked.ground("A1", in: sheet) == ["0000FF00", ""])
        let styles = try marked.tree("xl/styles.xml")
        let style = try #require(try marked.cell("B3", in: sheet)["s"].flatMap { Int($0) })
        let border = try #require(styles.child("cellXfs")?.children[style]["borderId"].flatMap { Int($0) })
        #expect(styles.child("borders")?.children[border].child("left")?["style"] == "thick")
        let comments = try marked.comments("xl/comments/comment1.xml")
        #expect(comments["A2"] == "原有批注\n—— 信源查验 Xinyuan ——\n名称不对 <&>\nWrong ******************")
        #expect(comments["D4"] == "别的")
        #expect(
            comments["B3"] == "信源查验 Xinyuan\n可疑" && comments["J20"] == nil && comments["AE40"]?.hasSuffix("\n远") == true
        )
        #expect(comments.count == 6)
    }

    @Test("The summary stands in front, is shown first, and its links lead to the cells")
    func summary() throws {
        let marked = try mark("xlsxwriter")
        let book = try marked.tree("xl/workbook.xml")
        let sheets = try #require(book.child("sheets")).children
        #expect(sheets.map { $0["name"] } == ["查验结果", "许可", "第二", "图"])
        #expect(sheets.first?["sheetId"] == "4")
        #expect(book.child("bookViews")?.children.first?["activeTab"] == "0")
        let local = try #require(book.child("definedNames")?.children.first { $0["name"] == "局部" })
        #expect(local["localSheetId"] == "2")
        let part = try marked.text("xl/worksheets/sheet3.xml")
        #expect(part.contains("<hyperlink ref=\"A3\" location=\"'许可'!A2\"/>"))
        #expect(part.contains("查验结果 &lt;&amp;&gt;"))
    }

    @Test("A name that is taken gets a number")
    func takenName() throws {
        let marked = try MarkedBook(MarkedBook.kept("xlsxwriter"), folder, marks: [:], summaryName: "第二")
        #expect(try SheetBook(path: marked.path).tables.map(\.name) == ["第二 2", "许可", "第二", "图"])
    }

    @Test("No more than a thousand comments go on a sheet; the other cells are coloured")
    func manyComments() throws {
        let marks = (2...1_502).map { CellMark(row: $0, column: 3, kind: .refused, note: "第 \($0) 行") }
        let marked = try MarkedBook(MarkedBook.kept("openpyxl"), folder, marks: [2: marks])
        try PackageRules.check(marked.parts)
        #expect(try marked.comments("xl/comments1.xml").count == 1_000)
        #expect(try marked.ground("D1502", in: "xl/worksheets/sheet3.xml").first == "FFF8D0CC")
    }

    @Test("LibreOffice opens it and finds every value", .enabled(if: Office.isThere))
    func office() throws {
        let (paths, saved, _) = try SavedByOffice.books.get()
        for path in paths {
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            let (before, after) = (try SheetBook(path: path), try SheetBook(path: saved.file(name)))
            #expect(before.tables == after.tables, "\(name)")
            for index in before.tables.indices {
                let expected = try? rows(before.open(index))
                let found = try? rows(after.open(index))
                #expect(expected?.map(\.number) == found?.map(\.number), "\(name) \(index)")
                for (one, other) in zip(expected ?? [], found ?? []) {
                    // openpyxl keeps no values of formulas; LibreOffice works them out.
                    let isOpen = name == "openpyxl.xlsx" && index == 1
                    for (column, text) in one.texts.enumerated() where !(isOpen && column == 5) {
                        #expect(other.texts[column] == text, "\(name) \(index) \(one.number)")
                    }
                }
            }
        }
    }
}

@Suite("Published files that are marked", .enabled(if: PublishedFiles.arePresent, "../shared/data is not here"))
struct PublishedFilesMarkedTests {
    @Test("A province's workbook keeps its values and the format's rules")
    func workbook() throws {
        let folder = try ScratchFolder()
        let source = Folders.data + "/cn-procurement-vaccine/raw_辽宁省2017.xlsx"
        let marked = try MarkedBook(source, folder, marks: [0: MarkedWorkbookTests.marks])
        try PackageRules.check(marked.parts)
        let (before, after) = (try SheetBook(path: source), try SheetBook(path: marked.path))
        #expect(after.tables.count == before.tables.count + 1)
        for index in before.tables.indices {
            guard let old = try? texts(before.open(index)) else { continue }
            #expect(try texts(after.open(index + 1)) == old)
        }
        #expect(try marked.ground("A2", in: "xl/worksheets/sheet1.xml").first == "FFF8D0CC")
    }
}

private enum PublishedFiles {
    static let arePresent = FileManager.default.fileExists(atPath: Folders.data)
}

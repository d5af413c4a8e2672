import CreditSheets
import Foundation
import TestSupport
import Testing

/// Where the published files are, beside the repository's root; they are not part of it.
private enum RealData {
    static let folder = Folders.data
    static let isPresent = FileManager.default.fileExists(atPath: folder)
}

@Suite(.enabled(if: RealData.isPresent, "../shared/data is not here: real files are not read"))
struct RealDataTests {
    @Test("The same list in GB18030 and in UTF-8 is the same")
    func encodings() throws {
        let utf8 = try SheetFile.open(path: RealData.folder + "/cn-org-names/org_class_science.csv")
        let gb18030 = try SheetFile.open(path: RealData.folder + "/cn-org-names/org_class_science.gb18030.csv")
        #expect(gb18030.format == .delimitedText(.gb18030, delimiter: 44))
        let rows = try texts(utf8)
        #expect(rows.count > 1000)
        #expect(try texts(gb18030) == rows)
    }

    @Test("A province's workbook opens")
    func workbook() throws {
        let rows = try rows(SheetFile.open(path: RealData.folder + "/cn-procurement-vaccine/raw_辽宁省2017.xlsx"))
        #expect(rows.last?.number == 121)
        #expect(rows.allSatisfy { $0.texts.count <= 10 })
    }

    @Test("A province's workbook of Excel 97 opens; its cells are those that xlrd finds")
    func legacyWorkbook() throws {
        let book = try SheetBook(path: RealData.folder + "/cn-procurement-vaccine/raw_吉林省.xls")
        #expect(book.tables.map(\.name) == ["Sheet1", "Sheet2", "Sheet3"])
        let rows = try rows(book.open(named: nil))
        #expect(rows.map(\.number) == Array(1...114))
        #expect(rows.allSatisfy { $0.texts.count == 10 })
        #expect(rows.reduce(0) { $0 + $1.texts.reduce(0) { $0 + $1.utf8.count } } == 19_123)
        #expect(throws: SheetError(.empty)) { try book.open(named: "Sheet2") }
    }

    /// What a table must have; the same is counted by pandas and lxml.
    struct Counts: Equatable {
        var rows: Int
        var columns: Int
        var cells: Int
    }

    @Test(
        "Provinces' web pages open: rows without a table, a table for each row, GB2312",
        arguments: [
            ("raw_广西.html", [Counts(rows: 20, columns: 16, cells: 320), Counts(rows: 1, columns: 1, cells: 1)]),
            (
                "raw_湖北省.htm",
                [
                    Counts(rows: 30, columns: 12, cells: 360), Counts(rows: 23, columns: 12, cells: 276),
                    Counts(rows: 32, columns: 12, cells: 384), Counts(rows: 37, columns: 12, cells: 444),
                ]
            ),
            ("raw_青海省.txt", [Counts(rows: 87, columns: 1, cells: 87)]),
        ]
    )
    func pages(name: String, expected: [Counts]) throws {
        let book = try SheetBook(path: RealData.folder + "/cn-procurement-vaccine/" + name)
        let counts = try book.tables.indices.map { index in
            let rows = try texts(book.open(index))
            return Counts(
                rows: rows.count,
                columns: rows.map(\.count).max() ?? 0,
                cells: rows.joined().count { !$0.isEmpty }
            )
        }
        #expect(counts == expected)
    }

    @Test("The register's rows all have its twelve columns, and codes of 18 characters")
    func register() throws {
        var reader = try SheetFile.open(path: RealData.folder + "/cn-register-sample-2019/new_enterprises_2019.csv")
        var row = SheetRow()
        #expect(try reader.next(&row))
        #expect(row.texts.starts(with: ["name", "reg_no", "uscc"]))
        var count = 0
        while try reader.next(&row) {
            count += 1
            if row.count != 12 { Issue.record("row \(row.number) has \(row.count) cells") }
            if count <= 10 { #expect(row.withCell(2) { $0.count } == 18) }
        }
        #expect(count == 42_821)
    }
}

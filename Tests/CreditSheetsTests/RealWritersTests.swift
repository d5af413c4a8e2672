import CreditSheets
import Foundation
import TestSupport
import Testing

/// Made-up workbooks as real programs write them; what is expected was held against openpyxl 3.1 and calamine 0.9 by hand.
@Suite("Workbooks of real writers")
struct RealWritersTests {
    private func read(_ name: String, sheet: String? = nil) throws -> [[String]] {
        let path = Folders.root.appendingPathComponent("Tests/CreditSheetsTests/Fixtures/\(name).xlsx").path
        return try texts(SheetFile.open(path: path, sheet: sheet))
    }

    @Test(
        "openpyxl, and LibreOffice that saved the same anew: rich text, hidden row and column, merged cells, dates",
        arguments: [("openpyxl", [String]()), ("libreoffice", ["2"])]
    )
    func openpyxl(name: String, formula: [String]) throws {
        let rows = try read(name)
        #expect(
            rows == [
                ["行政许可公示（测试）"], ["区县", "名称", "决定日期", "金额", "备注"],
                ["甲区", "鑫源甲商贸有限公司", "2019-01-05", "1234.5", "准予许可"],
                // openpyxl leaves a formula without its value; LibreOffice reckons it.
                ["甲区", "鑫源乙商贸有限公司", "2019-01-05 10:30:00", "0.3"] + formula,
                ["甲区", "鑫源丙商贸有限公司", "1900-01-31", "-3", "TRUE"],
            ]
        )
        #expect(try read(name, sheet: "处罚") == [["", " 前后有空格 "]])
        #expect(throws: SheetError(.noSheet)) { try read(name, sheet: "选项") }
    }

    @Test("LibreOffice from a text: dates, times, shares, quotes and line ends")
    func libreOffice() throws {
        #expect(
            try read("libreoffice-csv") == [
                ["名称", "决定日期", "金额", "时间", "比例"],
                ["鑫源甲商贸有限公司", "2019-01-05", "1234.5", "10:30:00", "0.125"],
                ["鑫源\"乙\"商贸\n有限公司", "2020-02-29", "1000", "23:59:59", "0.1"],
            ]
        )
    }

    @Test("xlsxwriter: counting from 1904, formulas, rich text, escapes, a hidden row within a merge")
    func xlsxWriter() throws {
        #expect(
            try read("xlsxwriter") == [
                ["甲区", "代码", "2019-01-05", "甲区x", "信源"],
                ["甲区", "91220402TEWT90014J", "2019-01-05", "#DIV/0!", "a\r\nb_x000D_c"],
                ["甲区", "912204021234567", "1904-01-01 18:00:00", "TRUE", "<&>\"'"],
            ]
        )
        #expect(throws: SheetError(.empty)) { try read("xlsxwriter", sheet: "空") }
    }

    @Test("xlsxwriter row by row: strings within their cells, thirds with the digits that Excel shows")
    func inlineStrings() throws {
        let thirds = ["0", "0.333333333333333", "0.666666666666667", "1", "1.33333333333333"]
        #expect(try read("constant-memory") == thirds.enumerated().map { ["第\($0)行", "", $1] })
    }

    @Test("Strict OOXML in a stream: ZIP64, data descriptors, stored parts, UTF-16, other capitals, a sheet elsewhere")
    func strict() throws {
        #expect(try read("strict-zip64") == [["名称", "2019-01-05"], ["鑫源𠮷商贸"]])
    }
}

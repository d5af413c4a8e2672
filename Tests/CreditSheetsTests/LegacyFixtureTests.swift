import CreditSheets
import Foundation
import TestSupport
import Testing

/// Small made-up workbooks as other programs write them: LibreOffice 7.4 and xlwt 1.3.
@Suite struct LegacyFixtureTests {
    private func book(_ name: String) throws -> SheetBook {
        let folder = Folders.root.appendingPathComponent("Tests/CreditSheetsTests/Fixtures")
        return try SheetBook(path: folder.appendingPathComponent(name).path)
    }

    @Test("LibreOffice's workbook is read as it shows it")
    func libreOffice() throws {
        let book = try book("libreoffice.xls")
        #expect(book.tables.map(\.name) == ["行政处罚", "隐藏", "很隐藏", "空", "长文本"])
        #expect(book.tables.map(\.isVisible) == [true, false, false, true, true])
        let rows = try rows(book.open(0))
        #expect(rows.map(\.number) == Array(1...14) + [16])
        #expect(rows[0].texts == ["企业名称", "统一社会信用代码", "处罚日期", "罚款（万元）", "备注", "公式", "决定时间"])
        let first = ["测试第0有限公司", "91TEWT000000000000", "2019-01-05", "0", "普通加粗café"]
        #expect(rows[1].texts == first + ["测试第0有限公司！", "2020-02-29 10:30:00"])
        // Merged E3:E6; row 4 is hidden, and data all the same.
        #expect(rows[1...6].map { $0.texts[4] } == ["普通加粗café"] + [String](repeating: "合并的备注", count: 4) + [""])
        #expect(rows[2].texts[5] == "2.5")
        #expect(rows[13].texts == ["甲𠮷乙", "", "", "#DIV/0!", "TRUE", "#N/A"])
        #expect(rows[14].texts == ["填表人：无"])
        #expect(throws: SheetError(.empty)) { try book.open(3) }
        let long = try texts(book.open(4))
        #expect(long[0][0] == String(repeating: "长", count: 4200))
    }

    @Test("xlwt's workbook is read as it was written, its days counted from 1904")
    func xlwt() throws {
        let rows = try rows(book("xlwt.xls").open(named: "许可"))
        #expect(rows.count == 34)
        #expect(rows[1].texts == ["测试TEWT第1店", "92TEWT000000104729", "2021-12-02", "-0.875", "2022-03-01 08:01:00"])
        #expect(rows[30...32].map(\.texts) == [["区县", "31"], ["区县", "32"], ["区县", "33"]])
        #expect(rows[33].texts == ["", "TRUE", "1000000000000000000000", "0.3", "-3"])
    }
}

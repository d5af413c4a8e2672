import CreditSheets
import TestSupport
import Testing

@Suite struct XLSXWriterTests {
    @Test("What is written is read back at its place", arguments: [false, true])
    func roundTrip(constantMemory: Bool) throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/book.xlsx"
        let book = try XLSXWriter(path: path, constantMemory: constantMemory)
        let sheet = try book.addSheet("行政许可")
        try sheet.setColumn(0, width: 24, style: .text)
        try sheet.freeze(rows: 2)
        try sheet.write("填写说明：一行一件。", row: 1, across: 0...3, height: 40)
        try sheet.append([.text("名称"), .text("日期"), .text("金额")], style: .requiredHeading)
        try sheet.append([.text("甲 <&> \"乙\"\n丙"), .day(year: 2019, month: 1, day: 5), .number(1.1), .text("0012")])
        try sheet.append([.empty, .text("\u{1}_x0041_ 𠮷")], style: .refused)
        try sheet.write(.number(7), row: 9, column: 2)
        #expect(sheet.lastRow == 9)
        try book.close()
        let read = try rows(SheetFile.open(path: path))
        #expect(read.map(\.number) == [1, 2, 3, 4, 9])
        #expect(read[1].texts == ["名称", "日期", "金额"])
        #expect(read[2].texts == ["甲 <&> \"乙\"\n丙", "2019-01-05", "1.1", "0012"])
        #expect(read[3].texts == ["", "\u{1}_x0041_ 𠮷"])
        #expect(read[4].texts == ["", "", "7"])
    }

    @Test("Random tables come back as they were, in both modes", arguments: [false, true])
    func randomTables(constantMemory: Bool) throws {
        var generator = SeededGenerator(seed: 11)
        let folder = try ScratchFolder()
        for index in 0..<10 {
            let table = TestTables.random(&generator)
            let path = folder.path + "/\(index).xlsx"
            let book = try XLSXWriter(path: path, constantMemory: constantMemory)
            let sheet = try book.addSheet("表")
            for row in table { try sheet.append(row.map { .text($0) }) }
            try book.close()
            // A workbook's XML has no CRLF, and neither keeps what is empty at the end.
            let expected = table.map { row in
                Array(row.reversed().drop { $0.isEmpty }.reversed())
            }
            let read = try rows(SheetFile.open(path: path))
            #expect(read.map(\.texts) == expected.filter { !$0.isEmpty })
            #expect(read.map(\.number) == expected.indices.filter { !expected[$0].isEmpty }.map { $0 + 1 })
        }
    }

    @Test("Lists, notes and hidden lists do not disturb the sheet")
    func help() throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/book.xlsx"
        let book = try XLSXWriter(path: path, constantMemory: true, created: 1_500_000_000)
        let sheet = try book.addSheet("行政处罚")
        try sheet.append([.text("类别"), .text("机关"), .text("备注")], style: .heading)
        try sheet.offer(["警告", "罚款"], column: 0, rows: 2...1000, prompt: ("处罚类别", "请从列表中选择。"))
        let many = (1...60).map { "辽源市第\($0)局" }
        try sheet.offer(many, column: 1, rows: 2...1000, strict: false)
        try sheet.offer(["含,逗号", "其他"], column: 2, rows: 2...1000)
        try sheet.addNote("必填。请填写全称。", row: 1, column: 1)
        try sheet.append([.text("罚款"), .text(many[0])])
        try book.close()
        let reader = try XLSXReader(path: path)
        #expect(reader.sheets == ["行政处罚"])
        #expect(try texts(reader) == [["类别", "机关", "备注"], ["罚款", many[0]]])
    }

    @Test("The same workbook with the same instant is the same file")
    func deterministic() throws {
        let folder = try ScratchFolder()
        let files = try ["a", "b"]
            .map { name in
                let path = folder.path + "/\(name).xlsx"
                let book = try XLSXWriter(path: path, created: 1_546_646_400)
                try book.addSheet("表").append([.text("甲"), .number(3)])
                try book.close()
                return try bytes(path)
            }
        #expect(files[0] == files[1])
    }

    @Test("What Excel does not allow is an error, not a broken file")
    func errors() throws {
        let folder = try ScratchFolder()
        let book = try XLSXWriter(path: folder.path + "/book.xlsx")
        let sheet = try book.addSheet("表")
        #expect(throws: SheetError(.unwritable)) { try book.addSheet("表") }
        #expect(throws: SheetError(.unwritable)) { try book.addSheet("a/b") }
        #expect(throws: SheetError(.unwritable)) { try book.addSheet(String(repeating: "长", count: 32)) }
        #expect(throws: SheetError(.cellTooLong)) {
            try sheet.append([.text(String(repeating: "x", count: 32_768))])
        }
        #expect(throws: SheetError(.tooManyRows)) { try sheet.write(.number(1), row: 1_048_577, column: 0) }
        #expect(throws: SheetError(.tooManyRows)) { try sheet.write(.number(1), row: 0, column: 0) }
        #expect(throws: SheetError(.tooManyColumns)) { try sheet.write(.number(1), row: 1, column: 16_384) }
        try book.close()
        #expect(throws: SheetError(.unwritable)) { try sheet.append([.text("late")]) }
        #expect(throws: SheetError(.unwritable)) { try book.close() }
    }
}

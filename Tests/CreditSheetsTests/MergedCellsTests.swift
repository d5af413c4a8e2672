import TestSupport
import Testing

@testable import CreditSheets

@Suite("Merged cells")
struct MergedCellsTests {
    private func read(_ rows: String, _ merges: String..., limits: SheetLimits = .standard) throws -> [[String]] {
        let folder = try ScratchFolder()
        var parts = WorkbookFile.parts(sheets: [("表", nil, "")])
        let cells = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        parts["xl/worksheets/sheet1.xml"] = """
            <worksheet><sheetData>\(rows)</sheetData><phoneticPr fontId="1"/>
            <mergeCells count="\(merges.count)">\(cells)</mergeCells></worksheet>
            """
        return try texts(SheetFile.open(path: WorkbookFile.write(parts, in: folder), limits: limits))
    }

    private func row(_ number: Int, _ cells: String...) -> String {
        let written = cells.enumerated()
            .map { column, text in
                let reference = "\(Character(Unicode.Scalar(UInt8(65 + column))))\(number)"
                return text.isEmpty
                    ? "<c r=\"\(reference)\" s=\"1\"/>"
                    : "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
        return "<row r=\"\(number)\">\(written.joined())</row>"
    }

    @Test("A cell merged over several rows belongs to each of them, in its first column")
    func vertical() throws {
        let rows = row(1, "甲", "", "1") + row(2, "", "", "2") + row(3, "", "", "3") + row(4, "", "", "4")
        #expect(try read(rows, "A1:B3") == [["甲", "", "1"], ["甲", "", "2"], ["甲", "", "3"], ["", "", "4"]])
    }

    @Test("In the middle, at the end, and several at once")
    func several() throws {
        let rows = row(1, "a", "信用", "1", "z") + row(2, "b", "", "", "") + row(4, "c", "", "x", "")
        #expect(
            try read(rows, "D1:D4", "B1:B4", "C1:C2")
                == [["a", "信用", "1", "z"], ["b", "信用", "1", "z"], ["c", "信用", "x", "z"]]
        )
    }

    @Test("A merge makes no rows, takes no value away, and needs one to give")
    func bounds() throws {
        let rows = row(1, "题") + row(4, "", "1") + row(5, "甲", "2") + row(6, "乙", "3")
        #expect(try read(rows, "A1:B3", "A4:A5", "A5:A6") == [["题"], ["", "1"], ["甲", "2"], ["乙", "3"]])
    }

    @Test("A heading over two rows is whole in the second one")
    func heading() throws {
        let rows = row(1, "序号", "名称", "地址", "") + row(2, "", "", "区县", "街道") + row(3, "1", "甲", "东", "西")
        let read = try read(rows, "A1:A2", "B1:B2", "C1:D1")
        #expect(read == [["序号", "名称", "地址"], ["序号", "名称", "区县", "街道"], ["1", "甲", "东", "西"]])
    }

    @Test(
        "References that make no sense are passed over",
        arguments: ["", "A1", "A:B", "1:2", "A2:A1", "A0:A3", ":", "A1:"]
    )
    func oddReferences(reference: String) throws {
        #expect(try read(row(1, "甲", "1") + row(2, "", "2"), reference) == [["甲", "1"], ["", "2"]])
    }

    @Test("A sheet larger than may be unpacked ahead is read as it stands")
    func large() throws {
        var limits = SheetLimits()
        limits.maximumBytesAhead = 10
        #expect(try read(row(1, "甲", "1") + row(2, "", "2"), "A1:A2", limits: limits) == [["甲", "1"], ["", "2"]])
    }

    @Test("What a cell says about merges is no merge")
    func words() throws {
        let said = row(1, "甲", "&lt;/sheetData>&lt;mergeCell ref='A1:A2'/>") + row(2, "", "2")
        #expect(try read(said).map(\.first) == ["甲", ""])
    }

    @Test("At most so many cells are filled, and more is no silence")
    func maximum() throws {
        var merged = MergedCells()
        try merged.add(firstRow: 1, lastRow: 1_000_000, firstColumn: 0, lastColumn: 0)
        var row = SheetRow()
        var filled = 0
        for number in 1...(MergedCells.maximum + 1) {
            row.begin(number: number)
            row.insert(Array("1".utf8), at: number == 1 ? 0 : 1)
            try merged.fill(&row)
            if number > 1, row.text(0) == "1" { filled += 1 }
        }
        #expect(filled == MergedCells.maximum)
        row.begin(number: MergedCells.maximum + 2)
        row.insert(Array("1".utf8), at: 1)
        #expect(throws: SheetError(.tooLarge)) { try merged.fill(&row) }
    }

    @Test("Rows filled in any order of merges are what a plain rule gives", arguments: 0..<20)
    func property(seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed))
        var merged = MergedCells()
        var expected = [[String]](repeating: [String](repeating: "", count: 6), count: 30)
        for row in expected.indices where row % 7 != 3 { expected[row][5] = "\(row)" }
        for column in 0..<5 {
            var row = 0
            while row < 28 {
                let last = min(29, row + Int.random(in: 0...4, using: &generator))
                expected[row][column] = "\(row)-\(column)"
                try merged.add(firstRow: row + 1, lastRow: last + 1, firstColumn: column, lastColumn: column)
                row = last + 1
            }
        }
        let given = expected
        for column in 0..<5 {
            var value = ""
            for row in 0..<30 {
                if !given[row][column].isEmpty { value = given[row][column] } else { expected[row][column] = value }
            }
        }
        for row in 0..<30 where given[row].contains(where: { !$0.isEmpty }) {
            var made = SheetRow()
            made.begin(number: row + 1)
            for (column, text) in given[row].enumerated() where !text.isEmpty {
                made.insert(Array(text.utf8), at: column)
            }
            try merged.fill(&made)
            let texts = made.texts + Array(repeating: "", count: 6 - made.count)
            if row < 28 { #expect(texts == expected[row], "row \(row)") }
        }
    }
}

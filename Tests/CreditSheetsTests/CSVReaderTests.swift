import CreditSheets
import Testing

@Suite struct CSVReaderTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var rows: [[String]]

        init(_ name: String, _ text: String, _ rows: [[String]]) {
            testDescription = name
            self.text = text
            self.rows = rows
        }
    }

    static let examples = [
        Example("no line end after the last record", "a,b\nc,d", [["a", "b"], ["c", "d"]]),
        Example("empty cells at either end", ",a,\n,,\n", [["", "a", ""], ["", "", ""]]),
        Example("CRLF, LF and CR", "a\r\nb\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
        Example("CR at the very end", "a\r", [["a"]]),
        Example("blank lines", "a\n\n\r\nb\n", [["a"], [], [], ["b"]]),
        Example("a line break within quotes", "\"a\r\nb\",c\n", [["a\r\nb", "c"]]),
        Example("doubled quotes", "\"a\"\"b\"\"\",\"\"\"\"\n", [["a\"b\"", "\""]]),
        Example("an empty quoted cell", "\"\",\"\"\n\"\"\n", [["", ""], [""]]),
        Example("a mark in the middle of a cell", "5\" pipe,a \"b\"\n", [["5\" pipe", "a \"b\""]]),
        Example("text after the closing mark", "\"国际\"贸易,x\n", [["国际贸易", "x"]]),
        Example("quoted at the end without line end", "a,\"b\"", [["a", "b"]]),
        Example("a delimiter at the end without line end", "a,", [["a", ""]]),
        Example("control characters stay", "a\u{1}b\u{B}c,d\n", [["a\u{1}b\u{B}c", "d"]]),
        Example("words of eight bytes", "12345678,1234567,123456789\n", [["12345678", "1234567", "123456789"]]),
    ]

    @Test("Odd text is read as it is meant, wherever the buffer ends", arguments: examples)
    func oddText(_ example: Example) throws {
        for size in Array(1...24) + [CSVReader.standardBufferSize] {
            let reader = try CSVReader(bytes: Array(example.text.utf8), delimiter: 44, bufferSize: size)
            #expect(try texts(reader) == example.rows, "buffer of \(size)")
        }
    }

    @Test("Arbitrary text is read as the plain reader reads it", arguments: 0..<40)
    func arbitraryText(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<50 {
            let text = TestTables.soup(&generator)
            let size = Int.random(in: 1...32, using: &generator)
            let reader = try CSVReader(bytes: Array(text.utf8), delimiter: 44, bufferSize: size)
            if let expected = ReferenceCSV.rows(text, delimiter: 44) {
                #expect(try texts(reader) == expected, "\(text.debugDescription), buffer of \(size)")
            } else {
                #expect(throws: SheetError(.unterminatedQuote)) { try texts(reader) }
            }
        }
    }

    @Test("Rows are numbered as they stand in the sheet, a record with line breaks being one")
    func numbers() throws {
        let reader = try CSVReader(bytes: Array("a\n\n\"b\nc\"\nd\n".utf8))
        #expect(try rows(reader).map(\.number) == [1, 2, 3, 4])
    }

    @Test("A row lends its bytes and the ends of its cells")
    func lending() throws {
        let reader = try CSVReader(bytes: Array("ab,,\"c,\"\n".utf8))
        var row = SheetRow()
        #expect(try reader.next(&row))
        row.withCells { bytes, ends in
            #expect(Array(bytes) == Array("abc,".utf8))
            #expect(Array(ends) == [2, 2, 4])
        }
        #expect(row.withCell(2) { $0.count } == 2)
        #expect(row.withCell(3) { $0.count } == 0)
        #expect(row.text(-1) == "")
        #expect(!row.isEmpty)
    }

    @Test("An open quotation mark is reported at the row that it opens in")
    func openQuote() throws {
        let reader = try CSVReader(bytes: Array("a\nb,\"c\nd\n".utf8))
        var row = SheetRow()
        #expect(try reader.next(&row))
        let error = try #require(throws: SheetError.self) { try reader.next(&row) }
        #expect(error.kind == .unterminatedQuote)
        #expect(error.row == 2)
        #expect(try !reader.next(&row))
    }

    @Test("Limits hold, and what is just within them is read", arguments: [1, 7, 4096])
    func limits(bufferSize: Int) throws {
        var limits = SheetLimits()
        limits.maximumRows = 3
        limits.maximumColumns = 70
        limits.maximumCellBytes = 100
        let commas = String(repeating: ",", count: 69)
        let long = String(repeating: "x", count: 100)
        let fine = "\(commas)\n\(long),\"\(long)\"\nz\n"
        func read(_ text: String) throws -> [[String]] {
            try texts(CSVReader(bytes: Array(text.utf8), delimiter: 44, limits: limits, bufferSize: bufferSize))
        }
        #expect(try read(fine).map(\.count) == [70, 2, 1])
        #expect(throws: SheetError(.tooManyRows)) { try read(fine + "z\n") }
        #expect(throws: SheetError(.tooManyColumns)) { try read(commas + ",\n") }
        #expect(throws: SheetError(.tooManyColumns)) { try read(String(repeating: ",", count: 5000)) }
        #expect(throws: SheetError(.cellTooLong)) { try read(long + "x,y\n") }
        #expect(throws: SheetError(.cellTooLong)) { try read("\"" + long + "x\"\n") }
        #expect(throws: SheetError(.cellTooLong)) { try read("\"" + String(repeating: "x\n", count: 5000)) }
    }

    @Test("Progress goes from little to all")
    func progress() throws {
        let text = String(repeating: "辽源,1\n", count: 1000)
        let reader = try CSVReader(bytes: Array(text.utf8), delimiter: 44, bufferSize: 64)
        var row = SheetRow()
        #expect(try reader.next(&row))
        #expect(reader.progress < 0.1)
        while try reader.next(&row) {}
        #expect(reader.progress == 1)
    }

    @Test("What holds nothing says so", arguments: ["", "\u{FEFF}"])
    func nothing(text: String) {
        #expect(throws: SheetError(.empty)) { try CSVReader(bytes: Array(text.utf8)) }
    }
}

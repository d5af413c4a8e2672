import CreditSheets
import TestSupport
import Testing

@Suite struct CSVRoundTripTests {
    @Test(
        "What is written is read back, in every encoding, with every delimiter and line end",
        arguments: TextEncoding.allCases,
        [",", "\t", ";"]
    )
    func roundTrip(encoding: TextEncoding, delimiter: String) throws {
        let delimiter = try #require(delimiter.utf8.first)
        var generator = SeededGenerator(seed: UInt64(delimiter))
        for lineEnd in ["\r\n", "\n", "\r"] {
            for _ in 0..<25 {
                let table = TestTables.random(&generator)
                var writer = try CSVWriter(encoding: encoding, delimiter: delimiter, lineEnd: lineEnd)
                for row in table { writer.write(row) }
                let bytes = try writer.drain()
                for size in [1, 2, 3, 5, 8, 13, 64, CSVReader.standardBufferSize] {
                    let reader = try CSVReader(bytes: bytes, delimiter: delimiter, bufferSize: size)
                    #expect(reader.format == .delimitedText(encoding, delimiter: delimiter))
                    #expect(try texts(reader) == table, "\(encoding), buffer of \(size)")
                }
            }
        }
    }

    @Test("A file is written as the bytes would be", arguments: [TextEncoding.utf8BOM, .gb18030])
    func file(encoding: TextEncoding) throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/a.csv"
        let file = try CSVFileWriter(path: path, encoding: encoding)
        let row = ["辽源市信用科技有限公司", "91220400MA0Y1234X5", "a,b"]
        for _ in 0..<20_000 { try file.write(row) }
        try file.close()
        let read = try texts(SheetFile.open(path: path))
        #expect(read.count == 20_000)
        #expect(read.allSatisfy { $0 == row })
        #expect(throws: SheetError(.unwritable)) { try file.close() }
    }

    @Test("Drained in parts, the text has one mark and is the same")
    func parts() throws {
        var whole = try CSVWriter(encoding: .utf8BOM)
        var parted = try CSVWriter(encoding: .utf8BOM)
        var bytes: [UInt8] = []
        for row in [["名称"], ["甲"], ["乙\"丙"]] {
            whole.write(row)
            parted.write(row)
            bytes += try parted.drain()
        }
        #expect(try whole.drain() == bytes)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test("A folder that is not there cannot be written to")
    func unwritable() {
        #expect(throws: SheetError(.unwritable)) { try CSVFileWriter(path: "/nowhere/at/all.csv") }
        #expect(throws: SheetError(.unwritable)) { try XLSXWriter(path: "/nowhere/at/all.xlsx") }
    }
}

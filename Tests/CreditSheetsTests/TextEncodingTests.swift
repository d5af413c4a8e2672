import CreditSheets
import Testing

@Suite struct TextEncodingTests {
    private static let line = "辽源市龙山区市场监督管理局,行政处罚决定书\n"
    private static let chinese = String(repeating: line, count: 20)

    @Test("A character cut in two spoils its own cell and no other", arguments: [1, 3, 16, 4096])
    func cutInUTF8(bufferSize: Int) throws {
        let bytes = Array(Self.chinese.utf8) + [0xE8, 0xBE, 0x2C] + Array("好\n".utf8) + Array(Self.chinese.utf8)
        let reader = try CSVReader(bytes: bytes, bufferSize: bufferSize)
        #expect(reader.format == .delimitedText(.utf8, delimiter: 44))
        let rows = try texts(reader)
        #expect(rows.count == 41)
        #expect(rows[20] == ["\u{FFFD}\u{FFFD}", "好"])
        #expect(rows[40] == ["辽源市龙山区市场监督管理局", "行政处罚决定书"])
    }

    @Test("A character cut in two in GB18030 spoils its own cell and no other", arguments: [1, 3, 16, 4096])
    func cutInGB18030(bufferSize: Int) throws {
        var writer = try CSVWriter(encoding: .gb18030, lineEnd: "\n")
        for _ in 0..<20 { writer.write(["辽源市龙山区市场监督管理局", "行政处罚决定书"]) }
        let block = try writer.drain()
        let reader = try CSVReader(bytes: block + [0xC1, 0x2C, 0x61, 0x0A] + block, bufferSize: bufferSize)
        #expect(reader.format == .delimitedText(.gb18030, delimiter: 44))
        let rows = try texts(reader)
        #expect(rows.count == 41)
        #expect(rows[20] == ["\u{FFFD}", "a"])
    }

    @Test("Bytes that are no text in any encoding are turned away")
    func broken() throws {
        let line: [UInt8] = Array("caf".utf8) + [0xE9, 0x2C, 0xE8, 0x0A]
        let latin = Array(repeatElement(line, count: 1000).joined())
        for size in [16, CSVReader.standardBufferSize] {
            #expect(throws: SheetError(.encodingBroken)) { try texts(CSVReader(bytes: latin, bufferSize: size)) }
        }
        #expect(throws: SheetError(.encodingBroken)) { try texts(CSVReader(bytes: Array("caf".utf8) + [0xE9, 0x0A])) }
    }

    @Test("A NUL is no text, wherever it stands", arguments: [0, 1, 7, 8, 9, 300_000])
    func nul(place: Int) throws {
        var bytes = [UInt8](repeating: 0x61, count: place)
        bytes += [0, 0x62, 0x0A]
        #expect(throws: SheetError(.notAText)) { try CSVReader(bytes: bytes) }
    }

    @Test("A NUL in UTF-16 is no text either")
    func nulInUTF16() throws {
        #expect(throws: SheetError(.notAText)) { try CSVReader(bytes: [0xFF, 0xFE, 0x61, 0, 0, 0, 0x62, 0]) }
    }

    @Test(
        "Sequences that only look like UTF-8 are not taken for it",
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xE4, 0xB8], [0xE4, 0xB8, 0x2C], [0x80], [0xFF],
        ] as [[UInt8]]
    )
    func illFormed(sequence: [UInt8]) throws {
        let bytes = Array(Self.chinese.utf8) + sequence + Array("\n".utf8)
        let rows = try texts(CSVReader(bytes: bytes, delimiter: 44, bufferSize: 5))
        #expect(rows.last?.first?.hasPrefix("\u{FFFD}") == true)
    }

    @Test("Every character of Unicode is read as itself, wherever the buffer ends", arguments: [7, 64, 4096])
    func allOfUnicode(bufferSize: Int) throws {
        let scalars = stride(from: UInt32(0x20), to: 0x11_0000, by: 97).compactMap(Unicode.Scalar.init)
            .filter { $0 != "\"" && $0 != "," }
        let text = String(String.UnicodeScalarView(scalars))
        let rows = try texts(CSVReader(bytes: Array(text.utf8) + [0x0A], delimiter: 44, bufferSize: bufferSize))
        #expect(rows.count == 1)
        #expect(Array((rows.first?.first ?? "").utf8) == Array(text.utf8))
    }
}

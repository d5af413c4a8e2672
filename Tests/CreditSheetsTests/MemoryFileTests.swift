import CreditSheets
import Foundation
import Testing

@Suite("Files in memory")
struct MemoryFileTests {
    @Test("What is appended is read again, by its path too")
    func roundTrip() throws {
        let file = try MemoryFile()
        let bytes = Array("名称,代码\n示例,1\n".utf8)
        for piece in [bytes.prefix(5), bytes.dropFirst(5)] { try Array(piece).withUnsafeBytes { try file.append($0) } }
        #expect(file.size == bytes.count)
        #expect(try file.bytes() == bytes && (try file.read(from: 3, atMost: 4)) == Array(bytes[3..<7]))
        var reader = try SheetFile.open(path: file.path)
        var row = SheetRow()
        #expect(try reader.next(&row) && row.texts == ["名称", "代码"])
    }

    @Test("A workbook can be written into one")
    func workbook() throws {
        let file = try MemoryFile()
        let book = try XLSXWriter(path: file.path)
        try book.addSheet("表").append([.text("示例")])
        try book.close()
        var reader = try SheetFile.open(path: file.path)
        var row = SheetRow()
        #expect(try reader.next(&row) && row.texts == ["示例"])
    }

    @Test("A folder in memory goes with its owner, and a file taken over lives on without a name")
    func folder() throws {
        var folder: MemoryFolder? = try MemoryFolder()
        let path = try #require(folder).file("a")
        let place = try #require(folder?.path)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
        let file = try MemoryFile(takingOver: path)
        #expect(!FileManager.default.fileExists(atPath: path))
        try Data([4]).write(to: URL(fileURLWithPath: path))
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: place))
        #expect(try file.bytes() == [1, 2, 3])
    }
}

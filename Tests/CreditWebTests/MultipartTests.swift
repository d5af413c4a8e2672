import TestSupport
import Testing

@testable import CreditWeb

@Suite("A form with a file, in pieces")
struct MultipartTests {
    /// What was read: the parts with their bytes.
    struct Read: Equatable {
        var parts: [(header: PartHeader, bytes: [UInt8])] = []
        var isWhole = true

        static func == (left: Read, right: Read) -> Bool {
            left.isWhole == right.isWhole && left.parts.map(\.header) == right.parts.map(\.header)
                && left.parts.map(\.bytes) == right.parts.map(\.bytes)
        }
    }

    static let type = "multipart/form-data; boundary=----TEWTboundary"

    private func read(_ pieces: [[UInt8]], type: String = type) throws -> Read {
        var reader = try MultipartReader(contentType: type)
        var read = Read()
        var isOpen = false
        for piece in pieces {
            try piece.withUnsafeBytes { bytes in
                try reader.feed(bytes) { event in
                    switch event {
                    case .begin(let header):
                        read.parts.append((header, []))
                        isOpen = true
                    case .data(let data): read.parts[read.parts.count - 1].bytes += Array(data)
                    case .end: isOpen = false
                    }
                }
            }
        }
        try reader.finish()
        read.isWhole = !isOpen
        return read
    }

    private func form(_ parts: [(header: String, bytes: [UInt8])], boundary: String = "----TEWTboundary") -> [UInt8] {
        var written: [UInt8] = []
        for part in parts {
            written += Array("--\(boundary)\r\n\(part.header)\r\n\r\n".utf8)
            written += part.bytes + [0x0D, 0x0A]
        }
        return written + Array("--\(boundary)--\r\n".utf8)
    }

    private func file(_ bytes: [UInt8]) -> (header: String, bytes: [UInt8]) {
        ("Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv", bytes)
    }

    @Test("Whatever bytes a file holds and however they are cut, they come out as they went in", arguments: 0..<60)
    func pieces(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        // Bytes that look like the beginning of a delimiter are common on purpose.
        let words: [[UInt8]] = [
            [0x0D], [0x0A], [0x0D, 0x0A], Array("--".utf8), Array("\r\n--".utf8), Array("\r\n------TEWT".utf8), [0],
            [0xE4],
            Array("\r\n------TEWTboundar".utf8), Array("x".utf8),
        ]
        let bytes = (0..<Int.random(in: 0..<80, using: &random))
            .flatMap { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }
        let whole = form([file(bytes), ("Content-Disposition: form-data; name=\"from\"", Array("ecology".utf8))])
        var pieces: [[UInt8]] = []
        var rest = whole[...]
        while !rest.isEmpty {
            let count = min(rest.count, Int.random(in: 1...9, using: &random))
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        let read = try read(pieces)
        #expect(read.isWhole && read.parts.map(\.bytes) == [bytes, Array("ecology".utf8)])
        #expect(read.parts.map(\.header.name) == ["file", "from"] && read.parts[0].header.fileName == "a.csv")
        #expect(try self.read([whole]) == read)
    }

    @Test("Any bytes at all end in parts or in a problem", arguments: 0..<60)
    func anything(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 9_000)
        var bytes = form([file(Array("a,b\r\n1,2".utf8))])
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
        do {
            _ = try read([bytes])
        } catch {
            #expect(error is Problem)
        }
    }

    @Test(
        "File names come in many ways",
        arguments: [
            ("filename=\"许可.xlsx\"", "许可.xlsx"), ("filename=plain.csv", "plain.csv"),
            ("filename=\"a\\\"b.csv\"", "a\"b.csv"),
            ("filename=\"C:\\Users\\x\\许可.csv\"", "许可.csv"), ("filename=\"../../etc/passwd\"", "passwd"),
            ("filename=\"old.csv\"; filename*=UTF-8''%E8%AE%B8%20%2B1.csv", "许 +1.csv"),
            ("filename*=GBK''%D0.csv; filename=\"b.csv\"", "b.csv"), ("FILENAME=\"c.csv\"", "c.csv"),
            ("filename=\"a;b=c.csv\"", "a;b=c.csv"), ("filename=\"\u{202E}fdp.exe\u{7}.csv\"", "fdp.exe.csv"),
            ("filename=\"<script>.csv\"", "<script>.csv"), ("filename=\"...\"", "表格"), ("filename=\"///\"", "表格"),
        ]
    )
    func names(parameter: String, name: String) throws {
        let header = "Content-Disposition: form-data; name=\"file\"; \(parameter)"
        let read = try read([form([(header, [1])])])
        #expect(FileName.clean(try #require(read.parts[0].header.fileName)) == name)
    }

    @Test("A long name keeps its ending")
    func longName() {
        let name = FileName.clean(String(repeating: "许", count: 500) + ".xlsx")
        #expect(name.count == FileName.longest && name.hasSuffix("许.xlsx"))
        #expect(FileName.attachment("a\"\r\nX: 许.xlsx", plain: "check.xlsx").allSatisfy { $0.isASCII && !$0.isNewline })
    }

    @Test("A part without a header, blanks after a delimiter, words before the first and after the last are taken")
    func oddForms() throws {
        let text = "words\r\n------TEWTboundary \t\r\n\r\nbare\r\n------TEWTboundary--\r\nwords after"
        let read = try read([Array(text.utf8)])
        #expect(read.parts.map(\.bytes) == [Array("bare".utf8)] && read.parts[0].header.name.isEmpty)
    }

    @Test("The boundary may stand in quotes")
    func quotedBoundary() throws {
        let read = try read(
            [form([file([1, 2])], boundary: "a b")],
            type: "Multipart/Form-Data; charset=utf-8; boundary=\"a b\""
        )
        #expect(read.parts.map(\.bytes) == [[1, 2]])
    }

    @Test(
        "What is no form is told",
        arguments: [
            "", "text/csv", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
            "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
        ]
    )
    func noForm(type: String) {
        #expect(throws: Problem.self) { try MultipartReader(contentType: type) }
    }

    @Test("Ten thousand parts, an endless header and a form that is cut short are turned away")
    func hostile() {
        let many = form((0..<10_000).map { ("Content-Disposition: form-data; name=\"f\($0)\"", []) })
        #expect(throws: Problem.brokenForm) { try read([many]) }
        let long = form([("X: " + String(repeating: "a", count: 9_000), [1])])
        #expect(throws: Problem.brokenForm) { try read(long.map { [$0] }) }
        #expect(throws: Problem.brokenForm) { try read([form([file([1, 2, 3])]).dropLast(8)]) }
        #expect(throws: Problem.brokenForm) { try read([]) }
        #expect(throws: Problem.brokenForm) { try read([Array("------TEWTboundaryX\r\n".utf8)]) }
    }
}

/// A workbook around the bytes of its parts, packed without being pressed, so that no checksum stands in the fuzzer's way.
enum Workbook {
    private static let relations = "http://x/relationships/"
    private static let fixed: [(String, String)] = [
        (
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='s'/><sheet name='b' r:id='s'/></sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='s' Type='\(relations)worksheet' Target='s.xml'/>"
                + "<Relationship Id='t' Type='\(relations)sharedStrings' Target='t.xml'/>"
                + "<Relationship Id='u' Type='\(relations)styles' Target='u.xml'/></Relationships>"
        ),
    ]

    /// The sheet's data, the strings and the styles, parted by NUL.
    static func file(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        let part = { (index: Int) in index < parts.count ? Array(parts[index]) : [] }
        let sheet = Array("<worksheet><sheetData>".utf8) + part(0) + Array("</sheetData></worksheet>".utf8)
        let strings = Array("<sst>".utf8) + part(1) + Array("</sst>".utf8)
        let styles = Array("<styleSheet>".utf8) + part(2) + Array("</styleSheet>".utf8)
        return zip(
            fixed.map { ($0, Array($1.utf8)) } + [("xl/s.xml", sheet), ("xl/t.xml", strings), ("xl/u.xml", styles)]
        )
    }

    private static func zip(_ parts: [(String, [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in parts {
            let name = Array(name.utf8)
            let sizes = number(content.count, 4) + number(content.count, 4) + number(name.count, 2) + number(0, 2)
            let common = number(20, 2) + number(0, 6) + number(0x21, 2) + number(checksum(content), 4) + sizes
            directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10) + number(file.count, 4) + name
            file += number(0x0403_4B50, 4) + common + name + content
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
            + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
        return file + directory + end
    }

    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { $0 < 8 ? UInt8(value >> (8 * $0) & 0xFF) : 0 }
    }

    private static let table: [UInt32] = (0..<256)
        .map { byte in
            (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        Int(~bytes.reduce(0xFFFF_FFFF as UInt32) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] })
    }
}

/// What a file is, by its first bytes.
enum FileKind: Equatable {
    case zip, legacyWorkbook, markup, binary, text

    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    // Excel 2–4 wrote its records bare, the first of them one of these.
    private static let bareExcel: [[UInt8]] = [
        [9, 0, 4, 0], [9, 2, 6, 0], [9, 4, 6, 0], [9, 8, 8, 0], [9, 8, 16, 0],
    ]
    private static let zips: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]
    private static let binaries: [[UInt8]] = [
        Array("%PDF".utf8), Array("Rar!".utf8), [0x1F, 0x8B], [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47],
    ]
    private static let tags = [
        "<!doctype", "<!--", "<?xml", "<html", "<head", "<meta", "<style", "<body", "<div", "<table", "<tr",
        "<workbook",
    ]

    init(_ source: ByteSource) throws(SheetError) {
        let head = try source.head(512)
        if FileKind.zips.contains(where: { head.starts(with: $0) }) {
            self = .zip
        } else if head.starts(with: FileKind.compound) {
            self = .legacyWorkbook
        } else if FileKind.bareExcel.contains(where: { head.starts(with: $0) }) {
            self = .legacyWorkbook
        } else if FileKind.binaries.contains(where: { head.starts(with: $0) }) {
            self = .binary
        } else {
            self = FileKind.isMarkup(head) ? .markup : .text
        }
    }

    /// Whether a text starts with a tag, whatever blanks stand before it; in UTF-16 every second byte is NUL.
    private static func isMarkup(_ head: [UInt8]) -> Bool {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, 9, 10, 13, 32]
        let text = head.drop { marks.contains($0) }.filter { $0 != 0 }.prefix(16)
        let start = String(decoding: text, as: UTF8.self).lowercased()
        return tags.contains { start.hasPrefix($0) }
    }
}

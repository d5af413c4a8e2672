/// What a file is, by its first bytes.
enum FileKind: Equatable {
    case zip, legacyWorkbook
    /// A page of HTML, or an XML text that is no workbook, which may turn out to hold no table.
    case webPage
    /// A workbook as one XML text.
    case xmlWorkbook
    /// A table of LibreOffice as one XML text.
    case openDocument
    /// A page with all its parts as one mail, which Excel calls a web archive.
    case mailedPage
    /// Packed in another way than as a zip file.
    case packed
    case binary, text

    private static let headBytes = 4096
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    // Excel 2–4 wrote its records bare, the first of them one of these.
    private static let bareExcel: [[UInt8]] = [
        [9, 0, 4, 0], [9, 2, 6, 0], [9, 4, 6, 0], [9, 8, 8, 0], [9, 8, 16, 0],
    ]
    private static let zips: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]
    private static let packings: [[UInt8]] = [Array("Rar!".utf8), [0x1F, 0x8B], Array("7z\u{BC}\u{AF}".utf8)]
    private static let binaries: [[UInt8]] = [
        Array("%PDF".utf8), [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47],
    ]

    init(_ source: ByteSource) throws(SheetError) {
        let head = try source.head(FileKind.headBytes)
        if FileKind.zips.contains(where: { head.starts(with: $0) }) {
            self = .zip
        } else if head.starts(with: FileKind.compound) {
            self = .legacyWorkbook
        } else if FileKind.bareExcel.contains(where: { head.starts(with: $0) }) {
            self = .legacyWorkbook
        } else if FileKind.packings.contains(where: { head.starts(with: $0) }) {
            self = .packed
        } else if FileKind.binaries.contains(where: { head.starts(with: $0) }) {
            self = .binary
        } else {
            self = MarkupHead(head).kind
        }
    }
}

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

/// What the first tags of a text say that it is.
struct MarkupHead {
    /// A web page, an XML workbook and the like, or else a text.
    let kind: FileKind

    private static let tags: Set<String> = [
        "html", "head", "meta", "style", "body", "div", "table", "tr", "td", "th", "thead", "tbody", "caption",
        "center",
        "title", "script", "link", "form", "p", "font", "span", "br", "b", "h1", "h2", "h3", "xml", "frameset", "base",
    ]

    /// Judges by the first bytes; blanks and a mark may stand before the first tag, and in UTF-16 every second byte is NUL.
    init(_ head: [UInt8]) {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, 9, 10, 13, 32]
        let bytes = head.drop { marks.contains($0) }.filter { $0 != 0 }
        kind = MarkupHead.kind(String(decoding: bytes.map { $0 < 0x80 ? $0 : 63 }, as: UTF8.self).lowercased()[...])
    }

    private static func kind(_ start: Substring) -> FileKind {
        if start.hasPrefix("mime-version:") { return .mailedPage }
        var rest = start
        var hasDeclaration = false
        // Declarations and comments before the first element.
        while let end = declarationEnd(rest) {
            hasDeclaration = true
            guard let place = rest.firstRange(of: end)?.upperBound else { return .webPage }
            rest = rest[place...].drop { $0.isWhitespace }
        }
        guard rest.hasPrefix("<") else { return hasDeclaration ? .webPage : .text }
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" }
        let local = name.split(separator: ":").last ?? ""
        if local == "workbook" { return .xmlWorkbook }
        if name == "office:document" { return .openDocument }
        return hasDeclaration || tags.contains(String(name)) ? .webPage : .text
    }

    private static func declarationEnd(_ text: Substring) -> String? {
        if text.hasPrefix("<!--") { return "-->" }
        if text.hasPrefix("<?xml") || text.hasPrefix("<?mso-") { return ">" }
        guard text.hasPrefix("<!doctype") || text.hasPrefix("<![") else { return nil }
        // Entities are declared within the declaration.
        return text.prefix { $0 != ">" }.dropFirst(3).contains("[") ? "]>" : ">"
    }
}

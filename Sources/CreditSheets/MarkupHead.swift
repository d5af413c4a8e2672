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

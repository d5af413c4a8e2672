/// Text as it stands in a workbook's XML.
enum XMLText {
    /// The namespaces and types of a workbook that follows the transitional schema.
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// A text for an element or an attribute; what XML cannot hold is written as Excel writes it.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in EscapedText.write(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An attribute's text as it is meant.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// A cell that holds a text of its own.
    static func cell(_ reference: String, style: Int, text: String, prefix: String = "") -> String {
        let look = style == 0 ? "" : " s=\"\(style)\""
        let start =
            "<\(prefix)c r=\"\(reference)\"\(look) t=\"inlineStr\"><\(prefix)is><\(prefix)t xml:space=\"preserve\">"
        return start + escaped(text) + "</\(prefix)t></\(prefix)is></\(prefix)c>"
    }
}

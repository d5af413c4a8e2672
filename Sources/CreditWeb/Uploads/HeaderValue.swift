/// A header's value with its parameters: `form-data; name="file"; filename="许可.xlsx"`.
struct HeaderValue: Sendable, Hashable {
    /// What stands before the first semicolon, in small letters.
    let name: String
    /// By name in small letters; of one that stands twice the first counts.
    private(set) var parameters: [String: String] = [:]

    init(_ text: String) {
        var rest = text[...]
        name = HeaderValue.trimmed(HeaderValue.take(&rest, until: ";")).lowercased()
        while !rest.isEmpty {
            let key = HeaderValue.trimmed(HeaderValue.take(&rest, until: "=")).lowercased()
            let value = HeaderValue.value(&rest)
            if !key.isEmpty, parameters[key] == nil { parameters[key] = value }
        }
    }

    /// A name in any language: `UTF-8''%E8%AE%B8.xlsx` (RFC 5987); `nil` where it is written otherwise.
    static func extended(_ text: String) -> String? {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return URLEncoding.decode(parts[2].replacing("+", with: "%2B"))
    }

    /// A value in quotes or without; in quotes a backslash stands before a quote or another backslash only, since browsers send
    /// paths with single ones.
    private static func value(_ rest: inout Substring) -> String {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        guard rest.first == "\"" else { return trimmed(take(&rest, until: ";")) }
        rest.removeFirst()
        var text = ""
        while let next = rest.popFirst(), next != "\"" {
            if next == "\\", let quoted = rest.first, quoted == "\"" || quoted == "\\" {
                text.append(quoted)
                rest.removeFirst()
            } else {
                text.append(next)
            }
        }
        _ = take(&rest, until: ";")
        return text
    }

    private static func take(_ rest: inout Substring, until mark: Character) -> Substring {
        let end = rest.firstIndex(of: mark) ?? rest.endIndex
        defer { rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...] }
        return rest[..<end]
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return String(text)
    }
}

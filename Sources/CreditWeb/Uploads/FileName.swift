/// What a sender calls a file, as it may be shown and sent back: a name and no path, nothing that turns or hides letters.
enum FileName {
    /// Characters of a name.
    static let longest = 120

    /// The name without a path, control characters or marks of direction; `表格` where nothing is left.
    static func clean(_ given: String) -> String {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let scalars = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse: false
            default: true
            }
        }
        let name = String(String.UnicodeScalarView(scalars))
        let trimmed = name.drop { $0 == " " || $0 == "." }
        guard trimmed.contains(where: { $0 != " " && $0 != "." }) else { return "表格" }
        return shortened(String(trimmed))
    }

    /// The header that gives a file a name of its own: plain letters for old programs, and the whole name.
    static func attachment(_ name: String, plain: String) -> String {
        "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(URLEncoding.encode(name))"
    }

    private static func shortened(_ name: String) -> String {
        guard name.count > longest else { return name }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let kind = name[dot...].count <= 6 ? name[dot...] : ""
        return String(name.prefix(longest - kind.count)) + kind
    }
}

/// The encoding of an XML text by its first bytes (XML 1.0, appendix F).
struct XMLEncoding {
    /// The bytes of the byte order mark.
    let markBytes: Int
    /// The name by which iconv knows it; `nil` for UTF-8 and ASCII.
    let iconvName: String?

    init(_ head: UnsafeBufferPointer<UInt8>) {
        let first = Array(head.prefix(3))
        if first == [0xEF, 0xBB, 0xBF] {
            (markBytes, iconvName) = (3, nil)
        } else if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
            (markBytes, iconvName) = (2, first[0] == 0xFF ? "UTF-16LE" : "UTF-16BE")
        } else if first.starts(with: [0x3C, 0]) || first.starts(with: [0, 0x3C]) {
            (markBytes, iconvName) = (0, first[0] == 0x3C ? "UTF-16LE" : "UTF-16BE")
        } else {
            markBytes = 0
            iconvName = XMLEncoding.declared(head).flatMap { ["UTF-8", "US-ASCII"].contains($0) ? nil : $0 }
        }
    }

    /// What the declaration at the front names.
    private static func declared(_ head: UnsafeBufferPointer<UInt8>) -> String? {
        guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let words = String(decoding: head[..<end], as: UTF8.self)
        return words.firstMatch(of: #/\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._\-]*)["']/#)
            .map {
                String($0.1).uppercased()
            }
    }

    /// Whether a declaration, without `<?xml` and `?>`, says what it may say and in that order (XML 1.0, rule 23).
    static func isDeclaration(_ words: String) -> Bool {
        words.wholeMatch(
            of:
                #/\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.\-]*"|'[A-Za-z][\w.\-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*/#
        ) != nil
    }
}

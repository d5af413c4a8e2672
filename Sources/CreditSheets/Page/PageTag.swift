/// What an element of a page means for its tables.
enum PageTag {
    case table, row, rowGroup, cell, caption, heading, sheetName, lineBreak, block, other
    /// An element whose content is not markup and is passed over: scripts, styles, the title.
    case raw(StaticString)

    private static let known: [UInt64: PageTag] = {
        var tags: [UInt64: PageTag] = [:]
        let names: [(PageTag, [String])] = [
            (.table, ["table"]), (.row, ["tr"]), (.rowGroup, ["thead", "tbody", "tfoot"]), (.cell, ["td", "th"]),
            (.caption, ["caption"]), (.heading, ["h1", "h2", "h3", "h4", "h5", "h6"]), (.sheetName, ["x:name"]),
            (.lineBreak, ["br"]),
            (.block, ["p", "div", "li", "ul", "ol", "dl", "dt", "dd", "pre", "center", "form", "hr", "section"]),
            (.raw("script"), ["script"]), (.raw("style"), ["style"]), (.raw("title"), ["title"]),
            (.raw("xmp"), ["xmp"]),
        ]
        for (tag, spellings) in names {
            for spelling in spellings { tags[key(Array(spelling.utf8)[...])] = tag }
        }
        return tags
    }()

    /// The tag of a name in small letters, which is packed into a number.
    init(key: UInt64) {
        // Those that are met most need no look-up: td, th, tr.
        switch key {
        case 0x7464, 0x7468: self = .cell
        case 0x7472: self = .row
        default: self = PageTag.known[key] ?? .other
        }
    }

    /// Takes one more letter of a name, capital or not; what is longer than eight letters is of no interest.
    @inline(__always)
    static func extend(_ key: UInt64, _ byte: UInt8) -> UInt64 {
        guard key >> 56 == 0 else { return .max }
        let small = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
        return key << 8 | UInt64(small)
    }

    private static func key(_ name: ArraySlice<UInt8>) -> UInt64 {
        name.reduce(0) { extend($0, $1) }
    }
}

/// Tells the number formats that show a date or a time from the others (ECMA-376, 18.8.30 and 18.8.31).
enum NumberFormat {
    /// Whether a format that every workbook has is one of dates; those from 27 on are the Chinese ones.
    static func isDate(builtIn identifier: Int) -> Bool {
        switch identifier {
        case 14...22, 27...36, 45...47, 50...58: true
        default: false
        }
    }

    /// Whether a workbook's own format is one of dates: its first section has a letter of dates outside quotes and brackets.
    static func isDate(code: String) -> Bool {
        var characters = code.lowercased().makeIterator()
        while let character = characters.next() {
            switch character {
            case ";": return false
            case "\\", "_", "*": _ = characters.next()
            case "\"": skip(&characters, to: "\"")
            case "[": if isElapsed(&characters) { return true }
            case "y", "m", "d", "h", "s": return true
            default: break
            }
        }
        return false
    }

    private static func skip(_ characters: inout String.Iterator, to end: Character) {
        while let character = characters.next(), character != end {}
    }

    /// Whether a bracket holds a span of time, `[h]` or `[mm]`; others hold colours, conditions and locales.
    private static func isElapsed(_ characters: inout String.Iterator) -> Bool {
        var inside: Set<Character> = []
        while let character = characters.next(), character != "]" { inside.insert(character) }
        return inside == ["h"] || inside == ["m"] || inside == ["s"]
    }
}

/// Names for the sheets of one workbook: such as Excel allows, each once, capitals or not.
struct SheetNames {
    private static let longest = 31
    private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

    private var taken: Set<String> = []

    /// Names that are taken already.
    init(taken: [String] = []) {
        self.taken = Set(taken.map { $0.lowercased() })
    }

    /// A free name as near as may be to the one wanted.
    mutating func name(_ wanted: String) -> String {
        let base = SheetNames.allowed(wanted)
        var name = base
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = SheetNames.cut(base, to: SheetNames.longest - 4) + " \(number)"
            number += 1
        }
        return name
    }

    private static func allowed(_ wanted: String) -> String {
        let signs = wanted.map { sign in
            forbidden.contains(sign) || sign.unicodeScalars.contains { $0.value < 32 } ? "_" : sign
        }
        let name = cut(String(signs), to: longest)
        let isOuter = name.hasPrefix("'") || name.hasSuffix("'")
        let plain = isOuter ? String(name.map { $0 == "'" ? "_" : $0 }) : name
        // Excel keeps this name for itself.
        return plain.isEmpty || plain.lowercased() == "history" ? "Sheet" : plain
    }

    /// The beginning of a name that is at most so many units of UTF-16 long.
    private static func cut(_ name: String, to length: Int) -> String {
        var name = name
        while name.utf16.count > length { name.removeLast() }
        return name
    }
}

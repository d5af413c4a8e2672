/// A reference to a character: `&amp;`, `&#38;`, `&#x26;`.
enum PageReference {
    private static let named: [String: UInt32] = [
        "nbsp": 0xA0, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "copy": 0xA9, "reg": 0xAE,
        "middot": 0xB7, "times": 0xD7, "divide": 0xF7, "yen": 0xA5, "hellip": 0x2026, "mdash": 0x2014,
        "ndash": 0x2013, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019, "bull": 0x2022,
        "deg": 0xB0, "plusmn": 0xB1, "ensp": 0xA0, "emsp": 0xA0, "thinsp": 0xA0, "laquo": 0xAB, "raquo": 0xBB,
        "permil": 0x2030, "euro": 0x20AC, "trade": 0x2122, "micro": 0xB5, "para": 0xB6, "sect": 0xA7,
        "sup2": 0xB2, "sup3": 0xB3, "frac12": 0xBD, "le": 0x2264, "ge": 0x2265, "ne": 0x2260, "lang": 0x3008,
        "rang": 0x3009, "zwnj": 0x200C, "zwj": 0x200D, "shy": 0xAD, "cent": 0xA2, "pound": 0xA3,
    ]
    // From U+03B1 on; the capitals stand 32 before them.
    private static let greek = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
        "nu", "xi", "omicron", "pi", "rho", "sigmaf", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ]

    private static func value(_ name: String) -> UInt32? {
        if let value = named[name] { return value }
        guard let index = greek.firstIndex(of: name.lowercased()), let first = name.utf8.first else { return nil }
        return UInt32(index) + (first < 97 ? 0x391 : 0x3B1)
    }

    // These are read without their semicolon too.
    private static let bare = ["nbsp", "amp", "lt", "gt", "quot"].map { ($0, Array($0.utf8)) }
    private static let longestName = 8
    private static let longestNumber = 20

    /// The character that the bytes, which start with `&`, begin with, and how many of them it takes; else the `&` itself.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int) {
        let itself: (Unicode.Scalar, Int) = ("&", 1)
        guard bytes.count > 2 else { return itself }
        if bytes[1] == UInt8(ascii: "#") { return number(bytes) ?? itself }
        let name = bytes[1...].prefix(longestName + 1).prefix { PageReference.isNameByte($0) }
        let end = name.endIndex
        if end < bytes.count, bytes[end] == UInt8(ascii: ";"),
            let scalar = value(String(decoding: name, as: UTF8.self)).flatMap(Unicode.Scalar.init)
        {
            return (scalar, end + 1)
        }
        for (name, spelled) in bare where bytes[1...].starts(with: spelled) {
            if let scalar = named[name].flatMap(Unicode.Scalar.init) { return (scalar, spelled.count + 1) }
        }
        return itself
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte | 0x20) || (48...57).contains(byte)
    }

    private static func isDigit(_ byte: UInt8, _ isHex: Bool) -> Bool {
        (48...57).contains(byte) || (isHex && (97...102).contains(byte | 0x20))
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int)? {
        let isHex = bytes[2] | 0x20 == UInt8(ascii: "x")
        let start = isHex ? 3 : 2
        guard start < bytes.count else { return nil }
        let digits = bytes[start...].prefix(longestNumber).prefix { PageReference.isDigit($0, isHex) }
        guard !digits.isEmpty else { return nil }
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10) ?? 0
        let end = digits.endIndex
        let length = end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : end
        return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

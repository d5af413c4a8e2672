internal import Glibc

/// An element's or attribute's name where the parser keeps it, without its prefix.
struct XMLName {
    private let local: UnsafePointer<CChar>
    /// Whether a prefix stood before it.
    let isPrefixed: Bool

    init(_ name: UnsafePointer<CChar>) {
        let colon = strchr(name, Int32(UInt8(ascii: ":")))
        local = colon.map { UnsafePointer($0 + 1) } ?? name
        isPrefixed = colon != nil
    }

    /// The name as a text.
    var text: String { String(cString: local) }

    /// Compares with a name of ASCII letters.
    @inline(__always)
    static func == (name: XMLName, text: StaticString) -> Bool {
        strcmp(name.local, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }
}

/// An element's attributes where the parser keeps them.
struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        self.pairs = pairs
    }

    /// An attribute's bytes, ended by NUL.
    func bytes(_ name: StaticString, prefixed: Bool = false) -> UnsafePointer<CChar>? {
        guard let pairs else { return nil }
        var index = 0
        while let found = pairs[index] {
            let candidate = XMLName(found)
            if candidate.isPrefixed == prefixed, candidate == name { return pairs[index + 1] }
            index += 2
        }
        return nil
    }

    /// All of them, in the order in which they stand.
    var all: [(name: String, value: String)] {
        var found: [(name: String, value: String)] = []
        var index = 0
        while let pairs, let name = pairs[index], let value = pairs[index + 1] {
            found.append((XMLName(name).text, String(cString: value)))
            index += 2
        }
        return found
    }

    /// An attribute's text.
    func text(_ name: StaticString, prefixed: Bool = false) -> String? {
        bytes(name, prefixed: prefixed).map { String(cString: $0) }
    }

    /// An attribute that is a whole number, at most nine digits long.
    func number(_ name: StaticString) -> Int? {
        guard let bytes = bytes(name) else { return nil }
        var value = 0
        var index = 0
        while bytes[index] != 0 {
            let digit = Int(bytes[index]) - 48
            guard (0...9).contains(digit), index < 9 else { return nil }
            value = value * 10 + digit
            index += 1
        }
        return index == 0 ? nil : value
    }
}

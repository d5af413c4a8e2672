/// A cell's attributes: how many columns and rows it takes.
struct CellSpan {
    // HTML, 4.9.11: what is more is taken for this.
    private static let mostColumns = 1000
    private static let mostRows = 65_534

    private(set) var columns = 1
    private(set) var rows = 1

    /// The spans that the attributes of a tag tell of.
    init(_ attributes: UnsafeBufferPointer<UInt8>) {
        guard !attributes.isEmpty else { return }
        var rest = attributes[...]
        while let found = CellSpan.next(&rest) {
            if found.key == CellSpan.colspan, let number = CellSpan.number(found.value) {
                columns = min(max(number, 1), CellSpan.mostColumns)
            } else if found.key == CellSpan.rowspan, let number = CellSpan.number(found.value) {
                rows = number == 0 ? CellSpan.mostRows : min(number, CellSpan.mostRows)
            }
        }
    }

    private static let colspan = "colspan".utf8.reduce(0) { PageTag.extend($0, $1) }
    private static let rowspan = "rowspan".utf8.reduce(0) { PageTag.extend($0, $1) }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private static func next(_ rest: inout Bytes) -> (key: UInt64, value: Bytes)? {
        rest = rest.drop { $0 <= 32 || $0 == UInt8(ascii: "/") }
        guard !rest.isEmpty else { return nil }
        var key: UInt64 = 0
        var name = rest.prefix { $0 > 32 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
        // A sign of equality without a name before it is a name, so that each step takes something.
        if name.isEmpty { name = rest.prefix(1) }
        for byte in name { key = PageTag.extend(key, byte) }
        rest = rest[name.endIndex...].drop { $0 <= 32 }
        guard rest.first == UInt8(ascii: "=") else { return (key, name.prefix(0)) }
        rest = rest.dropFirst().drop { $0 <= 32 }
        guard let mark = rest.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
            let value = rest.prefix { $0 > 32 }
            rest = rest[value.endIndex...]
            return (key, value)
        }
        let value = rest.dropFirst().prefix { $0 != mark }
        rest = rest[value.endIndex...].dropFirst()
        return (key, value)
    }

    /// The number that a value starts with, as browsers read it; nine digits of it.
    private static func number(_ value: Bytes) -> Int? {
        let digits = value.drop { $0 <= 32 }.prefix { (48...57).contains($0) }.prefix(9)
        guard !digits.isEmpty else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
}

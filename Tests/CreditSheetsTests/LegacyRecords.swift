/// Writes records of workbooks of Excel 97–2003, sound ones and others.
enum LegacyRecords {
    static let unicode = 0x0600
    static let codePaged = 0x0500

    /// Some records, one after the other.
    static func all(_ parts: [UInt8]...) -> [UInt8] {
        Array(parts.joined())
    }

    static func word(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    static func long(_ value: Int) -> [UInt8] {
        word(value) + word(value >> 16)
    }

    static func double(_ value: Double) -> [UInt8] {
        let bits = value.bitPattern
        return long(Int(bits & 0xFFFF_FFFF)) + long(Int(bits >> 32))
    }

    static func record(_ kind: Int, _ body: [UInt8]) -> [UInt8] {
        word(kind) + word(body.count) + body
    }

    static func begin(_ part: Int, version: Int = unicode) -> [UInt8] {
        record(0x0809, word(version) + word(part) + [UInt8](repeating: 0, count: version == unicode ? 12 : 4))
    }

    static let end = record(0x000A, [])

    /// A text of Excel 97 with its flags, wide where it must be.
    static func text(_ text: String, shortCount: Bool = false) -> [UInt8] {
        let units = Array(text.utf16)
        let isWide = units.contains { $0 > 0xFF }
        let characters = isWide ? units.flatMap { word(Int($0)) } : units.map { UInt8(truncatingIfNeeded: $0) }
        return (shortCount ? [UInt8(units.count)] : word(units.count)) + [isWide ? 1 : 0] + characters
    }

    static func sheet(_ name: [UInt8], at place: Int, state: UInt8 = 0, type: UInt8 = 0) -> [UInt8] {
        record(0x0085, long(place) + [state, type] + name)
    }

    static func format(_ identifier: Int, _ code: String) -> [UInt8] {
        record(0x041E, word(identifier) + text(code))
    }

    static func style(format: Int) -> [UInt8] {
        record(0x00E0, word(0) + word(format) + [UInt8](repeating: 0, count: 16))
    }

    static func strings(_ strings: [String], claimed: Int? = nil) -> [UInt8] {
        let count = claimed ?? strings.count
        return record(0x00FC, long(count) + long(count) + strings.flatMap { text($0) })
    }

    private static func cell(_ kind: Int, _ row: Int, _ column: Int, _ style: Int, _ body: [UInt8]) -> [UInt8] {
        record(kind, word(row) + word(column) + word(style) + body)
    }

    static func number(_ value: Double, _ row: Int, _ column: Int, style: Int = 0) -> [UInt8] {
        cell(0x0203, row, column, style, double(value))
    }

    static func short(_ bits: Int, _ row: Int, _ column: Int, style: Int = 0) -> [UInt8] {
        cell(0x027E, row, column, style, long(bits))
    }

    static func many(_ bits: [Int], _ row: Int, _ column: Int) -> [UInt8] {
        let cells = bits.flatMap { word(0) + long($0) }
        return record(0x00BD, word(row) + word(column) + cells + word(column + bits.count - 1))
    }

    static func shared(_ number: Int, _ row: Int, _ column: Int) -> [UInt8] {
        cell(0x00FD, row, column, 0, long(number))
    }

    static func label(_ body: [UInt8], _ row: Int, _ column: Int, rich: Bool = false) -> [UInt8] {
        cell(rich ? 0x00D6 : 0x0204, row, column, 0, body)
    }

    static func boolean(_ value: UInt8, isError: Bool, _ row: Int, _ column: Int) -> [UInt8] {
        cell(0x0205, row, column, 0, [value, isError ? 1 : 0])
    }

    /// A formula with the eight bytes of its last value.
    static func formula(_ value: [UInt8], _ row: Int, _ column: Int, style: Int = 0) -> [UInt8] {
        cell(0x0006, row, column, style, value + [UInt8](repeating: 0, count: 8))
    }

    /// The last value of a formula that is no number.
    static func special(_ type: UInt8, _ value: UInt8 = 0) -> [UInt8] {
        [type, 0, value, 0, 0, 0, 0xFF, 0xFF]
    }

    static func merges(_ merges: [(Int, Int, Int, Int)]) -> [UInt8] {
        record(0x00E5, word(merges.count) + merges.flatMap { word($0.0) + word($0.1) + word($0.2) + word($0.3) })
    }
}

/// A cell's place as formulas and links write it.
enum CellAddress {
    /// `C12` of row 12 and column 2.
    static func text(row: Int, column: Int) -> String {
        letters(column) + String(row)
    }

    /// `'表'!$C$12` of a sheet's name, row 12 and column 2.
    static func text(sheet: String, row: Int, column: Int) -> String {
        let name = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        return "'\(name)'!$\(letters(column))$\(row)"
    }

    /// The sheet's name in a reference such as `'表'!$C$12`; `nil` where there is none.
    static func sheet(of reference: String) -> String? {
        guard let end = reference.lastIndex(of: "!") else { return nil }
        let name = reference[..<end]
        guard name.hasPrefix("'"), name.hasSuffix("'"), name.count > 2 else { return String(name) }
        let inner = name.dropFirst().dropLast()
        return inner.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
    }

    /// A column's letters.
    static func letters(_ column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(UInt8(65 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

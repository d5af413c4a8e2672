/// Folding a name while noting what folding loses: brackets, and characters that are in use for themselves.
extension NameParser {
    /// Where brackets stand, as ranges of folded units; the first two of them.
    struct Brackets {
        var first = 0..<0
        var second = 0..<0

        /// Both, empty where there are fewer.
        var ranges: [Range<Int>] { first.isEmpty ? [] : [first, second] }
    }

    /// Appends a name's folded units.
    func fold(_ name: String, into parts: inout NameParts) -> Brackets {
        var brackets = Brackets()
        var open = -1
        parts.units.reserveCapacity(name.utf8.count / 3 + 2)
        NameFolding.table.withUnsafeBufferPointer { table in
            for unit in name.utf16 {
                let folded = table[Int(unit)]
                if folded == unit {
                    parts.units.append(folded)
                    continue
                }
                parts.isRespelled = true
                if folded != 0 {
                    if words.ownCharacters.contains(unit) { note(unit, &parts) }
                    parts.units.append(folded)
                } else if NameParser.openers.contains(unit) {
                    open = parts.units.count
                } else if NameParser.closers.contains(unit), open >= 0 {
                    if brackets.first.isEmpty {
                        brackets.first = open..<parts.units.count
                    } else if brackets.second.isEmpty {
                        brackets.second = open..<parts.units.count
                    }
                    open = -1
                }
            }
        }
        return brackets
    }

    private func note(_ unit: UInt16, _ parts: inout NameParts) {
        if parts.ownCharacters == 0 { parts.ownCharacters = UnitHash.start }
        UnitHash.mix(&parts.ownCharacters, UInt64(parts.units.count) << 16 | UInt64(unit))
    }

    private static let openers = UnitSet("([{（［｛【〔〈《﹙".utf16)
    private static let closers = UnitSet(")]}）］｝】〕〉》﹚".utf16)
}

/// Folding a name while noting what folding loses: brackets, and characters that may be simplified in two ways.
extension NameParser {
    /// Where brackets stand, as ranges of folded units; the first two of them.
    struct Brackets {
        var first = 0..<0
        var second = 0..<0

        /// Both, empty where there are fewer.
        var ranges: [Range<Int>] { first.isEmpty ? [] : [first, second] }

        /// Notes one more.
        mutating func add(_ range: Range<Int>) {
            if first.isEmpty { first = range } else if second.isEmpty { second = range }
        }
    }

    /// Appends a name's folded units.
    func fold(_ name: String, into parts: inout NameParts) -> Brackets {
        var brackets = Brackets()
        var open = -1
        parts.units.reserveCapacity(name.utf8.count / 3 + 2)
        NameFolding.table.withUnsafeBufferPointer { table in
            NameParser.eachUnit(of: name) { unit in
                let folded = table[Int(unit)]
                if folded == unit {
                    parts.units.append(folded)
                    return
                }
                parts.isRespelled = true
                if folded != 0 {
                    if words.ownCharacters.contains(unit) { note(unit, &parts) }
                    parts.units.append(folded)
                } else if NameFolding.openers.contains(unit) {
                    open = parts.units.count
                } else if NameFolding.closers.contains(unit), open >= 0 {
                    brackets.add(open..<parts.units.count)
                    open = -1
                }
            }
        }
        return brackets
    }

    /// Hands out UTF-16 units.
    ///
    /// Most characters of names are three bytes of UTF-8, read here without the view's indices.
    @inline(__always)
    private static func eachUnit(of name: String, _ body: (UInt16) -> Void) {
        let isPlain: Void? = name.utf8.withContiguousStorageIfAvailable { bytes in
            var place = 0
            while place < bytes.count {
                let byte = UInt32(bytes[place])
                if byte < 0x80 {
                    body(UInt16(byte))
                    place += 1
                } else if byte & 0xF0 == 0xE0, place + 2 < bytes.count {
                    let tail = UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
                    body(UInt16(truncatingIfNeeded: (byte & 0x0F) << 12 | tail))
                    place += 3
                } else {
                    let length = byte & 0xE0 == 0xC0 ? 2 : 4
                    let end = min(place + length, bytes.count)
                    for unit in String(decoding: bytes[place..<end], as: UTF8.self).utf16 { body(unit) }
                    place = end
                }
            }
        }
        if isPlain == nil { for unit in name.utf16 { body(unit) } }
    }

    private func note(_ unit: UInt16, _ parts: inout NameParts) {
        if parts.ownCharacters == 0 { parts.ownCharacters = UnitHash.start }
        UnitHash.mix(&parts.ownCharacters, UInt64(parts.units.count) << 16 | UInt64(unit))
    }

}

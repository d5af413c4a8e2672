/// What somebody typed, made ready once for all parts of the index.
struct Inquiry {
    /// The most folded units that are looked at.
    static let longest = 200

    /// The folded units of what was typed.
    let units: [UInt16]
    /// Places in the units before which a blank stood.
    let breaks: Set<Int>
    /// For names that differ by width and brackets alone.
    let narrow: String
    /// Small letters and digits, where it is made of nothing else.
    let letters: [UInt8]?
    /// Whether it is the pinyin of one character, which is as little as one character.
    var isOneSyllable: Bool { letters.map { Sounds.shared.syllable($0[...]) != nil } ?? false }

    /// Capitals and digits, where it may be a code or a part of one.
    let code: [UInt8]?

    /// The units without what stands in brackets, and what does, where something does: the place often moves there.
    let bracket: (around: [UInt16], inside: [UInt16])?

    init(_ text: String) {
        var units: [UInt16] = []
        var breaks: Set<Int> = []
        for unit in text.utf16 {
            let folded = NameFolding.table[Int(unit)]
            if folded != 0 {
                if units.count < Inquiry.longest { units.append(folded) }
            } else if unit == 0x20 || unit == 0x3000 || unit == 0x09 || unit == 0xA0, !units.isEmpty {
                breaks.insert(units.count)
            }
        }
        breaks.remove(units.count)
        var whole: [UInt16] = []
        let inside = NameFolding.fold(text, into: &whole)
        bracket = inside.map { (Array(whole[..<$0.lowerBound] + whole[$0.upperBound...]), Array(whole[$0])) }
        self.units = units
        self.breaks = breaks
        narrow = NameFolding.narrow(text)
        let isASCII = !units.isEmpty && units.allSatisfy { $0 < 0x80 }
        let capitals = isASCII ? units.map { UInt8($0) } : []
        letters = isASCII ? capitals.map { $0 >= 0x41 ? $0 + 0x20 : $0 } : nil
        code = isASCII && (4...18).contains(units.count) ? capitals : nil
    }
}

/// Makes spellings of one name equal: full-width and half-width, capitals, brackets of any kind, blanks around it.
///
/// Characters map one to one, so an offset into the folded name is one into the name itself.
enum NameFolding {
    static func fold(_ name: String) -> String {
        var characters = name.map { fold($0) }
        while characters.last == " " { characters.removeLast() }
        return String(characters.drop { $0 == " " })
    }

    private static func fold(_ character: Character) -> Character {
        // A newline stands between names on the shelf: none may be looked for.
        if character.isNewline { return " " }
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return character }
        switch scalar.value {
        case 0x61...0x7A: return Character(UnicodeScalar(UInt8(scalar.value - 0x20)))
        case 0xFF01...0xFF5E: return fold(Character(UnicodeScalar(UInt8(scalar.value - 0xFF01 + 0x21))))
        case 0x5B, 0x3014, 0x3010, 0x7B: return "("
        case 0x5D, 0x3015, 0x3011, 0x7D: return ")"
        case 0x3000, 0xA0, 0x09: return " "
        default: return character
        }
    }
}

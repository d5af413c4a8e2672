/// The pinyin of names.
public enum Pinyin {
    /// The pinyin of a text without tones, `nil` unless each of its characters is Chinese and has one reading only: one of
    /// several may not be the one that people say.
    public static func sure(_ text: String) -> String? {
        let sounds = Sounds.shared
        var spelling = ""
        for unit in NameFolding.fold(text) {
            guard unit >= 0x80, let syllable = sounds.readings(of: unit).first, sounds.readings(of: unit).count == 1
            else {
                return nil
            }
            spelling += sounds.spelling(of: syllable)
        }
        return spelling.isEmpty ? nil : spelling
    }
}

extension Sounds {
    /// A syllable in small letters.
    fileprivate func spelling(of syllable: UInt16) -> String {
        let packed = letters[Int(syllable)]
        let bytes = (0..<Int(lengths[Int(syllable)])).map { UInt8(truncatingIfNeeded: packed >> UInt64($0 * 8)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

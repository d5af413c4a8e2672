public import CreditModel

/// Finds what would point to a person in free text, and masks it: certificate, telephone, card and plate numbers (limit 8).
///
/// Numbers are found in one piece, in full-width digits, and in the groups that people write them in: `138 1234 5678`,
/// `(010) 12345678`. What a check digit can tell apart must hold by it; documents, amounts, dates and codes stand.
public enum PersonalText {
    /// The text with every such number masked; the same text where there is none.
    ///
    /// - Complexity: one pass over the text, another for each time that something was masked.
    public static func masked(_ text: String, on today: Day) -> String {
        var copy = text
        return copy.withUTF8 { masked($0, on: today) } ?? text
    }

    /// The text as a fault may show it: masked, at most sixty characters.
    public static func shown(_ text: String, on today: Day) -> String {
        let masked = masked(text, on: today)
        return masked.count > 60 ? String(masked.prefix(59)) + "…" : masked
    }

    /// Whether a heading says that certificate numbers of persons stand below it: whatever does is somebody's, even with a slip
    /// in it.
    public static func isCertificateHeading(_ heading: String) -> Bool {
        // A cell that holds a number besides is no heading, nor is a sentence that speaks of one.
        heading.count <= 24 && heading.utf8.count { $0 &- 0x30 < 10 } < 6
            && !heading.contains { "。，：；“”".contains($0) }
            && certificateHeadings.contains { heading.contains($0) }
    }

    private static let certificateHeadings = ["证件号", "身份证", "身份号码"]

    /// Whether there are digits enough for a telephone, the shortest of the numbers, or a capital for a plate; nearly no text
    /// that is shown has either, and this is asked of every one.
    private static func mayHoldNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        var hasCapital = false
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            // Full-width signs are EF BC and one more.
            let isWide = byte == 0xEF && place + 2 < bytes.count && bytes[place + 1] == 0xBC
            let sign = isWide ? bytes[place + 2] &- 0x60 : byte
            if sign &- 0x30 < 10 { digits += 1 } else if sign &- 0x41 < 26 { hasCapital = true }
            place += isWide ? 3 : 1
        }
        return digits >= 10 || (digits > 0 && hasCapital)
    }

    /// The text masked, or `nil` where there is nothing to mask.
    private static func masked(_ bytes: UnsafeBufferPointer<UInt8>, on today: Day) -> String? {
        guard mayHoldNumber(bytes) else { return nil }
        let found = PlainSigns(bytes).map { PersonalNumbers(in: $0, of: bytes, on: today).ranges } ?? []
        return found.isEmpty ? nil : masked(replacing(found, in: Array(bytes)), on: today)
    }

    /// The text with valid citizen numbers masked, and whether there were any.
    static func withoutCitizenNumbers(_ bytes: UnsafeBufferPointer<UInt8>, on today: Day) -> (text: String, found: Bool)
    {
        let found = CitizenNumber.ranges(in: bytes, on: today)
        guard !found.isEmpty else { return (String(decoding: bytes, as: UTF8.self), false) }
        var text = replacing(found, in: Array(bytes))
        // What is left of one may be the beginning of another.
        return (text.withUTF8 { withoutCitizenNumbers($0, on: today).text }, true)
    }

    private static func replacing(_ ranges: [Range<Int>], in bytes: [UInt8]) -> String {
        var masked: [UInt8] = []
        var position = 0
        for range in ranges {
            masked += bytes[position..<range.lowerBound]
            masked += CitizenNumber.mask(String(decoding: bytes[range], as: UTF8.self)).utf8
            position = range.upperBound
        }
        masked += bytes[position...]
        return String(decoding: masked, as: UTF8.self)
    }
}

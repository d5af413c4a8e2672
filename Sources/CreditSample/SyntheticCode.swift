import CreditModel

/// Identifiers that hold by their check characters and can be told from real ones at a glance.
enum SyntheticCode {
    /// What stands at the ninth character of every made-up unified code.
    static let mark = "TEWT"

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// How many bodies there are.
    static let capacity = 31 * 31 * 31 * 31

    /// The organisation code of a serial number: the mark, four characters, and its check character.
    static func organisationCode(_ serial: Int) -> String {
        // 1,117 has no factor in common with 31⁴, so neighbours look nothing alike and none meets another.
        var rest = (serial &* 1117 &+ 400_000) % capacity
        var body = Array(mark.utf8)
        for _ in 0..<4 {
            body.append(alphabet[rest % 31])
            rest /= 31
        }
        body.append(OrganisationCode.checkCharacter(for: body) ?? 0x30)
        return String(decoding: body, as: UTF8.self)
    }

    /// A unified code from registrar and category, division and organisation code, with its check character.
    static func creditCode(_ prefix: String, division: String, organisationCode: String) -> String {
        closed(prefix + division + organisationCode)
    }

    /// Seventeen characters with the check character they ask for.
    static func closed(_ body: String) -> String {
        let check = CreditCode.checkCharacter(for: body.utf8) ?? 0x30
        return body + String(decoding: [check], as: UTF8.self)
    }

    /// A registration number: the division, 09 (69 for sole traders) and a serial number, with its check digit.
    static func registrationNumber(division: String, serial: Int, isSoleTrader: Bool) -> String {
        let body = division + (isSoleTrader ? "69" : "09") + Text.padded(serial % 1_000_000, to: 6)
        let check = RegistrationNumber.checkDigit(for: body.utf8) ?? 0x30
        return body + String(decoding: [check], as: UTF8.self)
    }

    /// A citizen number that holds and that nobody living bears: its birth date lies in the years 1860 to 1889.
    static func citizenNumber(division: String, _ random: inout RandomSource) -> String {
        let birth = Text.padded(random.within(1860...1889), to: 4) + Text.padded(random.within(1...12), to: 2)
        let digits = Array(
            (division + birth + Text.padded(random.within(1...28), to: 2) + Text.padded(random.below(1000), to: 3)).utf8
        )
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
        return String(decoding: digits + [Array("10X98765432".utf8)[sum % 11]], as: UTF8.self)
    }

    /// Whether a text would be read as holding a citizen number.
    static func holdsCitizenNumber(_ text: String, on today: Day) -> Bool {
        var copy = text
        return copy.withUTF8 { !CitizenNumber.ranges(in: $0, on: today).isEmpty }
    }
}

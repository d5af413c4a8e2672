import CreditModel
import Testing

/// A day from its ISO form.
func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

/// Codes that nobody bears, with check characters that hold.
enum MadeUp {
    /// A unified code of a registrar and category, with an organisation code inside that holds or does not.
    static func code(_ kind: String, number: Int = 1, innerHolds: Bool = true) throws -> String {
        let digits = String(number)
        let body = "TEW" + String(repeating: "0", count: 5 - digits.count) + digits
        let check = try #require(OrganisationCode.checkCharacter(for: Array(body.utf8)))
        let inner = innerHolds ? check : (check == 0x30 ? 0x31 : 0x30)
        let seventeen = Array("\(kind)220402\(body)".utf8) + [inner]
        return String(decoding: seventeen + [try #require(CreditCode.checkCharacter(for: seventeen))], as: UTF8.self)
    }

    /// A citizen number of a place that does not exist.
    static func citizenNumber(born: String = "19800101", order: Int = 1) -> String {
        let digits = String(order)
        let body = "999999" + born + String(repeating: "0", count: 3 - digits.count) + digits
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
        return body + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
    }

    /// The same text in full-width signs.
    static func fullWidth(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { UnicodeScalar($0.value + 0xFEE0) ?? $0 }))
    }
}

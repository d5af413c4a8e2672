import CreditCatalogue
import CreditModel

/// What a department licenses and punishes, chosen by the words of its name.
struct Trade: Sendable {
    /// A licence it grants.
    struct Licence: Sendable {
        let document: String
        let certificate: String
        let prefix: String
        let content: String
        let years: Int
    }

    /// An offence it punishes.
    struct Offence: Sendable {
        let kind: String
        let fact: String
        let basis: String
    }

    let words: [String]
    let licences: [Licence]
    let offences: [Offence]

    /// The trade of a department; a general one where no word fits.
    static func of(_ department: Department) -> Trade {
        known.first { trade in trade.words.contains { Text.holds($0, in: department.name.zh) } } ?? general
    }
}

public import CreditModel
public import LibCrypto

/// The number under which a submission is known: `S20260704-7Q2MXK4T`, to be read aloud; nobody can guess another's.
public enum SubmissionNumber {
    /// A new number.
    public static func make(on day: Day) throws(RandomBytes.Unavailable) -> String { try make("S", on: day) }

    /// A new number of another kind, which begins with another letter.
    static func make(_ letter: String, on day: Day) throws(RandomBytes.Unavailable) -> String {
        let letters = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
        let random = try RandomBytes.make(16)
        let tail = random.prefix(10).map { letters[Int($0) % letters.count] }
        return letter + day.iso.filter { $0 != "-" } + "-" + String(tail)
    }
}

import CreditModel
import LibCrypto

/// A person's certificate number as a marked-up copy carries it (limit 8): masked, and a seal by which the platform that wrote
/// it knows it again, so that a copy mended and handed in is no correction of every row.
///
/// `2****************7#9F86…`: the mask; then twelve bytes that no two copies share, the sixteen bytes kept of the number's
/// keyed hash, encrypted under them, and eight that bind all of it to the key. Two seals of one number cannot be compared, so
/// that nobody finds a number by having guesses sealed.
public struct SealedNumber: Sendable {
    private static let nonceBytes = 12
    private static let hashBytes = 16
    private static let tagBytes = 8

    private let key: [UInt8]
    private let salt: [UInt8]

    /// Seals under a store's key for certificate numbers; `salt` is random and of one copy alone.
    public init(key: [UInt8], salt: [UInt8]) {
        self.key = key
        self.salt = salt
    }

    /// What stands in a copy in the place of a cell; a cell that says nothing, or is sealed or masked already, stays as it is.
    public func sealed(_ cell: String) -> String {
        var text = cell
        let folded = text.withUTF8 { bytes -> [UInt8]? in
            let said = CellText(bytes)
            guard !said.isEmpty else { return nil }
            var folded = FoldedCell()
            folded.fold(said.bytes)
            return folded.bytes
        }
        guard let folded else { return cell }
        let number = String(decoding: folded, as: UTF8.self)
        let keyed = KeyedHash(key: key)
        guard case .clear = SealedNumber.read(number, keyed) else { return cell }
        // What was not taken in must be told again when the copy comes back.
        guard !CitizenNumber.isMiscopied(number) else { return CitizenNumber.mask(number) }
        let nonce = keyed.hash(Array("nonce ".utf8) + salt + folded).prefix(SealedNumber.nonceBytes)
        return SealedNumber.write(SealedNumber.mark(number, keyed), nonce: Array(nonce), keyed)
    }

    /// What a folded cell of a certificate number says.
    enum Reading {
        /// A number in clear.
        case clear
        /// A number that was sealed with this key.
        case sealed(PersonalMark)
        /// Asterisks: the number itself is not there.
        case masked
    }

    static func read(_ text: String, _ keyed: borrowing KeyedHash) -> Reading {
        guard let (mask, bytes) = parts(text) else { return text.contains("**") ? .masked : .clear }
        let nonce = Array(bytes.prefix(nonceBytes))
        let hash = crypted(Array(bytes.dropFirst(nonceBytes).prefix(hashBytes)), nonce, keyed)
        let mark = PersonalMark(mask: mask, hash: hash)
        return write(mark, nonce: nonce, keyed) == text ? .sealed(mark) : .masked
    }

    /// Whether a folded cell has the form of a seal, which is longer than any certificate's number.
    static func isSeal(_ text: String) -> Bool { parts(text) != nil }

    /// What is kept of a number (limit 8).
    static func mark(_ number: String, _ keyed: borrowing KeyedHash) -> PersonalMark {
        PersonalMark(
            mask: CitizenNumber.mask(number),
            hash: Array(keyed.hash(Array(number.utf8)).prefix(hashBytes))
        )
    }

    private static func parts(_ text: String) -> (mask: String, bytes: [UInt8])? {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == (nonceBytes + hashBytes + tagBytes) * 2 else { return nil }
        return Hex.decode(String(parts[1])).map { (String(parts[0]), $0) }
    }

    private static func write(_ mark: PersonalMark, nonce: [UInt8], _ keyed: borrowing KeyedHash) -> String {
        let sealed = nonce + crypted(mark.hash, nonce, keyed)
        let tag = keyed.hash(Array("seal ".utf8) + Array(mark.mask.utf8) + sealed).prefix(tagBytes)
        return mark.mask + "#" + Hex.encode(sealed + tag).uppercased()
    }

    /// Encrypts what is kept of a number, or brings it back: one block of a keyed stream, used once.
    private static func crypted(_ hash: [UInt8], _ nonce: [UInt8], _ keyed: borrowing KeyedHash) -> [UInt8] {
        zip(hash, keyed.hash(Array("stream ".utf8) + nonce)).map { $0 ^ $1 }
    }
}

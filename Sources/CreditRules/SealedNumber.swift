import CreditModel
import LibCrypto

/// A person's certificate number as a marked-up copy carries it (limit 8): masked, and a seal by which the platform that wrote
/// it knows it again, so that a copy mended and handed in is no correction of every row.
///
/// `2****************7#9F86…`: the mask, the sixteen bytes kept of the number's keyed hash, and two that bind both to the key.
public struct SealedNumber: Sendable {
    private let key: [UInt8]

    /// Seals under a store's key for certificate numbers.
    public init(key: [UInt8]) {
        self.key = key
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
        return SealedNumber.write(SealedNumber.mark(number, keyed), keyed)
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
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].utf8.count == 36, let bytes = Hex.decode(String(parts[1])) {
            let mark = PersonalMark(mask: String(parts[0]), hash: Array(bytes.prefix(16)))
            return write(mark, keyed) == text ? .sealed(mark) : .masked
        }
        return text.contains("**") ? .masked : .clear
    }

    /// What is kept of a number (limit 8).
    static func mark(_ number: String, _ keyed: borrowing KeyedHash) -> PersonalMark {
        PersonalMark(mask: CitizenNumber.mask(number), hash: Array(keyed.hash(Array(number.utf8)).prefix(16)))
    }

    private static func write(_ mark: PersonalMark, _ keyed: borrowing KeyedHash) -> String {
        let check = keyed.hash(Array("seal ".utf8) + Array(mark.mask.utf8) + mark.hash).prefix(2)
        return mark.mask + "#" + Hex.encode(mark.hash + check).uppercased()
    }
}

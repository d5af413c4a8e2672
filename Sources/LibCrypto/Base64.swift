internal import CLibCrypto

/// Base64 (RFC 4648, with padding) by libcrypto.
public enum Base64 {
    /// The text of some bytes.
    public static func encode(_ bytes: [UInt8]) -> String {
        var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
        let count = EVP_EncodeBlock(&text, bytes, Int32(clamping: bytes.count))
        return String(decoding: text.prefix(Int(count)), as: UTF8.self)
    }

    /// The bytes of a text, or `nil` where it is not Base64.
    public static func decode(_ text: String) -> [UInt8]? {
        let source = Array(text.utf8)
        guard source.count % 4 == 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: source.count / 4 * 3 + 1)
        let count = EVP_DecodeBlock(&bytes, source, Int32(clamping: source.count))
        guard count >= 0 else { return nil }
        let padding = source.reversed().prefix { $0 == 0x3D }.count
        let plain = Array(bytes.prefix(Int(count) - min(padding, 2)))
        // libcrypto passes over blanks, misplaced padding and loose bits: one text alone is the right one.
        return encode(plain) == text ? plain : nil
    }
}

/// Lower-case hexadecimal, for digests on pages and in logs.
public enum Hex {
    /// The text of some bytes.
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes of a text, or `nil` where it is not hexadecimal.
    public static func decode(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

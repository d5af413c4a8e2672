/// Keys made out of a key: HKDF with SHA-256 (RFC 5869).
public enum KeyDerivation {
    /// Key material for one purpose.
    ///
    /// - Parameters:
    ///   - secret: The key that is derived from.
    ///   - salt: What makes the result another one for another file; it need not be secret.
    ///   - purpose: What the result is for; it differs for each use of a secret.
    ///   - count: How many bytes, at most 255 × 32.
    /// - Returns: So many bytes.
    public static func derive(from secret: [UInt8], salt: [UInt8], purpose: [UInt8], count: Int = 32) -> [UInt8] {
        let extracted = KeyedHash(key: salt).hash(secret)
        let expand = KeyedHash(key: extracted)
        var material: [UInt8] = []
        var block: [UInt8] = []
        var number: UInt8 = 1
        while material.count < min(count, 255 * SHA256.size) {
            block = expand.hash(block + purpose + [number])
            material += block
            number &+= 1
        }
        return Array(material.prefix(count))
    }
}

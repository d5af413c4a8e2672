internal import CLibCrypto

/// Ed25519 signatures (RFC 8032) by libcrypto.
public struct Ed25519: Sendable {
    /// libcrypto did not take the key or did not sign.
    public struct Failed: Error, Sendable {}

    /// The 32 secret bytes.
    public let seed: [UInt8]
    /// The 32 public bytes.
    public let publicKey: [UInt8]

    /// A key pair from its 32 secret bytes.
    public init(seed: [UInt8]) throws(Failed) {
        self.seed = seed
        guard seed.count == 32, let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            throw Failed()
        }
        defer { EVP_PKEY_free(key) }
        var length = 32
        var bytes = [UInt8](repeating: 0, count: length)
        guard EVP_PKEY_get_raw_public_key(key, &bytes, &length) == 1 else { throw Failed() }
        publicKey = bytes
    }

    /// The 64-byte signature of a message.
    public func sign(_ message: [UInt8]) throws(Failed) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else { throw Failed() }
        defer { EVP_PKEY_free(key) }
        var length = 64
        var signature = [UInt8](repeating: 0, count: length)
        guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
            EVP_DigestSign(context, &signature, &length, message, message.count) == 1
        else { throw Failed() }
        return signature
    }

    /// Whether a signature of a message is the holder's of a public key.
    public static func verify(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard publicKey.count == 32, signature.count == 64,
            let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, publicKey.count)
        else { return false }
        defer { EVP_PKEY_free(key) }
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}

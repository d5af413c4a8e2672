internal import CLibCrypto

/// AES-256 in Galois/Counter mode (NIST SP 800-38D) by libcrypto: what is sealed is secret, and any change of it is noticed.
public enum AESGCM {
    /// Bytes in a key.
    public static let keySize = 32
    /// Bytes in a nonce; one key seals with each nonce but once.
    public static let nonceSize = 12
    /// Bytes in a tag.
    public static let tagSize = 16

    /// What was to be opened is not what was sealed, or was sealed under another key, nonce or address; or libcrypto failed.
    public struct Failed: Error, Sendable {}

    /// Seals some bytes: as many again, and the tag behind them.
    ///
    /// - Parameters:
    ///   - bytes: What is to be secret.
    ///   - key: Thirty-two bytes.
    ///   - nonce: Twelve bytes that this key never saw.
    ///   - address: What is not secret and must be the same when it is opened.
    /// - Returns: The sealed bytes.
    /// - Throws: `Failed` where key or nonce have another length, or libcrypto failed.
    public static func seal(
        _ bytes: [UInt8],
        key: [UInt8],
        nonce: [UInt8],
        address: [UInt8]
    ) throws(Failed) -> [UInt8] {
        let context = try begun(key, nonce, isSealing: true)
        defer { EVP_CIPHER_CTX_free(context) }
        var sealed = [UInt8](repeating: 0, count: bytes.count + tagSize)
        var count: Int32 = 0
        guard bytes.count <= Int(Int32.max) - tagSize,
            EVP_EncryptUpdate(context, nil, &count, address, Int32(clamping: address.count)) == 1,
            EVP_EncryptUpdate(context, &sealed, &count, bytes, Int32(bytes.count)) == 1
        else { throw Failed() }
        var tag = [UInt8](repeating: 0, count: tagSize)
        var rest: Int32 = 0
        guard Int(count) == bytes.count, EVP_EncryptFinal_ex(context, &tag, &rest) == 1, rest == 0,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagSize), &tag) == 1
        else { throw Failed() }
        sealed.replaceSubrange(bytes.count..., with: tag)
        return sealed
    }

    /// Opens what ``seal(_:key:nonce:address:)`` gave.
    ///
    /// - Throws: `Failed` where anything at all differs; no byte of it is then given.
    public static func open(
        _ sealed: [UInt8],
        key: [UInt8],
        nonce: [UInt8],
        address: [UInt8]
    ) throws(Failed) -> [UInt8] {
        guard sealed.count >= tagSize, sealed.count <= Int(Int32.max) else { throw Failed() }
        let context = try begun(key, nonce, isSealing: false)
        defer { EVP_CIPHER_CTX_free(context) }
        let size = sealed.count - tagSize
        var tag = Array(sealed[size...])
        // One byte more than there is, so that the pointer of an empty text is one.
        var bytes = [UInt8](repeating: 0, count: size + 1)
        var count: Int32 = 0
        var rest: Int32 = 0
        var end = [UInt8](repeating: 0, count: tagSize)
        guard EVP_DecryptUpdate(context, nil, &count, address, Int32(clamping: address.count)) == 1,
            EVP_DecryptUpdate(context, &bytes, &count, sealed, Int32(size)) == 1, Int(count) == size,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagSize), &tag) == 1,
            EVP_DecryptFinal_ex(context, &end, &rest) == 1, rest == 0
        else { throw Failed() }
        bytes.removeLast()
        return bytes
    }

    private static func begun(_ key: [UInt8], _ nonce: [UInt8], isSealing: Bool) throws(Failed) -> OpaquePointer {
        guard key.count == keySize, nonce.count == nonceSize, let context = EVP_CIPHER_CTX_new() else { throw Failed() }
        guard EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce, isSealing ? 1 : 0) == 1 else {
            EVP_CIPHER_CTX_free(context)
            throw Failed()
        }
        return context
    }
}

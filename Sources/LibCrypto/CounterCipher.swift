internal import CLibCrypto

/// AES-256 in counter mode (NIST SP 800-38A, 6.5): secrecy for bytes that are written once and read anywhere.
///
/// It does not notice changes. A key must serve one text only: two texts under the same key give each other away.
public struct CounterCipher: ~Copyable {
    /// Bytes after which the counter goes up by one.
    public static let blockSize = 16

    /// The key is not 32 bytes long, or libcrypto did not take it.
    public struct Failed: Error, Sendable {}

    private let context: OpaquePointer?

    /// A cipher under a key of 32 bytes.
    public init(key: [UInt8]) throws(Failed) {
        context = EVP_CIPHER_CTX_new()
        let counter = [UInt8](repeating: 0, count: CounterCipher.blockSize)
        guard key.count == 32, EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), nil, key, counter) == 1 else {
            throw Failed()
        }
    }

    deinit {
        EVP_CIPHER_CTX_free(context)
    }

    /// Encrypts bytes where they lie, or decrypts them, which is the same.
    ///
    /// - Parameters:
    ///   - bytes: At most 2³¹ − 1 of them.
    ///   - block: Where in the text they stand, in blocks of 16 bytes.
    /// - Throws: ``Failed`` where there are more, or libcrypto does not go on.
    public func apply(to bytes: UnsafeMutableRawBufferPointer, at block: UInt64) throws(Failed) {
        guard let count = Int32(exactly: bytes.count) else { throw Failed() }
        var counter = [UInt8](repeating: 0, count: CounterCipher.blockSize)
        for index in 0..<8 { counter[15 - index] = UInt8(truncatingIfNeeded: block >> UInt64(index * 8)) }
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        var written: Int32 = 0
        guard EVP_EncryptInit_ex(context, nil, nil, nil, counter) == 1,
            EVP_EncryptUpdate(context, start, &written, start, count) == 1
        else { throw Failed() }
    }
}

internal import CLibCrypto

/// SHA-256 by OpenSSL's libcrypto.
public enum SHA256 {
    /// Bytes in a digest.
    public static let size = 32

    /// The digest of some bytes.
    public static func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var hasher = Hasher256()
        hasher.update(bytes)
        return hasher.finish()
    }
}

/// A SHA-256 computation that is fed piece by piece and used again after each digest; libcrypto's context is its own.
public struct Hasher256: ~Copyable {
    private let context: OpaquePointer?
    private let algorithm: OpaquePointer?

    /// A hasher ready for its first piece.
    public init() {
        algorithm = EVP_MD_fetch(nil, "SHA256", nil)
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex2(context, algorithm, nil)
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_free(algorithm)
    }

    /// Takes in one byte.
    public mutating func update(byte: UInt8) {
        withUnsafeBytes(of: byte) { update(raw: $0) }
    }

    /// Takes in some bytes.
    public mutating func update(_ bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { update(raw: UnsafeRawBufferPointer($0)) }
        if done == nil { update(Array(bytes)) }
    }

    /// Takes in bytes where they lie.
    public mutating func update(raw: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, raw.baseAddress, raw.count)
    }

    /// The digest of all pieces since the last one; the hasher is then ready anew.
    public mutating func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: SHA256.size) { buffer, count in
            finish(into: buffer)
            count = SHA256.size
        }
    }

    /// Writes the digest where it is wanted, 32 bytes; the hasher is then ready anew.
    public mutating func finish(into buffer: UnsafeMutableBufferPointer<UInt8>) {
        EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
        EVP_DigestInit_ex2(context, algorithm, nil)
    }
}

internal import CLibCrypto

/// HMAC-SHA-256 under one key (RFC 2104), for many messages; the key's two blocks are hashed once.
public struct KeyedHash: ~Copyable {
    private let inner: OpaquePointer?
    private let outer: OpaquePointer?
    private let working: OpaquePointer?

    /// A keyed hash; keys longer than a block are hashed first.
    public init(key: [UInt8]) {
        var block = key.count > 64 ? SHA256.hash(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        let algorithm = EVP_MD_fetch(nil, "SHA256", nil)
        defer { EVP_MD_free(algorithm) }
        inner = KeyedHash.started(with: block.map { $0 ^ 0x36 }, algorithm)
        outer = KeyedHash.started(with: block.map { $0 ^ 0x5C }, algorithm)
        working = EVP_MD_CTX_new()
    }

    deinit {
        EVP_MD_CTX_free(inner)
        EVP_MD_CTX_free(outer)
        EVP_MD_CTX_free(working)
    }

    /// The hash of some bytes, 32 bytes long.
    public func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
        EVP_MD_CTX_copy_ex(working, inner)
        let done: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
        if done == nil { Array(bytes).withUnsafeBytes { update($0) } }
        var digest = [UInt8](repeating: 0, count: SHA256.size)
        EVP_DigestFinal_ex(working, &digest, nil)
        EVP_MD_CTX_copy_ex(working, outer)
        EVP_DigestUpdate(working, digest, digest.count)
        EVP_DigestFinal_ex(working, &digest, nil)
        return digest
    }

    private func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(working, bytes.baseAddress, bytes.count)
    }

    private static func started(with block: [UInt8], _ algorithm: OpaquePointer?) -> OpaquePointer? {
        let context = EVP_MD_CTX_new()
        EVP_DigestInit_ex2(context, algorithm, nil)
        EVP_DigestUpdate(context, block, block.count)
        return context
    }
}

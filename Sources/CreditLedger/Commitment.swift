public import LibCrypto

/// What is published of an entry: version ‖ SHA-256(salt ‖ content).
///
/// Without the salt the content cannot be guessed, and with the salted row erased the log forgets it while every
/// proof still holds (decision 6).
public struct Commitment: Hashable, Sendable {
    /// The version that stands in front.
    public static let version: UInt8 = 1
    /// Bytes of a salt.
    public static let saltSize = 32

    /// The 33 published bytes.
    public let bytes: [UInt8]

    /// The commitment to an entry's content under its salt.
    public init(salt: some Collection<UInt8>, content: some Collection<UInt8>, _ hasher: inout Hasher256) {
        hasher.update(salt)
        hasher.update(content)
        bytes = [Commitment.version] + hasher.finish()
    }

    /// The hash of the leaf that holds it.
    public func leaf(_ hasher: inout Hasher256) -> [UInt8] { MerkleHash.leaf(bytes, &hasher) }
}

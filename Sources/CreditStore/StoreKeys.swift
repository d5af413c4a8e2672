public import LibCrypto

/// The secrets of one store: lost, nothing can be recognised or signed again; they lie beside the store, never in it.
public struct StoreKeys: Sendable {
    /// For the keyed hashes that recognise records.
    public let record: [UInt8]
    /// For the keyed hashes of certificate numbers (limit 8).
    public let personal: [UInt8]
    /// For signing checkpoints.
    public let signing: Ed25519

    /// Keys from their bytes, thirty-two each.
    public init(record: [UInt8], personal: [UInt8], signingSeed: [UInt8]) throws(Ed25519.Failed) {
        self.record = record
        self.personal = personal
        signing = try Ed25519(seed: signingSeed)
    }
}

extension StoreKeys {
    /// The secret under which originals handed in are sealed until they are deleted (limit 8).
    public var originals: [UInt8] {
        KeyDerivation.derive(from: record + personal, salt: [], purpose: Array("originals handed in".utf8))
    }
}

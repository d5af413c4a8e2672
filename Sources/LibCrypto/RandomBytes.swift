internal import CLibCrypto

/// Bytes that nobody can foresee, from libcrypto's generator.
public enum RandomBytes {
    /// The generator has no entropy to give: nothing may be salted or signed.
    public struct Unavailable: Error, Sendable {}

    /// So many random bytes.
    public static func make(_ count: Int) throws(Unavailable) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard count == 0 || RAND_bytes(&bytes, Int32(clamping: count)) == 1 else { throw Unavailable() }
        return bytes
    }
}

import LibCrypto

/// The name of a check, which nobody can guess: 128 random bits in base32.
enum CheckToken {
    /// A new one.
    static func make() throws(RandomBytes.Unavailable) -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz123456789".utf8)
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in try RandomBytes.make(16) {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letters[Int(bits >> count & 31)])
            }
        }
        text.append(letters[Int(bits << (5 - count) & 31)])
        return String(decoding: text, as: UTF8.self)
    }
}

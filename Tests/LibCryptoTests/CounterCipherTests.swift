import LibCrypto
import Testing

@Suite struct CounterCipherTests {
    private func apply(_ bytes: [UInt8], key: [UInt8], at block: UInt64) throws -> [UInt8] {
        let cipher = try CounterCipher(key: key)
        var bytes = bytes
        try bytes.withUnsafeMutableBytes { try cipher.apply(to: $0, at: block) }
        return bytes
    }

    @Test("The stream under the zero key is AES-256 of the counters (FIPS 197 by NIST's AESAVS, GFSbox and zero)")
    func knownAnswer() throws {
        let zero = [UInt8](repeating: 0, count: 32)
        let stream = try apply([UInt8](repeating: 0, count: 16), key: zero, at: 0)
        #expect(Hex.encode(stream) == "dc95c078a2408989ad48a21492842087")
    }

    @Test("Any stretch that begins at a block can be read alone, and twice is once undone", arguments: [0, 1, 7, 255])
    func stretches(block: Int) throws {
        let key = Array(UInt8(1)...32)
        let text = (0..<8192).map { UInt8(truncatingIfNeeded: $0 * 31 + $0 >> 8) }
        let whole = try apply(text, key: key, at: 0)
        #expect(whole != text)
        let stretch = Array(whole[(block * 16)...].prefix(1000))
        #expect(try apply(stretch, key: key, at: UInt64(block)) == Array(text[(block * 16)...].prefix(1000)))
    }

    @Test("Counters beyond four bytes carry on")
    func largeCounters() throws {
        let key = [UInt8](repeating: 9, count: 32)
        let two = try apply([UInt8](repeating: 0, count: 32), key: key, at: 0xFFFF_FFFF)
        let second = try apply([UInt8](repeating: 0, count: 16), key: key, at: 0x1_0000_0000)
        #expect(Array(two[16...]) == second)
    }

    @Test("A key of another length is refused")
    func shortKey() {
        #expect(throws: CounterCipher.Failed.self) { try apply([0], key: [1, 2, 3], at: 0) }
    }
}

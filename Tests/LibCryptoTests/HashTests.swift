import LibCrypto
import Testing

@Suite struct HashTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func digestsAreThoseOfFIPS180(text: String, digest: String) {
        #expect(Hex.encode(SHA256.hash(Array(text.utf8))) == digest)
    }

    @Test func hasherFedPieceByPieceGivesTheSameAndIsReadyAnew() {
        var hasher = Hasher256()
        for _ in 0..<2 {
            hasher.update(byte: 0x61)
            hasher.update(["b", "c"].joined().utf8)
            #expect(hasher.finish() == SHA256.hash(Array("abc".utf8)))
        }
        hasher.update([UInt8](repeating: 0x61, count: 2).lazy.map { $0 })
        #expect(hasher.finish() == SHA256.hash(Array("aa".utf8)))
        #expect(hasher.finish() == SHA256.hash([]))
    }

    /// The cases of RFC 4231 that are not truncated.
    static let keyed: [(key: [UInt8], message: [UInt8], digest: String)] = [
        (
            .init(repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            .init(repeating: 0xAA, count: 20), .init(repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            Array(1...25), .init(repeating: 0xCD, count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        (
            .init(repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            .init(repeating: 0xAA, count: 131),
            Array(
                """
                This is a test using a larger than block-size key and a larger than block-size data. \
                The key needs to be hashed before being used by the HMAC algorithm.
                """
                .utf8
            ),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test(arguments: keyed.indices) func keyedHashesAreThoseOfRFC4231(position: Int) {
        let (key, message, digest) = HashTests.keyed[position]
        let hash = KeyedHash(key: key)
        #expect(Hex.encode(hash.hash(message)) == digest)
        _ = hash.hash([1, 2, 3])
        #expect(Hex.encode(hash.hash(message.lazy.map { $0 })) == digest, "one key serves many messages")
    }

    @Test func randomBytesAreAsManyAsAskedAndNotTheSameTwice() throws {
        #expect(try RandomBytes.make(0).isEmpty)
        let first = try RandomBytes.make(32)
        let second = try RandomBytes.make(32)
        #expect(first.count == 32 && second.count == 32 && first != second)
    }
}

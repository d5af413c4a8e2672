import LibCrypto
import Testing

@Suite struct Ed25519Tests {
    /// A case of RFC 8032, 7.1.
    struct Vector: Sendable, CustomTestStringConvertible {
        let seed: String
        let publicKey: String
        let message: String
        let signature: String
        var testDescription: String { "message \(message)" }
    }

    static let vectors = [
        Vector(
            seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            message: "",
            signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        Vector(
            seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            message: "72",
            signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0"
                + "85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        Vector(
            seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            message: "af82",
            signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac1"
                + "8ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ]

    @Test(arguments: vectors) func keysAndSignaturesAreThoseOfRFC8032(vector: Vector) throws {
        let key = try Ed25519(seed: try #require(Hex.decode(vector.seed)))
        let message = try #require(Hex.decode(vector.message))
        #expect(Hex.encode(key.publicKey) == vector.publicKey)
        let signature = try key.sign(message)
        #expect(Hex.encode(signature) == vector.signature)
        #expect(Ed25519.verify(signature, of: message, by: key.publicKey))
    }

    @Test func anotherMessageKeyOrSignatureDoesNotVerify() throws {
        let key = try Ed25519(seed: Array(0..<32))
        let other = try Ed25519(seed: Array(1...32))
        let signature = try key.sign([1, 2, 3])
        #expect(!Ed25519.verify(signature, of: [1, 2, 4], by: key.publicKey))
        #expect(!Ed25519.verify(signature, of: [1, 2, 3], by: other.publicKey))
        #expect(!Ed25519.verify(Array(signature.dropLast()), of: [1, 2, 3], by: key.publicKey))
        #expect(!Ed25519.verify(signature, of: [1, 2, 3], by: []))
        for place in signature.indices {
            var changed = signature
            changed[place] ^= 1
            #expect(!Ed25519.verify(changed, of: [1, 2, 3], by: key.publicKey), "byte \(place)")
        }
    }

    @Test(arguments: [0, 31, 33, 64]) func seedOfAnotherLengthIsRefused(count: Int) {
        #expect(throws: Ed25519.Failed.self) { try Ed25519(seed: .init(repeating: 7, count: count)) }
    }
}

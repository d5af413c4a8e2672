import Foundation
import LibCrypto
import Testing

@Suite("Keys out of a key: HKDF")
struct KeyDerivationTests {
    @Test(
        "The test cases of RFC 5869, appendix A",
        arguments: [
            (
                String(repeating: "0b", count: 22), "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
            ),
            (
                String(repeating: "0b", count: 22), "", "",
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
            ),
        ]
    )
    func vectors(secret: String, salt: String, purpose: String, expected: String) throws {
        let made = KeyDerivation.derive(
            from: try #require(Hex.decode(secret)),
            salt: try #require(Hex.decode(salt)),
            purpose: try #require(Hex.decode(purpose)),
            count: 42
        )
        #expect(Hex.encode(made) == expected)
    }
}

@Suite("AES-256-GCM")
struct AESGCMTests {
    /// Of the vectors that came with the mode (McGrew and Viega), 13 to 16.
    private static let key = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
    private static let text =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"

    @Test(
        "The published vectors",
        arguments: [
            (
                String(repeating: "00", count: 32), String(repeating: "00", count: 12), "", "",
                "530f8afbc74536b9a963b4f1c4cb738b"
            ),
            (
                String(repeating: "00", count: 32), String(repeating: "00", count: 12), "",
                String(repeating: "00", count: 16), "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
            ),
            (
                key, "cafebabefacedbaddecaf888", "feedfacedeadbeeffeedfacedeadbeefabaddad2", text,
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                    + "76fc6ece0f4e1768cddf8853bb2d551b"
            ),
        ]
    )
    func vectors(key: String, nonce: String, address: String, text: String, expected: String) throws {
        let parts = try [key, nonce, address, text].map { try #require(Hex.decode($0)) }
        let sealed = try AESGCM.seal(parts[3], key: parts[0], nonce: parts[1], address: parts[2])
        #expect(Hex.encode(sealed) == expected)
        #expect(try AESGCM.open(sealed, key: parts[0], nonce: parts[1], address: parts[2]) == parts[3])
    }

    @Test("One bit changed anywhere, and it does not open", arguments: 0..<24)
    func tampered(place: Int) throws {
        let key = [UInt8](repeating: 1, count: 32)
        let nonce = [UInt8](repeating: 2, count: 12)
        var sealed = try AESGCM.seal(Array("信用信息".utf8.prefix(8)), key: key, nonce: nonce, address: [3])
        #expect(sealed.count == 24)
        sealed[place] ^= 1
        #expect(throws: AESGCM.Failed.self) { try AESGCM.open(sealed, key: key, nonce: nonce, address: [3]) }
        sealed[place] ^= 1
        #expect(throws: AESGCM.Failed.self) { try AESGCM.open(sealed, key: key, nonce: nonce, address: [4]) }
    }
}

@Suite("Files sealed in pieces")
struct SealedFileTests {
    private let secret = [UInt8](repeating: 7, count: 32)
    private let context = Array("D20260704-AAAAAAAAAA".utf8)
    private static let piece = 64

    private func run(_ bytes: [UInt8], _ body: (Int32, Int32) throws -> Void) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sealed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (from, to) = (folder.appendingPathComponent("a"), folder.appendingPathComponent("b"))
        try Data(bytes).write(to: from)
        try Data().write(to: to)
        let source = try FileHandle(forReadingFrom: from)
        let target = try FileHandle(forWritingTo: to)
        try body(source.fileDescriptor, target.fileDescriptor)
        return Array(try Data(contentsOf: to))
    }

    private func sealed(_ bytes: [UInt8]) throws -> [UInt8] {
        try run(bytes) {
            let made = try SealedFile.seal(
                from: $0,
                to: $1,
                secret: secret,
                context: context,
                pieceSize: Self.piece
            )
            #expect(made.digest == SHA256.hash(bytes) && made.size == bytes.count)
        }
    }

    private func opened(_ bytes: [UInt8], secret: [UInt8]? = nil, context: [UInt8]? = nil) throws -> [UInt8] {
        try run(bytes) {
            try SealedFile.open(
                from: $0,
                to: $1,
                secret: secret ?? self.secret,
                context: context ?? self.context
            )
        }
    }

    private static func text(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) } }

    @Test("What was sealed is opened again, whatever its length", arguments: [0, 1, 63, 64, 65, 127, 128, 129, 1000])
    func roundTrip(count: Int) throws {
        let bytes = Self.text(count)
        let made = try sealed(bytes)
        #expect(try opened(made) == bytes)
        #expect(try sealed(bytes) != made, "no two sealings are alike")
        guard count >= 32 else { return }
        #expect(Data(made).range(of: Data(bytes.prefix(32))) == nil)
    }

    @Test("Another key or another number does not open it")
    func otherKey() throws {
        let made = try sealed(Self.text(200))
        #expect(throws: SealedFile.Trouble.notGenuine) { try opened(made, secret: [UInt8](repeating: 8, count: 32)) }
        #expect(throws: SealedFile.Trouble.notGenuine) { try opened(made, context: Array("D20260704-B".utf8)) }
    }

    @Test("No byte may be changed, from the header to the last tag")
    func tampered() throws {
        let made = try sealed(Self.text(150))
        for place in made.indices {
            var bytes = made
            bytes[place] ^= 0x10
            #expect(throws: SealedFile.Trouble.notGenuine, "\(place)") { try opened(bytes) }
        }
    }

    @Test("It cannot be cut short, at a piece's end either, nor made longer")
    func truncated() throws {
        let made = try sealed(Self.text(192))
        for count in made.indices {
            #expect(throws: SealedFile.Trouble.notGenuine, "\(count)") { try opened(Array(made.prefix(count))) }
        }
        #expect(throws: SealedFile.Trouble.notGenuine) { try opened(made + [0]) }
        #expect(throws: SealedFile.Trouble.notGenuine) { try opened(made + made.suffix(80)) }
    }

    @Test("Pieces cannot change places, be left out, or come from another file")
    func reordered() throws {
        let header = SealedPieces.headerSize
        let size = Self.piece + AESGCM.tagSize
        let made = try sealed(Self.text(192))
        let other = try sealed(Self.text(192))
        func piece(_ bytes: [UInt8], _ number: Int) -> [UInt8] {
            Array(bytes[(header + number * size)..<(header + (number + 1) * size)])
        }
        let head = Array(made.prefix(header))
        let forged = [
            head + piece(made, 1) + piece(made, 0) + piece(made, 2), head + piece(made, 0) + piece(made, 2),
            head + piece(made, 0) + piece(other, 1) + piece(made, 2),
            Array(other.prefix(header)) + made.dropFirst(header),
        ]
        for bytes in forged { #expect(throws: SealedFile.Trouble.notGenuine) { try opened(bytes) } }
    }
}

import CreditModel
import TestSupport
import Testing

@Suite struct CBORTests {
    @Test(arguments: [
        (CBOR.integer(0), "00"), (.integer(23), "17"), (.integer(24), "1818"), (.integer(255), "18ff"),
        (.integer(256), "190100"),
        (.integer(65_536), "1a00010000"), (.integer(4_294_967_296), "1b0000000100000000"), (.integer(-1), "20"),
        (.integer(-24), "37"), (.integer(-25), "3818"), (.integer(.max), "1b7fffffffffffffff"),
        (.integer(.min), "3b7fffffffffffffff"),
        (.text(""), "60"), (.text("水"), "63e6b0b4"), (.bytes([1, 2, 3, 4]), "4401020304"), (.array([]), "80"),
        (.null, "f6"),
        (.array([.integer(1), .array([.integer(2), .integer(3)])]), "8201820203"),
        (.map(["b": .integer(2), "a": .integer(1), "aa": .null]), "a3616101616202626161f6"),
    ])
    func valueHasTheBytesOfTheStandard(value: CBOR, hex: String) throws {
        #expect(value.encoded.hex == hex)
        #expect(try CBOR(decoding: value.encoded) == value)
    }

    @Test func anyValueComesBackAndItsBytesAreTheOnlyOnes() throws {
        var random = SplitMix(state: 20_180_213)
        for _ in 0..<3000 {
            let value = CBOR.random(depth: 4, &random)
            let bytes = value.encoded
            let read = try CBOR(decoding: bytes)
            #expect(read == value)
            #expect(read.encoded == bytes)
        }
    }

    @Test func bytesCutShortOrFollowedByMoreAreRefused() {
        var random = SplitMix(state: 3)
        for _ in 0..<300 {
            let bytes = CBOR.random(depth: 3, &random).encoded
            for end in 0..<bytes.count { #expect(throws: CBOR.Malformed.self) { try CBOR(decoding: bytes[..<end]) } }
            #expect(throws: CBOR.Malformed.self) { try CBOR(decoding: bytes + [0]) }
        }
    }

    @Test func noBytesAtAllMakeItCrash() {
        var random = SplitMix(state: 99)
        for _ in 0..<20_000 {
            let bytes = (0..<Int(random.next() % 24)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            if let value = try? CBOR(decoding: bytes) { #expect(value.encoded == bytes) }
        }
    }

    /// Each says the same as shorter or ordered bytes would, or says something twice, or is no text: not canonical (RFC 8949, 4.2.1).
    @Test(
        arguments: [
            ("a longer head than needed", [0x18, 0x05]), ("a longer head of two bytes", [0x19, 0x00, 0xFF]),
            ("a longer head of four bytes", [0x1A, 0x00, 0x00, 0xFF, 0xFF]),
            ("a longer head of eight bytes", [0x1B, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]),
            ("keys out of order", [0xA2, 0x61, 0x62, 0x01, 0x61, 0x61, 0x02]),
            ("a key twice", [0xA2, 0x61, 0x61, 0x01, 0x61, 0x61, 0x02]),
            ("a longer key before a shorter", [0xA2, 0x62, 0x61, 0x61, 0x01, 0x61, 0x62, 0x02]),
            ("text that is no UTF-8", [0x61, 0xFF]), ("an open-ended sequence", [0x9F, 0xFF]), ("a tag", [0xC0, 0x60]),
            ("a floating-point number", [0xF9, 0x3C, 0x00]), ("a key that is no text", [0xA1, 0x01, 0x02]),
            ("true", [0xF5]),
            ("a number beyond 64 bits", [0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
            ("a length beyond all bytes", [0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]), ("nothing", []),
        ] as [(String, [UInt8])]
    )
    func whatIsNotCanonicalIsRefused(what: String, bytes: [UInt8]) {
        #expect(throws: CBOR.Malformed.self, "\(what)") { try CBOR(decoding: bytes) }
    }

    @Test func nestingDeeperThanSixteenIsRefused() throws {
        let sixteen = [UInt8](repeating: 0x81, count: 15) + [0x00]
        #expect(try CBOR(decoding: sixteen).encoded == sixteen)
        #expect(throws: CBOR.Malformed.self) { try CBOR(decoding: [0x81] + sixteen) }
        #expect(throws: CBOR.Malformed.self) { try CBOR(decoding: [UInt8](repeating: 0x81, count: 100_000)) }
    }

    @Test func writerPiecesAreTheBytesOfTheValue() {
        var writer = CBORWriter(capacity: 64)
        writer.beginMap(2)
        writer.write("a")
        writer.beginArray(2)
        writer.write(-5)
        writer.writeNull()
        writer.write("bb")
        writer.append(encoded: CBOR.bytes([9]).encoded)
        #expect(writer.bytes == CBOR.map(["bb": .bytes([9]), "a": .array([.integer(-5), .null])]).encoded)
        writer.removeAll()
        #expect(writer.bytes.isEmpty)
    }

    @Test func keysAreOrderedByLengthAndThenByBytes() {
        let keys = ["z", "aa", "code", "name", "decidedOn", "水", "B", "b"]
        let ordered = keys.sorted(by: CBORWriter.precedes)
        let byEncoding = keys.sorted { CBOR.text($0).encoded.lexicographicallyPrecedes(CBOR.text($1).encoded) }
        #expect(ordered == byEncoding)
        #expect(ordered.prefix(4) == ["B", "b", "z", "aa"])
    }
}

extension [UInt8] {
    fileprivate var hex: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension CBOR {
    fileprivate static func random(depth: Int, _ random: inout SplitMix) -> CBOR {
        switch random.next() % (depth > 0 ? 6 : 4) {
        case 0: .integer(Int64(bitPattern: random.next()) >> Int64(random.next() % 64))
        case 1: .text(text(&random))
        case 2: .bytes((0..<Int(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        case 3: .null
        case 4: .array((0..<Int(random.next() % 5)).map { _ in self.random(depth: depth - 1, &random) })
        default:
            .map(
                Dictionary(
                    (0..<Int(random.next() % 5)).map { _ in (text(&random), self.random(depth: depth - 1, &random)) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
    }

    private static func text(_ random: inout SplitMix) -> String {
        let characters = Array("ab水源罚é𠮷 \n\"")
        return String(
            (0..<Int(random.next() % 30)).map { _ in characters[Int(random.next() % UInt64(characters.count))] }
        )
    }
}

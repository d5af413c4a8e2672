import CreditLedger
import LibCrypto
import Testing

@Suite struct CheckpointTests {
    private let key: Ed25519
    private let other: Ed25519
    private let checkpoint = Checkpoint(origin: "credit.example/log", size: 42, root: SHA256.hash([1]))

    init() throws {
        key = try Ed25519(seed: Array(0..<32))
        other = try Ed25519(seed: Array(1...32))
    }

    @Test func bodyIsThatOfTheFormat() {
        #expect(checkpoint.body == "credit.example/log\n42\n\(Base64.encode(SHA256.hash([1])))\n")
    }

    @Test func signedNoteIsReadBackByItsKeyAlone() throws {
        let note = try checkpoint.signed(by: key)
        #expect(Checkpoint(note: note, publicKey: key.publicKey) == checkpoint)
        #expect(Checkpoint(note: note, publicKey: other.publicKey) == nil)
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 6 && lines[3].isEmpty && lines[4].hasPrefix("— credit.example/log ") && lines[5].isEmpty)
    }

    @Test func everyChangedCharacterOfTheBodyIsNoticed() throws {
        let note = try checkpoint.signed(by: key)
        let body = Array(checkpoint.body.utf8)
        for place in body.indices {
            var bytes = Array(note.utf8)
            bytes[place] ^= 0x01
            #expect(
                Checkpoint(note: String(decoding: bytes, as: UTF8.self), publicKey: key.publicKey) == nil,
                "byte \(place)"
            )
        }
    }

    @Test func linesAddedTakenAwayOrSpeltAnewAreNoticed() throws {
        let note = try checkpoint.signed(by: key)
        for changed in [
            note.replacing("\n42\n", with: "\n+42\n"), note.replacing("\n42\n", with: "\n042\n"),
            note.replacing("\n\n—", with: "\nextra\n\n—"), note.replacing("\n\n—", with: "\n—"), "", "\n\n",
            note.replacing("— credit.example/log ", with: "— another.example/log "),
        ] {
            #expect(Checkpoint(note: changed, publicKey: key.publicKey) == nil, "\(changed)")
        }
    }

    @Test func signatureOfAnotherKeyBesideTheRightOneDoesNoHarm() throws {
        let note = try checkpoint.signed(by: key)
        let extra = try #require(try checkpoint.signed(by: other).split(separator: "\n").last)
        #expect(Checkpoint(note: note + extra + "\n", publicKey: key.publicKey) == checkpoint)
        #expect(Checkpoint(note: note + extra + "\n", publicKey: other.publicKey) == checkpoint)
    }

    @Test func verifierKeyHoldsNameIdAndKey() throws {
        let text = Checkpoint.verifierKey("credit.example/log", key.publicKey)
        let parts = text.split(separator: "+", maxSplits: 2).map { String($0) }
        #expect(parts[0] == "credit.example/log")
        #expect(parts[1] == Hex.encode(Checkpoint.keyID("credit.example/log", key.publicKey)) && parts[1].count == 8)
        #expect(Base64.decode(parts[2]) == [0x01] + key.publicKey)
    }

    @Test func keyIdDependsOnNameAndKey() {
        let id = Checkpoint.keyID("a", key.publicKey)
        #expect(id == Array(SHA256.hash(Array("a\n".utf8) + [0x01] + key.publicKey).prefix(4)))
        #expect(id != Checkpoint.keyID("b", key.publicKey) && id != Checkpoint.keyID("a", other.publicKey))
    }
}

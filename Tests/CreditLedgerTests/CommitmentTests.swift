import CreditLedger
import LibCrypto
import Testing

@Suite struct CommitmentTests {
    private let salt = [UInt8](repeating: 9, count: Commitment.saltSize)
    private let content = Array("an entry".utf8)

    @Test func commitmentIsVersionAndHashOfSaltAndContent() {
        var hasher = Hasher256()
        let commitment = Commitment(salt: salt, content: content, &hasher)
        #expect(commitment.bytes == [1] + SHA256.hash(salt + content))
        #expect(commitment.leaf(&hasher) == ReferenceTree.leaf(commitment.bytes))
    }

    @Test func anotherSaltOrContentIsAnotherCommitment() {
        var hasher = Hasher256()
        let commitment = Commitment(salt: salt, content: content, &hasher)
        var changed = salt
        changed[31] ^= 1
        #expect(Commitment(salt: changed, content: content, &hasher) != commitment)
        #expect(Commitment(salt: salt, content: content + [0], &hasher) != commitment)
        #expect(Commitment(salt: salt, content: content, &hasher) == commitment)
    }
}

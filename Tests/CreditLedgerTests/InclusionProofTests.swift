import CreditLedger
import LibCrypto
import TestSupport
import Testing

@Suite struct InclusionProofTests {
    private static let leaves = ReferenceTree.leaves(130)

    /// PATH(m, D[n]) of RFC 6962, 2.1.1.
    private static func path(_ place: Int, _ leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
        guard leaves.count > 1 else { return [] }
        let power = ReferenceTree.largestPower(below: leaves.count)
        let split = leaves.startIndex + power
        return place < power
            ? path(place, leaves[..<split]) + [ReferenceTree.root(leaves[split...])]
            : path(place - power, leaves[split...]) + [ReferenceTree.root(leaves[..<split])]
    }

    private static func proof(_ index: Int, _ size: Int) -> InclusionProof {
        InclusionProof(index: Int64(index), size: Int64(size)) { start, width in
            #expect(start % width == 0 && width.nonzeroBitCount == 1, "only full, aligned subtrees are asked for")
            return ReferenceTree.root(leaves[Int(start)..<Int(start + width)])
        }
    }

    @Test func everyLeafOfEveryTreeIsProvedAndNoOtherLeafIs() {
        for size in 1...130 {
            let root = ReferenceTree.root(InclusionProofTests.leaves[..<size])
            for index in 0..<size {
                let proof = InclusionProofTests.proof(index, size)
                #expect(proof.root(from: InclusionProofTests.leaves[index]) == root, "\(index) of \(size)")
                let other = InclusionProofTests.leaves[(index + 1) % 130]
                #expect(proof.root(from: other) != root)
            }
        }
    }

    @Test(arguments: [1, 2, 3, 7, 8, 13, 64, 100]) func pathsAreThoseOfTheDefinition(size: Int) {
        for index in 0..<size {
            #expect(
                InclusionProofTests.proof(index, size).path
                    == InclusionProofTests.path(index, InclusionProofTests.leaves[..<size])
            )
        }
    }

    @Test func pathForAnotherPlaceProvesNothing() {
        let size = 100
        let root = ReferenceTree.root(InclusionProofTests.leaves[..<size])
        for index in 0..<size {
            let path = InclusionProofTests.proof(index, size).path
            for other in 0..<size where other != index {
                let moved = InclusionProof(index: Int64(other), size: Int64(size), path: path)
                #expect(moved.root(from: InclusionProofTests.leaves[index]) != root, "\(index) as \(other)")
            }
        }
    }

    @Test func pathThatIsChangedShortenedOrLengthenedProvesNothing() {
        var random = SplitMix(state: 5)
        for _ in 0..<300 {
            let size = Int.random(in: 2...130, using: &random)
            let index = Int.random(in: 0..<size, using: &random)
            let proof = InclusionProofTests.proof(index, size)
            let root = ReferenceTree.root(InclusionProofTests.leaves[..<size])
            let leaf = InclusionProofTests.leaves[index]
            var changed = proof.path
            changed[Int.random(in: changed.indices, using: &random)][Int.random(in: 0..<32, using: &random)] ^= 0x10
            let paths = [changed, Array(proof.path.dropLast()), Array(proof.path.dropFirst()), proof.path + [leaf]]
            for path in paths {
                #expect(InclusionProof(index: Int64(index), size: Int64(size), path: path).root(from: leaf) != root)
            }
        }
    }

    @Test func placeOutsideTheTreeIsNoProof() {
        let leaf = InclusionProofTests.leaves[0]
        #expect(InclusionProof(index: 1, size: 1, path: []).root(from: leaf) == nil)
        #expect(InclusionProof(index: -1, size: 1, path: []).root(from: leaf) == nil)
        #expect(InclusionProof(index: 0, size: 0, path: []).root(from: leaf) == nil)
        #expect(InclusionProof(index: 0, size: 1, path: []).root(from: leaf) == leaf)
    }
}

import CreditLedger
import LibCrypto
import Testing

/// The tree of RFC 6962 word for word, to hold the fast one against.
enum ReferenceTree {
    /// MTH(D[n]) of section 2.1.
    static func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1 else { return leaves.first ?? SHA256.hash([]) }
        let split = leaves.startIndex + largestPower(below: leaves.count)
        return SHA256.hash([0x01] + root(leaves[..<split]) + root(leaves[split...]))
    }

    /// The largest power of two smaller than a count.
    static func largestPower(below count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    /// The hash of a leaf's data.
    static func leaf(_ data: [UInt8]) -> [UInt8] { SHA256.hash([0x00] + data) }

    /// So many different leaves.
    static func leaves(_ count: Int) -> [[UInt8]] { (0..<count).map { leaf(Array("leaf \($0)".utf8)) } }
}

@Suite struct MerkleTreeTests {
    /// The inputs and roots of the certificate-transparency reference implementation.
    static let data = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test(arguments: 0...8) func rootsAreThoseOfTheReference(size: Int) throws {
        var hasher = Hasher256()
        var edge = RightEdge()
        for text in MerkleTreeTests.data.prefix(size) {
            edge.append(MerkleHash.leaf(try #require(Hex.decode(text)), &hasher), &hasher)
        }
        #expect(Hex.encode(edge.root) == MerkleTreeTests.roots[size])
        #expect(edge.size == Int64(size))
    }

    @Test func rightEdgeHasTheRootOfTheDefinitionAtEverySize() {
        let leaves = ReferenceTree.leaves(300)
        var hasher = Hasher256()
        var edge = RightEdge()
        for size in 0...300 {
            #expect(edge.root == ReferenceTree.root(leaves[..<size]), "size \(size)")
            #expect(edge.nodes.count == size.nonzeroBitCount)
            if size < 300 { edge.append(leaves[size], &hasher) }
        }
    }

    @Test func rightEdgeTellsOfEveryFullSubtreeOnce() {
        let leaves = ReferenceTree.leaves(200)
        var hasher = Hasher256()
        var edge = RightEdge()
        var told: [Int: [[UInt8]]] = [:]
        for leaf in leaves { edge.append(leaf, &hasher) { told[$0, default: []].append($1) } }
        for (height, nodes) in told {
            #expect(nodes.count == 200 >> height)
            for (place, node) in nodes.enumerated() {
                #expect(node == ReferenceTree.root(leaves[(place << height)..<((place + 1) << height)]))
            }
        }
        #expect(told.keys.max() == 7)
    }

    @Test func edgeKeptAndTakenUpGrowsToTheSameRoot() throws {
        let leaves = ReferenceTree.leaves(70)
        var hasher = Hasher256()
        for cut in 0...70 {
            var edge = RightEdge()
            for leaf in leaves[..<cut] { edge.append(leaf, &hasher) }
            var taken = try #require(RightEdge(size: edge.size, packed: edge.packed))
            #expect(taken == edge)
            for leaf in leaves[cut...] { taken.append(leaf, &hasher) }
            #expect(taken.root == ReferenceTree.root(leaves[...]))
        }
    }

    @Test func edgeWhoseNodesDoNotFitItsSizeIsNone() {
        #expect(RightEdge(size: 3, packed: .init(repeating: 0, count: 32)) == nil)
        #expect(RightEdge(size: -1, packed: []) == nil)
        #expect(RightEdge(size: 0, packed: [1]) == nil)
        #expect(RightEdge(size: 4, packed: .init(repeating: 0, count: 33)) == nil)
    }
}

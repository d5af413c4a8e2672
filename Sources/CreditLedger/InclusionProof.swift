import LibCrypto

/// A proof that a leaf stands at its place in a tree of a given size (RFC 6962, 2.1.1).
public struct InclusionProof: Hashable, Sendable {
    /// The leaf's place, from 0.
    public let index: Int64
    /// The size of the tree.
    public let size: Int64
    /// The hashes of the neighbours, from the leaf upwards.
    public let path: [[UInt8]]

    /// A proof from its parts.
    public init(index: Int64, size: Int64, path: [[UInt8]]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// Builds the proof from a function that knows the root of any full, aligned subtree.
    ///
    /// - Complexity: log₂ of the size calls for full subtrees, and as many hashes again on the right edge.
    public init(
        index: Int64,
        size: Int64,
        subtree: (_ start: Int64, _ width: Int64) throws -> [UInt8]
    ) rethrows {
        var path: [[UInt8]] = []
        var start: Int64 = 0
        var end = size
        while end - start > 1 {
            let split = start + InclusionProof.largestPower(below: end - start)
            if index < split {
                path.append(try InclusionProof.root(split, end, subtree))
                end = split
            } else {
                path.append(try InclusionProof.root(start, split, subtree))
                start = split
            }
        }
        self.init(index: index, size: size, path: path.reversed())
    }

    /// The root that the proof leads to from a leaf's hash, or `nil` where it cannot be a proof.
    public func root(from leaf: [UInt8]) -> [UInt8]? {
        guard index >= 0, index < size else { return nil }
        var hasher = Hasher256()
        var node = leaf
        var position = index
        var last = size - 1
        for neighbour in path {
            guard last > 0 else { return nil }
            if position & 1 == 1 || position == last {
                node = MerkleHash.node(neighbour, node, &hasher)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                node = MerkleHash.node(node, neighbour, &hasher)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 ? node : nil
    }

    private static func largestPower(below count: Int64) -> Int64 {
        var power: Int64 = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    private static func root(
        _ start: Int64,
        _ end: Int64,
        _ subtree: (Int64, Int64) throws -> [UInt8]
    ) rethrows -> [UInt8] {
        let width = end - start
        guard width & (width - 1) != 0 else { return try subtree(start, width) }
        let split = start + largestPower(below: width)
        var hasher = Hasher256()
        return MerkleHash.node(try root(start, split, subtree), try root(split, end, subtree), &hasher)
    }
}

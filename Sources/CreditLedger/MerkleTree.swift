public import LibCrypto

/// The hashing of RFC 6962: a leaf is SHA-256(0x00 ‖ data), a node SHA-256(0x01 ‖ left ‖ right).
public enum MerkleHash {
    /// The hash of a leaf's data.
    public static func leaf(_ data: some Collection<UInt8>, _ hasher: inout Hasher256) -> [UInt8] {
        hasher.update(byte: 0x00)
        hasher.update(data)
        return hasher.finish()
    }

    /// The hash of two nodes.
    public static func node(
        _ left: some Collection<UInt8>,
        _ right: some Collection<UInt8>,
        _ hasher: inout Hasher256
    )
        -> [UInt8]
    {
        hasher.update(byte: 0x01)
        hasher.update(left)
        hasher.update(right)
        return hasher.finish()
    }

    /// The root of a tree without leaves.
    public static var empty: [UInt8] { SHA256.hash([]) }
}

/// The right edge of a growing tree: the roots of its full subtrees, largest first.
///
/// From it the root follows, and to it leaves are added, without looking at older leaves.
public struct RightEdge: Hashable, Sendable {
    /// How many leaves the tree has.
    public private(set) var size: Int64
    /// The roots of the full subtrees, largest first; as many as `size` has ones in binary.
    public private(set) var nodes: [[UInt8]]

    /// The edge of a tree without leaves.
    public init() {
        size = 0
        nodes = []
    }

    /// An edge as it was kept, or `nil` where size and nodes do not fit together.
    public init?(size: Int64, packed: [UInt8]) {
        guard size >= 0, packed.count == size.nonzeroBitCount * 32 else { return nil }
        self.size = size
        self.nodes = stride(from: 0, to: packed.count, by: 32).map { Array(packed[$0..<($0 + 32)]) }
    }

    /// The nodes one behind the other, to be kept.
    public var packed: [UInt8] { Array(nodes.joined()) }

    /// Adds a leaf by its hash, and tells of every full subtree that it completes, by height.
    ///
    /// - Complexity: at most log₂ of the size hashes; two on average.
    public mutating func append(
        _ leaf: [UInt8],
        _ hasher: inout Hasher256,
        completed: (_ height: Int, _ node: [UInt8]) -> Void = { _, _ in }
    ) {
        var node = leaf
        var count = size
        var height = 0
        completed(height, node)
        while count & 1 == 1, let left = nodes.popLast() {
            node = MerkleHash.node(left, node, &hasher)
            count >>= 1
            height += 1
            completed(height, node)
        }
        nodes.append(node)
        size += 1
    }

    /// The root of the tree.
    public var root: [UInt8] {
        guard var node = nodes.last else { return MerkleHash.empty }
        var hasher = Hasher256()
        for left in nodes.dropLast().reversed() { node = MerkleHash.node(left, node, &hasher) }
        return node
    }
}

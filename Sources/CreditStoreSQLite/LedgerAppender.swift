import CreditLedger
import CreditModel
import CreditStore
import GRDB
import LibCrypto

/// Adds entries to the log inside one transaction: sequence numbers without gaps, tiles of 256 hashes, a signed head.
final class LedgerAppender {
    private let database: Database
    private var edge: RightEdge
    private var tiles: [Int: [UInt8]] = [:]
    private var hasher = Hasher256()
    private let insertEntry: Query
    private let putTile: Query
    private let isNew: Bool

    init(_ database: Database) throws {
        self.database = database
        insertEntry = try Query(.insertEntry, database)
        putTile = try Query(.putTile, database)
        let kept = try Query(.head, database).first { RightEdge(size: $0.integer(0), packed: $0.bytes(1)) }
        isNew = kept == nil
        guard let known = kept ?? RightEdge() else { throw StoreDamaged(what: "ledger_head") }
        edge = known
        var level = 0
        while edge.size >> (8 * level) > 0 {
            let number = edge.size >> (8 * (level + 1))
            tiles[level] =
                try Query(.tile, database).first(.integer(Int64(level)), .integer(number)) { $0.bytes(0) } ?? []
            level += 1
        }
    }

    /// How many entries there are.
    var size: Int64 { edge.size }

    /// Appends an entry and gives it the next sequence number.
    func append(_ entry: PressedEntry) throws -> Int64 {
        let sequence = edge.size + 1
        try insertEntry.run(.integer(sequence), .bytes(entry.salt), .bytes(entry.content))
        try append(leaf: entry.leaf)
        return sequence
    }

    /// Appends a leaf whose content is gone.
    func append(leaf: [UInt8]) throws {
        var completed: [(level: Int, node: [UInt8])] = []
        edge.append(leaf, &hasher) { height, node in
            if height % 8 == 0 { completed.append((height / 8, node)) }
        }
        for (level, node) in completed {
            tiles[level, default: []] += node
            // A full tile is written at once, at the place that its last hash has; the next begins empty.
            guard tiles[level, default: []].count == 256 * 32 else { continue }
            let number = (edge.size >> (8 * level)) / 256 - 1
            try putTile.run(.integer(Int64(level)), .integer(number), .bytes(tiles[level, default: []]))
            tiles[level] = []
        }
    }

    /// Writes the partial tiles and the signed head.
    func finish(at: Instant, origin: String, key: Ed25519, catalogue: [UInt8]) throws {
        for (level, hashes) in tiles where !hashes.isEmpty {
            let number = edge.size >> (8 * (level + 1))
            try putTile.run(.integer(Int64(level)), .integer(number), .bytes(hashes))
        }
        let root = edge.root
        let note = try Checkpoint(origin: origin, size: edge.size, root: root).signed(by: key)
        try Query(isNew ? .insertHead : .updateHead, database)
            .run(
                .integer(edge.size),
                .bytes(edge.packed),
                .bytes(root),
                .integer(at.microseconds),
                .text(note),
                .bytes(catalogue)
            )
    }
}

/// The store was made by a newer program, and is whole as far as this one can tell; nothing is written to it.
public struct StoreNewer: Error, Hashable, Sendable {
    /// The version of its tables.
    public let version: Int
}

/// The store does not hold together; nothing is written to it.
public struct StoreDamaged: Error, Hashable, Sendable {
    /// What does not fit.
    public let what: String
}

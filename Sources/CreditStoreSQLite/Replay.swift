import CreditCatalogue
import CreditModel
import CreditStore
import Foundation
import GRDB
import LibCrypto

/// What a replay shows.
public struct ReplayProof: Sendable, Hashable {
    /// How many entries were replayed.
    public let entries: Int64
    /// The root over the leaves made anew.
    public let root: [UInt8]
    /// Whether that is the root of the head.
    public let rootHolds: Bool
    /// The canonical digest of the derived state made anew.
    public let digest: [UInt8]
    /// Whether that is the digest of the store's own.
    public let digestHolds: Bool
}

extension SQLiteStore {
    /// Folds all entries into an empty store and compares root and derived state with this one (decision 5).
    ///
    /// Erased entries keep their leaf and give nothing else.
    /// - Complexity: as much as taking them all in, without the checks; one pass over both stores for the digests.
    public func replay(into path: String, progress: (_ done: Int64, _ size: Int64) -> Void) throws -> ReplayProof {
        let copy = try SQLiteStore(path: path, catalogue: catalogue, keys: keys)
        defer { try? copy.close() }
        return try pool.read { source in
            let head = try Query(.head, source).first { (size: $0.integer(0), root: $0.bytes(2)) }
            let size = head?.size ?? 0
            var done: Int64 = 0
            while done < size {
                let until = min(done + 10_000, size)
                try copy.take(from: source, after: done, until: until)
                done = until
                progress(done, size)
            }
            let root = try copy.pool.read { try Query(.head, $0).first { $0.bytes(2) } }
            let remade = try copy.pool.read { try DerivedDigest.of($0) }
            let own = try DerivedDigest.of(source)
            return ReplayProof(
                entries: size,
                root: root ?? [],
                rootHolds: root == head?.root,
                digest: remade,
                digestHolds: remade == own
            )
        }
    }

    private func take(from source: Database, after: Int64, until: Int64) throws {
        try pool.write { database in
            let press = EntryPress(recordKey: keys.record)
            let ledger = try LedgerAppender(database)
            let fold = try Fold(database, catalogue: catalogue, press: press)
            let tiles = LedgerTiles(source)
            var at = Instant(microseconds: 0)
            try Query(.entriesFrom, source)
                .each(.integer(after), .integer(until - after)) { row in
                    guard row.integer(0) <= until else { return }
                    while ledger.size + 1 < row.integer(0) {
                        try ledger.append(leaf: tiles.subtree(start: ledger.size, width: 1))
                    }
                    let entry = try Entry(content: row.bytes(2))
                    let sequence = try ledger.append(press.press(content: row.bytes(2), salt: row.bytes(1)))
                    try fold.apply(entry, sequence: sequence)
                    at = entry.at
                }
            while ledger.size < until { try ledger.append(leaf: tiles.subtree(start: ledger.size, width: 1)) }
            try ledger.finish(
                at: at,
                origin: catalogue.city.ledgerOrigin,
                key: keys.signing,
                catalogue: catalogue.digest
            )
        }
    }
}

/// SHA-256 over all that the entries derive, in canonical order, without the store's own numbers.
enum DerivedDigest {
    /// The digest of a database.
    static func of(_ database: Database) throws -> [UInt8] {
        var hasher = Hasher256()
        for sql in NamedSQL.derived {
            try Query(sql, database)
                .each { row in
                    for value in row.values { feed(value, &hasher) }
                }
        }
        return hasher.finish()
    }

    private static func feed(_ value: Value, _ hasher: inout Hasher256) {
        switch value {
        case .null: hasher.update(byte: 0)
        case .integer(let number): feed(1, Array("\(number)".utf8), &hasher)
        case .text(let text): feed(3, Array(text.utf8), &hasher)
        case .bytes(let bytes): feed(4, bytes, &hasher)
        }
    }

    private static func feed(_ kind: UInt8, _ bytes: [UInt8], _ hasher: inout Hasher256) {
        hasher.update(byte: kind)
        hasher.update(Array("\(bytes.count):".utf8))
        hasher.update(bytes)
    }
}

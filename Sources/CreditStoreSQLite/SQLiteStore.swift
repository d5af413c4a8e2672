public import CreditCatalogue
import CreditLedger
import CreditModel
import CreditRules
public import CreditStore
import Foundation
import GRDB
import LibCrypto

/// The embedded store: one SQLite file in WAL mode, durable at every commit (decision 10).
///
/// Several processes may share the file: the server reads while the command line writes.
public struct SQLiteStore: Sendable {
    let pool: DatabasePool
    /// For what every request asks.
    let readers: ReadingConnections
    /// The log's verifier key, which heads carry.
    let verifierKey: String
    let catalogue: Catalogue
    /// The secrets it was opened with.
    public let keys: StoreKeys

    /// Opens a store, makes it where there is none, and brings an older one to the tables of today.
    ///
    /// Where the catalogue has changed, all that depends on it is derived anew in one transaction: the days shown of every record;
    /// and where it restricts other items than it did, everything from the entries. Others go on reading what was, and nobody
    /// writes until it is done. Nothing is left half done where it is broken off: the next opening begins it again.
    /// - Complexity: a few look-ups; one pass over the records where the catalogue has changed, and one over all entries, as long
    ///   as a replay, where its restrictions have.
    /// - Throws: `StoreNewer` where a newer program made it; `StoreDamaged` where the file is not durable or of a version that
    ///   never was; GRDB's errors.
    public init(path: String, catalogue: Catalogue, keys: StoreKeys) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(20)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -32768")
        }
        SQLiteStore.makePrivate(path)
        pool = try DatabasePool(path: path, configuration: configuration)
        readers = ReadingConnections(path: path, count: configuration.maximumReaderCount)
        verifierKey = Checkpoint.verifierKey(catalogue.city.ledgerOrigin, keys.signing.publicKey)
        self.catalogue = catalogue
        self.keys = keys
        try assertDurable()
        try makeTables()
        try deriveAnewIfCatalogueChanged()
    }

    /// Makes a new file that its owner alone may read, since it holds what is not public; SQLite gives its log and index beside
    /// it the same rights.
    private static func makePrivate(_ path: String) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { Foundation.close(descriptor) }
    }

    /// Closes the file; further calls fail.
    public func close() throws {
        readers.close()
        try pool.close()
    }

    private func assertDurable() throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8192")
            let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
            guard synchronous == 2, journal == "wal" else { throw StoreDamaged(what: "synchronous") }
        }
    }

    private func makeTables() throws {
        try pool.write { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard version != Schema.version else { return }
            guard version < Schema.version else { throw StoreNewer(version: version) }
            for statement in try SQLiteStore.statements(from: version) { try database.execute(sql: statement) }
            if (1...2).contains(version) {
                try NearKeys(catalogue: catalogue, press: EntryPress(recordKey: keys.record)).fill(database)
            }
            try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
        }
    }

    /// What makes the tables of today out of none, or out of those of an older version.
    private static func statements(from version: Int) throws -> [String] {
        if version == 0 { return Schema.statements(for: .sqlite) }
        return try (version..<Schema.version)
            .flatMap { step in
                guard let statements = Schema.migration(from: step, for: .sqlite) else {
                    throw StoreDamaged(what: "schema version \(version)")
                }
                return statements
            }
    }

    /// Names and days shown follow the same catalogue at every moment: a reader never sees the one without the other.
    private func deriveAnewIfCatalogueChanged() throws {
        try pool.write { database in
            try Refold(catalogue: catalogue, press: EntryPress(recordKey: keys.record)).run(database)
            guard let head = try Query(.head, database).first(body: { (at: $0.integer(3), catalogue: $0.bytes(5)) }),
                head.catalogue != catalogue.digest
            else { return }
            try publishAllAnew(database)
            try LedgerAppender(database)
                .finish(
                    at: Instant(microseconds: head.at),
                    origin: catalogue.city.ledgerOrigin,
                    key: keys.signing,
                    catalogue: catalogue.digest
                )
        }
    }

    private func publishAllAnew(_ database: Database) throws {
        var last: Int64 = 0
        while true {
            var batch: [StoredRecord] = []
            try Query(.allRecords, database).each(.integer(last), .integer(5000)) { batch.append(try StoredRecord($0)) }
            guard let end = batch.last else { return }
            let publish = try Query(.publishRecord, database)
            for stored in batch {
                let shown = PublishedDays(stored.facts, catalogue)
                try publish.run(.integer(stored.id), shown.waits, shown.from, shown.until)
            }
            last = end.id
        }
    }
}

import CreditStore
import CreditStoreTesting
import Foundation
import GRDB
import Testing

@testable import CreditStoreSQLite

@Suite struct DurabilityTests {
    @Test func everyCommitIsOnTheDiskBeforeItReturns() throws {
        let place = try Place()
        let journal: String? = try place.rows("PRAGMA journal_mode").first?[0]
        #expect(journal == "wal")
        #expect(try place.number("PRAGMA synchronous") == 2)
        #expect(try place.number("PRAGMA busy_timeout") ?? 0 >= 5_000)
        #expect(try place.number("PRAGMA foreign_keys") == 1)
    }

    @Test func whatIsAcknowledgedIsReadByAnotherConnection() async throws {
        let place = try Place()
        let other = try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        defer { try? other.close() }
        for number in 1...5 {
            let receipt = try await place.clerk.hand(
                [MadeUpRecords.licence(number, of: try MadeUpRecords.organisation(number))],
                as: "s\(number)"
            )
            #expect(try await other.receipt("s\(number)") == receipt)
            #expect(try await other.head() == place.store.head())
        }
    }

    @Test func twoConnectionsMayWriteByTurns() async throws {
        let place = try Place()
        let other = try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        defer { try? other.close() }
        let clerks = [place.clerk, Clerk(store: other, catalogue: place.catalogue, keys: place.keys)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (turn, clerk) in clerks.enumerated() {
                group.addTask {
                    for number in 1...20 {
                        let firm = try MadeUpRecords.organisation(number)
                        let record = MadeUpRecords.licence(number + turn * 100, of: firm)
                        try await clerk.hand([record], as: "s\(turn)-\(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await place.store.head().size == 80)
        let proof = try place.replay()
        #expect(proof.rootHolds && proof.digestHolds)
    }

    @Test func chunkThatFailsLeavesNothingBehind() async throws {
        let place = try Place()
        let records = try (1...3).map { MadeUpRecords.licence($0, of: try MadeUpRecords.organisation($0)) }
        _ = try await place.store.begin(place.clerk.start("a", records))
        try place.tamper(
            "CREATE TRIGGER broken BEFORE INSERT ON record WHEN NEW.id = 3 BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )
        await #expect(throws: (any Error).self) { try await place.store.append(place.clerk.chunk("a", records)) }
        #expect(try await place.store.head().size == 0)
        #expect(try place.number("SELECT COUNT(*) FROM record") == 0)
        try place.tamper("DROP TRIGGER broken")
        let progress = try await place.store.begin(place.clerk.start("b", records))
        #expect(progress.isResumed && progress.lastRow == 0)
        _ = try await place.store.append(place.clerk.chunk("a", records))
        #expect(try await place.store.seal("a", at: Clerk.at(1)).counts.added == 3)
    }

    @Test func fileOfAnotherSchemaIsNotTouched() throws {
        let place = try Place()
        try place.tamper("PRAGMA user_version = 99")
        try place.store.close()
        #expect(throws: StoreNewer(version: 99)) {
            try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        }
    }

    @Test(arguments: [
        "INSERT INTO ledger_head VALUES (2, 0, x'', zeroblob(32), 0, '', x'')",
        "INSERT INTO entry VALUES (1000, zeroblob(31), x'')",
        "INSERT INTO entry VALUES (0, zeroblob(32), x'')",
        "INSERT INTO subject VALUES (1, 'short', NULL, '', 'enterprise', 'n', 1, 0, NULL, NULL, NULL)",
        "UPDATE record SET standing = 'gone'", "UPDATE record SET tier = 'mild'", "UPDATE record SET waits = 2",
        "UPDATE record SET record_key = x'00'", "UPDATE record SET subject = 77",
    ])
    func schemaDefendsItself(sql: String) async throws {
        let place = try Place()
        try await place.clerk.hand([MadeUpRecords.licence(1, of: try MadeUpRecords.organisation(1))], as: "a")
        #expect(throws: DatabaseError.self) { try place.tamper(sql) }
    }
}

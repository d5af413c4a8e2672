import CreditModel
import CreditStore
import CreditStoreTesting
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CreditStoreSQLite

@Suite struct SchemaTests {
    /// Recording is a change to look at, not a test that passes: with RECORD_GOLDEN=1 the file is written and the test fails.
    @Test(arguments: Schema.Dialect.allCases) func schemaIsTheOneOnRecord(dialect: Schema.Dialect) throws {
        let text = Schema.statements(for: dialect).joined(separator: ";\n\n") + ";\n"
        let file = Folders.root.appendingPathComponent("Tests/CreditStoreTests/Golden/schema-\(dialect).sql")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(file.lastPathComponent); run again without RECORD_GOLDEN")
            return
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    @Test func dialectsDifferInTypeWordsAlone() {
        let sqlite = Schema.statements(for: .sqlite)
        let postgres = Schema.statements(for: .postgres)
        #expect(sqlite.count == postgres.count)
        for (one, other) in zip(sqlite, postgres) {
            let plain = one.replacing("INTEGER", with: "BIGINT").replacing("BLOB", with: "BYTEA")
                .replacing(") STRICT", with: ")")
            #expect(plain == other)
            #expect(!one.contains("{") && !other.contains("{"))
        }
    }

    /// A store of version 1 as it was: its tables are on record, and it goes on with all that it holds.
    @Test func storeOfTheFirstVersionGoesOn() async throws {
        let place = try Place()
        let firm = try MadeUpRecords.organisation(1)
        try await place.clerk.hand([MadeUpRecords.licence(1, of: firm)], as: "a")
        let before = try await place.store.head()
        try place.tamper("DROP TABLE pair_decision")
        for table in ["near_key", "role_record", "role_history", "folded_item"] {
            try place.tamper("DROP TABLE \(table)")
        }
        try place.tamper("PRAGMA user_version = 1")
        let file = Folders.root.appendingPathComponent("Tests/CreditStoreTests/Golden/schema-1-sqlite.sql")
        let first = try String(contentsOf: file, encoding: .utf8).split(separator: ";\n")
            .map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
        #expect(try Self.tables(place.store) == first.filter { !$0.isEmpty }.sorted())
        try place.store.close()
        let store = try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        defer { try? store.close() }
        #expect(try Self.tables(store) == Schema.statements(for: .sqlite).sorted())
        #expect(try store.rows("PRAGMA user_version").first?[0] == Schema.version)
        #expect(try await store.head() == before)
        let clerk = Clerk(store: store, catalogue: place.catalogue, keys: place.keys)
        #expect(try await clerk.records(of: firm).count == 1)
        let code = try #require(firm.creditCode?.text)
        let pair = PairDecision(source: "transport", name: "示例", code: code, verdict: .same, reason: "核实")
        #expect(try await store.decide(pair, by: "王某", at: Clerk.at(2)) == before.size + 1)
        let proof = try store.replay(into: place.folder.appendingPathComponent("again.sqlite").path) { _, _ in }
        #expect(proof.rootHolds && proof.digestHolds)
    }

    /// A store of version 2 gets the rows of its records' numbers, as if they had come in today.
    @Test func storeOfTheSecondVersionLearnsItsNumbers() async throws {
        let place = try Place()
        let firm = try MadeUpRecords.organisation(1)
        let numbers = ["许〔2026〕1号", "许[2026]2号", "许（2026）第3号", "无号"]
        try await place.clerk.hand(numbers.map { MadeUpRecords.licence(1, of: firm, document: $0) }, as: "a")
        let nameless = SubjectKeys(name: "无码", creditCode: nil)
        try await place.clerk.hand([MadeUpRecords.licence(1, of: nameless, document: "许[2026]4号")], as: "b", on: 2)
        let held = try #require(try await place.store.conflicts().first)
        let act = Resolution(held: held.sequence, code: try MadeUpRecords.code(2).text, reason: "核实")
        _ = try await place.store.resolve(act, by: "王某", at: Clerk.at(3))
        let before = try place.rows("SELECT near, record FROM near_key ORDER BY record")
        #expect(before.map { $0["record"] as Int } == [2, 3, 8])
        for table in ["near_key", "role_record", "role_history", "folded_item"] {
            try place.tamper("DROP TABLE \(table)")
        }
        try place.tamper("PRAGMA user_version = 2")
        let file = Folders.root.appendingPathComponent("Tests/CreditStoreTests/Golden/schema-2-sqlite.sql")
        let second = try String(contentsOf: file, encoding: .utf8).split(separator: ";\n")
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        #expect(try Self.tables(place.store) == second.filter { !$0.isEmpty }.sorted())
        try place.store.close()
        let store = try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        defer { try? store.close() }
        #expect(try store.rows("SELECT near, record FROM near_key ORDER BY record") == before)
        let proof = try store.replay(into: place.folder.appendingPathComponent("again.sqlite").path) { _, _ in }
        #expect(proof.rootHolds && proof.digestHolds)
    }

    /// A store of version 3 gave organisations names from restricted records too; they are taken back when it is opened.
    @Test func storeOfTheThirdVersionForgetsWhatRestrictedRecordsGave() async throws {
        let place = try Place()
        let (firm, other) = (try MadeUpRecords.organisation(1), try MadeUpRecords.organisation(2))
        try await place.clerk.hand([MadeUpRecords.licence(1, of: other)], as: "a")
        try await place.clerk.hand([MadeUpRecords.restricted(of: firm)], as: "b", on: 2)
        for table in ["role_record", "role_history", "folded_item"] { try place.tamper("DROP TABLE \(table)") }
        try place.tamper("UPDATE subject SET name = '旧名', organisation_code = 'x', name_sequence = 3 WHERE id = 2")
        try place.tamper("PRAGMA user_version = 3")
        let file = Folders.root.appendingPathComponent("Tests/CreditStoreTests/Golden/schema-3-sqlite.sql")
        let third = try String(contentsOf: file, encoding: .utf8).split(separator: ";\n")
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        #expect(try Self.tables(place.store) == third.filter { !$0.isEmpty }.sorted())
        try place.store.close()
        let store = try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        defer { try? store.close() }
        let code = try #require(firm.creditCode?.text)
        #expect(try await store.subject(key: code) == nil)
        #expect(try store.rows("SELECT name FROM subject WHERE id = 2").first?[0] == code)
        #expect(try await store.subject(key: try #require(other.creditCode?.text))?.name == other.name)
        let proof = try store.replay(into: place.folder.appendingPathComponent("again.sqlite").path) { _, _ in }
        #expect(proof.rootHolds && proof.digestHolds)
    }

    @Test(arguments: [5, 99]) func storeOfALaterVersionIsLeftAlone(version: Int) throws {
        let place = try Place()
        try place.tamper("PRAGMA user_version = \(version)")
        try place.store.close()
        #expect(throws: StoreNewer(version: version)) {
            try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        }
    }

    private static func tables(_ store: SQLiteStore) throws -> [String] {
        try store.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
            .map { $0["sql"] as String }.sorted()
    }

    @Test func storeHasExactlyTheTablesOfTheSchema() throws {
        let place = try Place()
        let made = try place.store.pool.read {
            try String.fetchAll(
                $0,
                sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY sql"
            )
        }
        #expect(made == Schema.statements(for: .sqlite).sorted())
    }
}

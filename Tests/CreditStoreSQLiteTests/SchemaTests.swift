import CreditStore
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

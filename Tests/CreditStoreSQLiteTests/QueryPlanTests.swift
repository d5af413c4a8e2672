import CreditStore
import GRDB
import Testing

@testable import CreditStoreSQLite

@Suite struct QueryPlanTests {
    static let hot = [
        "recordByKey", "recordsOfSubject", "subjectByCode", "subjectByID", "subjectByRegistration",
        "subjectByOrganisation",
        "listRecords", "listRecordsOfSource", "recordByID", "historyOfRecord", "formerNames",
        "namedSubjects", "latestName", "deleteName", "formerNamesOfSubjects", "entry",
        "entriesFrom", "head", "tile", "submissionByID", "openSubmission", "sealedSubmission", "heldBySequence",
        "openHeld",
        "waitingRecords", "allRecords", "nearRecord", "nearOfRecords",
        "recordInNormalForm", "pairsDecided", "pairsOfSource", "roleByKey", "roleStanding", "anyRecordOfItem",
    ]

    @Test(arguments: hot) func hotQueryGoesByAnIndex(name: String) throws {
        let sql = try #require(NamedSQL.all.first { $0.name == name })
        let place = try Place()
        let plan = try place.store.pool.read { database in
            try Row.fetchAll(
                database,
                sql: "EXPLAIN QUERY PLAN " + sql.text.replacing("$", with: "?"),
                arguments: Self.nothing(sql)
            )
            .map { $0["detail"] as String }
        }
        #expect(!plan.isEmpty)
        // A partial index holds the few rows that wait: passing over it is no scan of the table.
        let scans = plan.filter {
            $0.hasPrefix("SCAN") && !$0.contains("USING INDEX held_open") && !$0.contains("USING INDEX record_waits")
        }
        #expect(scans.isEmpty, "\(plan)")
    }

    @Test(arguments: [
        "listRecords", "listRecordsOfSource", "recordByKey", "subjectByCode", "pairsDecided", "pairsOfSource",
        "nearRecord",
    ])
    func hotQueryDoesNotSort(name: String) throws {
        let sql = try #require(NamedSQL.all.first { $0.name == name })
        let place = try Place()
        let plan = try place.store.pool.read { database in
            try Row.fetchAll(
                database,
                sql: "EXPLAIN QUERY PLAN " + sql.text.replacing("$", with: "?"),
                arguments: Self.nothing(sql)
            )
            .map { $0["detail"] as String }
        }
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func namesOfStatementsAreTheirOwn() {
        #expect(Set(NamedSQL.all.map(\.name)).count == NamedSQL.all.count)
        #expect(Set(Self.hot).isSubset(of: NamedSQL.all.map(\.name)))
    }

    @Test func everyStatementIsPreparedBySQLite() throws {
        let place = try Place()
        try place.store.pool.write { database in
            for sql in NamedSQL.all { _ = try database.makeStatement(sql: sql.text.replacing("$", with: "?")) }
        }
    }

    /// As many empty arguments as the statement has parameters.
    private static func nothing(_ sql: NamedSQL) -> StatementArguments {
        let highest =
            sql.text.split(separator: "$").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }.max() ?? 0
        return StatementArguments([(any DatabaseValueConvertible)?](repeating: nil, count: highest))
    }
}

import CreditModel
import CreditRules
import CreditStore
import CreditStoreTesting
import GRDB
import Testing

@testable import CreditStoreSQLite

@Suite struct ReadingConnectionsTests {
    @Test func whatAnotherConnectionTakesDownIsGoneFromTheNextRead() async throws {
        let place = try Place()
        let other = try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        defer { try? other.close() }
        let firm = try MadeUpRecords.organisation(1)
        let key = try #require(firm.creditCode?.text)
        try await place.clerk.hand([MadeUpRecords.licence(1, of: firm), MadeUpRecords.licence(2, of: firm)], as: "a")
        for (turn, id) in [Int64(1), 2].enumerated() {
            let before = try #require(try await place.store.file(key: key))
            #expect(before.records.first { $0.id == id }?.facts.standing == .current)
            let act = Withdrawal(record: id, standing: .takenDown, reason: "误", document: "")
            let sequence = try await other.withdraw(act, by: "王某", at: Clerk.at(2, seconds: turn))
            let after = try #require(try await place.store.file(key: key))
            #expect(after.records.first { $0.id == id }?.facts.standing == .takenDown)
            let head = try await place.store.head()
            #expect(after.head.size == sequence && after.head == head)
            #expect(try await place.store.record(id)?.facts.standing == .takenDown)
        }
    }

    @Test func allStatementsOfAFileSeeTheStoreAsOfOneInstant() throws {
        let place = try Place()
        let size = "SELECT COALESCE(MAX(size), 0) FROM ledger_head"
        try place.tamper(
            "INSERT INTO ledger_head VALUES (1, 5, x'', zeroblob(32), 0, '', x'')"
        )
        let seen = try place.store.readers.read { connection in
            try connection.atOneInstant { connection in
                let first = try Query(.head, connection).first { $0.integer(0) }
                try place.tamper("UPDATE ledger_head SET size = 6")
                return [first, try Query(.head, connection).first { $0.integer(0) }]
            }
        }
        #expect(seen == [5, 5])
        #expect(try place.number(size) == 6)
        #expect(try place.store.readers.read { try Query(.head, $0).first { $0.integer(0) } } == 6)
    }

    @Test func manyReadAtOnceWhileOneWrites() async throws {
        let place = try Place()
        let firm = try MadeUpRecords.organisation(1)
        let key = try #require(firm.creditCode?.text)
        try await place.clerk.hand([MadeUpRecords.licence(0, of: firm)], as: "first")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...20 {
                    try await place.clerk.hand([MadeUpRecords.licence(number, of: firm)], as: "s\(number)")
                }
            }
            for _ in 0..<12 {
                group.addTask {
                    var last = 0
                    for _ in 0..<100 {
                        let file = try #require(try await place.store.file(key: key))
                        #expect(file.records.count >= last)
                        // Every submission of one record is two entries: the record and the seal.
                        #expect(file.head.size >= Int64(2 * file.records.count - 1))
                        last = file.records.count
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await place.store.file(key: key)?.records.count == 21)
    }

    @Test func aReadThatFailsLeavesTheConnectionUsable() async throws {
        struct Failed: Error {}
        let place = try Place()
        for _ in 0..<10 {
            #expect(throws: Failed.self) {
                try place.store.readers.read { connection in
                    try connection.atOneInstant { connection in
                        _ = try Query(.head, connection).first { $0.integer(0) }
                        throw Failed()
                    }
                }
            }
        }
        #expect(try await place.store.head().size == 0)
    }

    @Test func theseConnectionsCannotWrite() throws {
        let place = try Place()
        #expect(throws: DatabaseError.self) {
            try place.store.readers.read { try Query(.standRecord, $0).run(.integer(1), .text("current")) }
        }
    }

    @Test func aClosedStoreIsReadNoMore() async throws {
        let place = try Place()
        #expect(try await place.store.head().size == 0)
        try place.store.close()
        await #expect(throws: DatabaseError.self) { try await place.store.head() }
        await #expect(throws: DatabaseError.self) { try await place.store.file(key: "x") }
    }
}

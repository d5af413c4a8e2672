import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import CreditStoreTesting
import Foundation
import GRDB
import Testing

@testable import CreditStoreSQLite

@Suite struct ReplayTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func randomHistoriesReplayToTheSameState(seed: UInt64) async throws {
        let place = try Place()
        var history = RandomHistory(seed: seed, clerk: place.clerk)
        try await history.run(steps: 40)
        let proof = try place.replay()
        #expect(proof.rootHolds && proof.digestHolds && proof.entries > 40)
        #expect(proof.root == (try await place.store.head()).root)
    }

    @Test(arguments: [11, 12, 13] as [UInt64]) func columnsOfDaysShownAreWhatDiscloseSays(seed: UInt64) async throws {
        let place = try Place()
        var history = RandomHistory(seed: seed, clerk: place.clerk)
        try await history.run(steps: 60)
        try await expectColumns(in: place)
    }

    /// For every record and a sample of days: in the columns' days exactly where `disclose` shows it.
    private func expectColumns(in place: Place) async throws {
        let rows = try place.rows("SELECT id, waits, shown_from, shown_until FROM record ORDER BY id")
        #expect(rows.count > 10)
        var shownSometimes = 0
        for row in rows {
            let stored = try #require(try await place.store.record(row["id"]))
            let from: Int64? = row["shown_from"]
            let until: Int64? = row["shown_until"]
            for offset in [-1, 0, 30, 45, 60, 99, 100, 120, 365, 395, 396, 397, 1_096, 1_130, 1_131, 4_000] {
                let today = MadeUpRecords.day(offset)
                let judged = disclose(
                    stored.facts,
                    on: today,
                    today: today,
                    viewer: .visitor,
                    catalogue: place.catalogue
                )
                let inColumns = from.flatMap { from in until.map { from...$0 } }?.contains(Int64(today.number)) ?? false
                #expect(inColumns == judged.isShown, "record \(stored.id) on day \(offset)")
                #expect((row["waits"] == 1) == (judged.ground == .undetermined))
                if judged.isShown { shownSometimes += 1 }
            }
        }
        #expect(shownSometimes > 20)
    }

    @Test func columnsAreDerivedAnewWhenTheCatalogueChanges() async throws {
        let place = try Place()
        var history = RandomHistory(seed: 21, clerk: place.clerk)
        try await history.run(steps: 30)
        let fines = try (101...105)
            .map {
                try MadeUpRecords.penalty($0, of: try MadeUpRecords.organisation($0), decidedOn: MadeUpRecords.day(31))
            }
        try await place.clerk.hand(fines, as: "fines", on: 99)
        try place.store.close()
        let other = try Catalogues.withoutOpenThresholds()
        let reopened = try SQLiteStore(path: place.path, catalogue: other, keys: place.keys)
        defer { try? reopened.close() }
        let rows = try reopened.rows("SELECT id, waits, shown_from, shown_until FROM record ORDER BY id")
        var changed = 0
        for row in rows {
            let stored = try #require(try await reopened.record(row["id"]))
            let now = publication(of: stored.facts, catalogue: other)
            #expect((row["shown_from"] as Int64?) == now.window.map { Int64($0.from?.number ?? .min) })
            #expect((row["shown_until"] as Int64?) == now.window.map { Int64($0.until?.number ?? .max) })
            #expect(row["waits"] == (now.ground == .undetermined ? 1 : 0))
            if now.ground != publication(of: stored.facts, catalogue: place.catalogue).ground { changed += 1 }
        }
        #expect(changed > 0, "the other catalogue judges some records otherwise")
        #expect(try await reopened.head().size > 30)
        let digest: Data? = try reopened.rows("SELECT catalogue FROM ledger_head").first?[0]
        #expect(digest == Data(other.digest))
        let proof = try reopened.replay(into: place.folder.appendingPathComponent("other.sqlite").path) { _, _ in }
        #expect(proof.rootHolds && proof.digestHolds)
    }

    /// What records say of their organisations follows the catalogue too: it is folded anew, and comes back as it was.
    @Test(arguments: ["licence", "registration"], [31, 32] as [UInt64])
    func namesAreFoldedAnewWhenAnItemBecomesRestricted(item: String, seed: UInt64) async throws {
        let place = try Place()
        var history = RandomHistory(seed: seed, clerk: place.clerk)
        try await history.run(steps: 40)
        let before = try place.replay()
        let head = try await place.store.head()
        try place.store.close()
        let other = try SQLiteStore(path: place.path, catalogue: Catalogues.restricting(item), keys: place.keys)
        let proof = try other.replay(into: place.folder.appendingPathComponent("other.sqlite").path) { _, _ in }
        #expect(proof.rootHolds && proof.digestHolds && proof.digest != before.digest)
        let shown = try other.rows("SELECT 1 FROM record WHERE item = '\(item)' AND shown_until IS NOT NULL")
        #expect(shown.isEmpty)
        try other.close()
        let again = try SQLiteStore(path: place.path, catalogue: place.catalogue, keys: place.keys)
        defer { try? again.close() }
        let last = try again.replay(into: place.folder.appendingPathComponent("again.sqlite").path) { _, _ in }
        #expect(last.rootHolds && last.digestHolds && last.digest == before.digest)
        #expect(try await again.head().root == head.root)
    }

    static let tampered = [
        "UPDATE entry SET content = CAST(content || x'00' AS BLOB) WHERE sequence = 2",
        "UPDATE entry SET salt = zeroblob(32) WHERE sequence = 2",
        "UPDATE record SET shown_until = shown_until + 1 WHERE id = 2",
        "UPDATE record SET standing = 'withdrawn' WHERE id = 1",
        "UPDATE record SET source = 'another' WHERE id = 1",
        "UPDATE subject SET name = '另一名'",
        "UPDATE subject_name SET is_former = 1",
        "UPDATE submission SET added = added + 1",
        "DELETE FROM record WHERE id = 3",
        "DELETE FROM record_history",
        "UPDATE held SET source = 'another'",
        "DELETE FROM subject_name",
        "UPDATE pair_decision SET verdict = 'same'",
        "DELETE FROM pair_decision",
        "DELETE FROM near_key",
        "UPDATE near_key SET record = 2",
        "UPDATE role_record SET standing = 'withdrawn'",
        "UPDATE role_record SET person = zeroblob(16)",
        "DELETE FROM role_record",
        "DELETE FROM role_history",
    ]

    @Test(arguments: tampered) func replayNoticesATamperedRow(sql: String) async throws {
        let place = try await Self.place()
        let before = try place.replay()
        #expect(before.rootHolds && before.digestHolds)
        try place.tamper(sql)
        let proof = try? place.replay()
        #expect(proof.map { $0.rootHolds && $0.digestHolds } != true)
    }

    @Test func replayNoticesContentThatWasRewrittenToReadWell() async throws {
        let place = try await Self.place()
        let bytes: Data? = try place.rows("SELECT content FROM entry WHERE sequence = 1").first?[0]
        let entry = try Entry(content: Array(try #require(bytes)))
        let forged = Entry(at: entry.at, actor: "somebody-else", catalogue: entry.catalogue, act: entry.act)
        try place.tamper("UPDATE entry SET content = ? WHERE sequence = 1", [Data(forged.content)])
        let proof = try place.replay()
        #expect(!proof.rootHolds)
    }

    @Test func replayNoticesATamperedHead() async throws {
        let place = try await Self.place()
        try place.tamper("UPDATE ledger_head SET root = zeroblob(32)")
        #expect(try !place.replay().rootHolds)
    }

    /// A store with a record, a correction, a number in another form, a held row, seals and a decision on a pair.
    private static func place() async throws -> Place {
        let place = try Place()
        let firm = try MadeUpRecords.organisation(1)
        var records = try (1...3).map { try MadeUpRecords.penalty($0, of: firm) }
        try await place.clerk.hand(records, as: "a")
        records[0] = try MadeUpRecords.penalty(1, of: firm, fine: Amount(fen: 1))
        try await place.clerk.hand(records, as: "b", on: 2)
        try await place.clerk.hand([MadeUpRecords.licence(9, of: firm, document: "许[2026]9号")], as: "near", on: 2)
        let nameless = SubjectKeys(name: "无码", creditCode: nil)
        try await place.clerk.hand([MadeUpRecords.licence(1, of: nameless)], as: "c", on: 3)
        let code = try #require(firm.creditCode?.text)
        let pair = PairDecision(source: "transport", name: "示例", code: code, verdict: .different, reason: "核实")
        _ = try await place.store.decide(pair, by: "王某", at: Clerk.at(4))
        try await place.clerk.hand(roles: [try MadeUpRecords.role(1)], as: "d", on: 5)
        try await place.clerk.hand(roles: [try MadeUpRecords.role(1, content: "缺席")], as: "e", on: 6)
        return place
    }
}

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

    /// Of what was erased nothing is left that an officer's act could be done to; the rest is folded as ever.
    @Test func actsOnWhatWasErasedArePassedOver() async throws {
        let place = try Place()
        let (firm, other) = (try MadeUpRecords.organisation(1), try MadeUpRecords.organisation(2))
        let nameless = MadeUpRecords.licence(2, of: SubjectKeys(name: "无码", creditCode: nil))
        try await place.clerk.hand([MadeUpRecords.licence(1, of: firm), nameless], as: "a", on: 30)
        try await place.clerk.hand([MadeUpRecords.licence(3, of: other)], as: "b", on: 31)
        let open = try MadeUpRecords.penalty(1, of: firm, decidedOn: MadeUpRecords.day(31))
        try await place.clerk.hand([open], as: "c", on: 32)
        try await place.clerk.hand(roles: [try MadeUpRecords.role(1)], as: "d", on: 32)
        let (store, at) = (place.store, Clerk.at(33))
        let held = try #require(try await store.conflicts().first?.sequence)
        let code = try MadeUpRecords.code(7).text
        _ = try await store.resolve(Resolution(held: held, code: code, reason: "核实"), by: "王某", at: at)
        let tiered = try #require(try await store.undeterminedTiers().first?.id)
        _ = try await store.decide(TierDecision(record: tiered, tier: .general, reason: "数额"), by: "王某", at: at)
        let role = try #require(try place.number("SELECT id FROM role_record"))
        for record in [1, Int64(role)] {
            let act = Withdrawal(record: record, standing: .withdrawn, reason: "核实", document: "撤1号")
            _ = try await store.withdraw(act, by: "王某", at: at)
        }
        for erased in [1, held, tiered, Int64(role)] {
            try place.tamper("DELETE FROM entry WHERE sequence = ?", [erased])
        }
        #expect(try place.replay().rootHolds)
        try store.close()
        let again = try SQLiteStore(
            path: place.path,
            catalogue: Catalogues.restricting("registration"),
            keys: place.keys
        )
        defer { try? again.close() }
        // There is no registration, so nothing had to be folded anew.
        #expect(try again.rows("SELECT id FROM role_record").count == 1)
        try again.close()
        let folded = try SQLiteStore(path: place.path, catalogue: Catalogues.restricting("licence"), keys: place.keys)
        defer { try? folded.close() }
        #expect(try folded.rows("SELECT id FROM record").count == 1, "of the other organisation alone")
        #expect(try folded.rows("SELECT sequence FROM held").isEmpty)
        #expect(try folded.rows("SELECT id FROM role_record").isEmpty)
        let proof = try folded.replay(into: place.folder.appendingPathComponent("last.sqlite").path) { _, _ in }
        #expect(proof.rootHolds && proof.digestHolds)
    }

    /// An index of names that another process saved knows by the catalogue's digest that names were folded anew.
    @Test func foldingAnewIsSeenByTheNameFeed() async throws {
        let place = try Place()
        try await place.clerk.hand([MadeUpRecords.licence(1, of: try MadeUpRecords.organisation(1))], as: "a")
        let before = try await place.store.nameFeedState()
        try place.store.close()
        let other = try SQLiteStore(path: place.path, catalogue: Catalogues.restricting("licence"), keys: place.keys)
        defer { try? other.close() }
        let after = try await other.nameFeedState()
        #expect(after.sequence == before.sequence && after.catalogue != before.catalogue)
        #expect(try await other.namedSubjects(after: 0, limit: 9, today: MadeUpRecords.day(2)) == [])
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

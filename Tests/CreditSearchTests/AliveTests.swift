import CreditModel
import CreditSearch
import CreditStore
import Foundation
import TestSupport
import Testing

@testable import CreditSearch

/// What another process hands in is found, what is gone is not, and a copy on disk is believed only where it fits.
@Suite struct AliveTests {
    private let names = Names()

    private func found(_ query: String, in search: NameSearch, on day: Day = Names.today) async throws -> [String] {
        try await search.find(query, limit: 20, today: day).hits.map { "\($0.name) \($0.why.rawValue)" }
    }

    @Test func namesThatAnotherWriterGivesAreFoundAtTheNextQuery() async throws {
        let search = NameSearch(store: names, interval: 0, clock: Names.clock)
        await names.give("星河", to: 1)
        #expect(try await found("星河", in: search) == ["星河 exact-name"])
        await names.give("星河二号", to: 2)
        #expect(try await found("星河", in: search) == ["星河 exact-name", "星河二号 beginning"])
        await names.give("改名了", to: 1)
        #expect(try await found("改名了", in: search) == ["改名了 exact-name"])
        #expect(try await search.find("星河", limit: 9, today: Names.today).hits.map(\.isFormer).contains(true))
        #expect(await names.wholeReads == 1, "only what is new was read")
    }

    @Test func hiddenAndWithdrawnNamesAreFoundNoMore() async throws {
        let search = NameSearch(store: names, interval: 0, clock: Names.clock)
        await names.give("星河旧名", to: 1, code: "91220402TEWT0001X6")
        await names.give("星河", to: 1)
        #expect(try await found("星河", in: search) == ["星河 exact-name"])
        await names.hide(1, nameAlone: true)
        #expect(try await found("星河旧名", in: search).count == 1, "a former name that was not withdrawn stays")
        await names.hide(1)
        #expect(try await found("星河", in: search) == [])
        #expect(try await found("91220402TEWT0001X6", in: search) == [])
        #expect(try await search.size(today: Names.today).names == 0)
    }

    @Test func nobodyIsFoundBeyondTheLastDayOnWhichAnythingIsShown() async throws {
        let search = NameSearch(store: names, interval: 0, clock: Names.clock)
        await names.give("星河", to: 1, code: "91220402TEWT0001X6", shownUntil: Names.today)
        #expect(try await found("星河", in: search) == ["星河 exact-name"])
        let tomorrow = Day(number: Names.today.number + 1)
        for query in ["星河", "91220402TEWT0001X6", "xinghe", "xh", "TEWT"] {
            #expect(try await found(query, in: search, on: tomorrow) == [], "\(query)")
        }
    }

    @Test func otherRulesAreReadWhole() async throws {
        let search = NameSearch(store: names, interval: 0, clock: Names.clock)
        await names.give("星河", to: 1)
        #expect(try await found("星河", in: search).count == 1)
        await names.changeCatalogue()
        #expect(try await found("星河", in: search).count == 1)
        #expect(await names.wholeReads == 2)
    }

    @Test func manyQueriesAtOnceReadEveryNameOnce() async throws {
        let search = NameSearch(store: names, interval: 0, clock: Names.clock)
        for subject in 1...200 { await names.give("星河\(subject)号", to: Int64(subject)) }
        let outcomes = try await withThrowingTaskGroup(of: SearchOutcome.self) { group in
            for _ in 0..<20 { group.addTask { try await search.find("星河", limit: 500, today: Names.today) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for outcome in outcomes {
            #expect(outcome.hits.count == 200 && outcome.hits.allSatisfy { $0.why == .beginning })
        }
        #expect(await names.wholeReads == 1)
    }

    @Test func searchingGoesOnWhileNamesComeIn() async throws {
        let search = NameSearch(store: names, interval: 0, clock: Names.clock)
        await names.give("星河", to: 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for number in 2...400 { await names.give("星河\(number)号", to: Int64(number)) } }
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<50 {
                        let hits = try await search.find("星河", limit: 500, today: Names.today).hits
                        #expect(hits.first?.name == "星河" && Set(hits.map(\.id)).count == hits.count)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await search.find("星河", limit: 500, today: Names.today).hits.count == 400)
    }

    /// Any history of changes leaves the index as one that is made anew.
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func changedIndexAnswersAsAFreshOne(seed: UInt64) async throws {
        var random = SplitMix(state: seed)
        let words = ["辽源", "鑫源", "星河", "商贸", "食品", "有限公司", "东丰", "集团", "金"]
        let search = NameSearch(store: names, interval: 0, clock: Names.clock)
        for _ in 0..<40 {
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                let id = Int64.random(in: 1...60, using: &random)
                if Int.random(in: 0..<6, using: &random) == 0 {
                    await names.hide(id)
                } else {
                    let name = (0..<3).map { _ in words.randomElement(using: &random) ?? "" }.joined()
                    await names.give(name, to: id, code: "91220402TEWT00\(1000 + id)")
                }
            }
            let fresh = NameSearch(store: names, interval: 0, clock: Names.clock)
            for query in ["鑫源", "辽源商贸", "xinghe", "lyxy", "TEWT00", "星河食品有限公司"] {
                let old = try await search.find(query, limit: 100, today: Names.today)
                let new = try await fresh.find(query, limit: 100, today: Names.today)
                // How rare a pair is counts names that are gone until segments are joined, so what is merely alike may differ.
                let (before, after) = (old.hits.filter { $0.why != .similar }, new.hits.filter { $0.why != .similar })
                #expect(Set(before.map(\.id)) == Set(after.map(\.id)), "\(query)")
                #expect(Set(before.map(\.name)) == Set(after.map(\.name)), "\(query)")
            }
        }
    }

    // MARK: - The copy on disk

    private func temporary() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("names-\(UUID().uuidString)").path
    }

    @Test func copyOnDiskSparesTheWholeReading() async throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        await names.give("星河（北方）", to: 1)
        await names.give("老张包子铺", to: 2, kind: .soleTrader)
        #expect(try await found("星河", in: NameSearch(store: names, snapshot: path, clock: Names.clock)).count == 1)
        await names.give("星河二号", to: 3)
        let second = NameSearch(store: names, snapshot: path, clock: Names.clock)
        #expect(try await found("星河", in: second) == ["星河（北方） beginning", "星河二号 beginning"])
        #expect(try await found("老张包子铺", in: second) == ["老张包子铺 exact-name"])
        #expect(await names.wholeReads == 1)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test func damagedCopyIsNoticedAndMadeAnew() async throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        await names.give("星河", to: 1)
        _ = try await found("星河", in: NameSearch(store: names, snapshot: path, clock: Names.clock))
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        var reads = 1
        for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
            var broken = whole
            broken[place] ^= 0x41
            try broken.write(to: URL(fileURLWithPath: path))
            #expect(
                try await found("星河", in: NameSearch(store: names, snapshot: path, clock: Names.clock)) == [
                    "星河 exact-name"
                ]
            )
            reads += 1
            #expect(await names.wholeReads == reads, "byte \(place)")
        }
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
        #expect(
            try await found("星河", in: NameSearch(store: names, snapshot: path, clock: Names.clock)) == ["星河 exact-name"]
        )
        #expect(await names.wholeReads == reads + 1)
    }

    @Test func copyOfAnotherStoreOrOfOtherRulesIsNotBelieved() async throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let other = Names(salt: 9)
        await other.give("别家", to: 1)
        _ = try await found("别家", in: NameSearch(store: other, snapshot: path, clock: Names.clock))
        await names.give("星河", to: 1)
        #expect(try await found("别家", in: NameSearch(store: names, snapshot: path, clock: Names.clock)) == [])
        await names.changeCatalogue()
        #expect(
            try await found("星河", in: NameSearch(store: names, snapshot: path, clock: Names.clock)) == ["星河 exact-name"]
        )
        #expect(await names.wholeReads == 2)
    }

    /// What another edition of the program folded otherwise is found no more, though store and rules are the same.
    @Test func copyOfAnotherEditionIsNotBelieved() async throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        await names.give("旧称", to: 1)
        _ = try await found("旧称", in: NameSearch(store: names, snapshot: path, clock: Names.clock))
        let file = SnapshotFile(path: path)
        let saved = try #require(file.read())
        var origin = saved.origin
        origin.edition = Array(origin.edition.reversed())
        file.write(NameSnapshot(origin: origin, index: saved.index))
        await names.unlearn(1)
        #expect(try await found("旧称", in: NameSearch(store: names, snapshot: path, clock: Names.clock)) == [])
        #expect(await names.wholeReads == 2)
    }

    @Test func copyAheadOfTheStoreIsNotBelieved() async throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let ahead = Names()
        await ahead.give("星河", to: 1)
        await ahead.give("后来", to: 2)
        _ = try await found("后来", in: NameSearch(store: ahead, snapshot: path, clock: Names.clock))
        await names.give("星河", to: 1)
        #expect(try await found("后来", in: NameSearch(store: names, snapshot: path, clock: Names.clock)) == [])
    }
}

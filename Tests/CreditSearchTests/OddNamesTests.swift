import CreditModel
import CreditSearch
import CreditStore
import Testing

/// Names and queries of every length and kind: nothing that a department hands in or a visitor types may end the process.
@Suite struct OddNamesTests {
    private let names = Names()
    private let search: NameSearch

    init() { search = NameSearch(store: names, interval: 0, clock: Names.clock) }

    private func find(_ query: String, limit: Int = 20) async throws -> SearchOutcome {
        try await search.find(query, limit: limit, today: Names.today)
    }

    @Test(arguments: [0, 100, 127, 128]) func longNamesWithBracketsWhereverTheyEndAreKept(pairs: Int) async throws {
        var id: Int64 = 0
        for before in stride(from: 1, through: 260, by: 7) {
            for inside in [1, 20, 55, 254] {
                for behind in [0, 1, 20] {
                    let head = String(repeating: "𠮷", count: pairs) + String(repeating: "甲", count: before)
                    id += 1
                    await names.give(
                        head + "（" + String(repeating: "乙", count: inside) + "）"
                            + String(repeating: "丙", count: behind),
                        to: id
                    )
                }
            }
        }
        #expect(try await find(pairs > 100 ? "𠮷𠮷" : "甲乙").hits.isEmpty == false)
        #expect(try await search.size(today: Names.today).names == Int(id))
    }

    @Test(arguments: [1, 2, 63, 64, 65, 66, 199, 200, 201, 255, 256, 10_000]) func queriesOfAnyLengthAreAnswered(
        length: Int
    ) async throws {
        await names.give(String(repeating: "星河", count: 100) + "有限公司", to: 1)
        await names.give("星河有限公司", to: 2)
        for part in ["星", "星河", "x", "xing", "1", "𠮷", "👩‍👩‍👧", "（", "·", "\u{202E}", "e\u{301}"] {
            let query = String(repeating: part, count: max(1, length / part.count))
            let outcome = try await find(query)
            #expect(outcome.hits.count <= 20)
        }
    }

    @Test func nameOfTodayComesBeforeTheSameNameBorneBefore() async throws {
        await names.give("鑫宝来商贸", to: 1)
        await names.give("改作别名商行", to: 1)
        await names.give("鑫宝来商贸", to: 2)
        let hits = try await find("鑫宝来商贸").hits
        #expect(hits.map(\.id) == [2, 1] && hits.first?.score == 1 && hits.last?.isFormer == true)
    }

    @Test func oneSyllableIsTooLittleAndIsSaidToBe() async throws {
        await names.give("鑫源商贸", to: 1)
        await names.give("西娜服饰", to: 2)
        for syllable in ["xin", "hui", "xi"] {
            #expect(try await find(syllable).note == .tooShort, "\(syllable)")
        }
        #expect(try await find("xinyuan").hits.map(\.id) == [1])
        #expect(try await find("xiy").hits.isEmpty)
    }

    @Test func readingsThatHardlyAnybodyUsesComeLast() async throws {
        await names.give("新余广普机械", to: 1)
        await names.give("鑫源商贸机械", to: 2)
        #expect(try await find("xinyuan").hits.first?.id == 2)
        #expect(try await find("an pu").hits.map(\.id) == [1], "a rare reading is a reading")
    }

    @Test func asManyPartsOfCodesAreFoundAsAreAskedFor() async throws {
        for number in 1...300 {
            await names.give("星河\(number)号", to: Int64(number), code: "91440300MA5FPM\(1000 + number)")
        }
        #expect(try await find("440300MA5FPM", limit: 1000).hits.count == 300)
        #expect(try await find("440300MA5FPM", limit: 10).note != .complete)
    }
}

import CreditModel
import CreditSearch
import CreditStore
import TestSupport
import Testing

@Suite struct NameSearchTests {
    private let names = Names()
    private let search: NameSearch

    init() { search = NameSearch(store: names) }

    /// Names found, best first, with the way in which each was.
    private func found(_ query: String, limit: Int = 20) async throws -> [String] {
        try await search.find(query, limit: limit).hits.map { "\($0.name) \($0.why.rawValue)" }
    }

    @Test func exactNameComesFirstThenBeginningsThenPartsThenFormerNames() async throws {
        await names.give("大星河食品厂", to: 1)
        await names.give("星河食品有限公司", to: 2)
        await names.give("旧星河", to: 3)
        await names.give("改称月亮", to: 3)
        await names.give("星河", to: 4)
        await names.give("星河食品", to: 5)
        #expect(
            try await found("星河") == [
                "星河 exact-name", "星河食品 beginning", "星河食品有限公司 beginning", "大星河食品厂 part", "改称月亮 former-name",
            ]
        )
        #expect(try await search.find("星河", limit: 2).note == .more)
        #expect(try await search.find("星河", limit: 5).note == .complete)
        #expect(try await found("星河", limit: 2).count == 2)
    }

    @Test func formerNameThatMatchesStandsUnderTheNameOfToday() async throws {
        await names.give("曙光造纸厂", to: 1)
        await names.give("朝霞纸业", to: 1)
        let hit = try #require(try await search.find("曙光", limit: 5).hits.first)
        #expect(hit.name == "朝霞纸业" && hit.matchedName == "曙光造纸厂" && hit.why == .formerName && hit.matched == 0..<2)
        #expect(try await found("朝霞纸业") == ["朝霞纸业 exact-name"])
        await names.give("曙光造纸厂", to: 1)
        #expect(try await found("曙光") == ["曙光造纸厂 beginning"], "each organisation once, by its best name")
    }

    @Test func soleTraderAnswersToItsExactNameAndCodeAlone() async throws {
        await names.give("老张包子铺", to: 1, kind: .soleTrader, code: "92220402TEW00001X1")
        await names.give("老张包子铺连锁有限公司", to: 2)
        #expect(try await found("老张包子") == ["老张包子铺连锁有限公司 beginning"])
        #expect(try await found("包子铺") == ["老张包子铺连锁有限公司 part"])
        #expect(try await found("老张包子铺") == ["老张包子铺 exact-name", "老张包子铺连锁有限公司 beginning"])
        #expect(try await found("92220402TEW00001X1") == ["老张包子铺 code"])
        #expect(try await found("92220402TEW00001X") == [])
    }

    @Test(arguments: ["星河（北方）ＡＢＣ公司", "星河(北方)abc公司", "星河【北方】AbC公司", " 星河〔北方〕ABC公司　", "星河[北方]ａｂｃ公司", "星河｛北方}ABC公司"])
    func widthCaseAndBracketsMakeNoDifference(query: String) async throws {
        await names.give("星河（北方）ABC公司", to: 1)
        #expect(try await found(query) == ["星河（北方）ABC公司 exact-name"])
    }

    @Test func matchedCharactersAreThoseOfTheName() async throws {
        await names.give("　星河（北方）Abc公司", to: 1)
        let hit = try #require(try await search.find("北方)ａＢＣ", limit: 5).hits.first)
        #expect(hit.matched == 4..<10 && hit.why == .part)
        let characters = Array(hit.matchedName)
        #expect(String(characters[hit.matched]) == "北方）Abc")
    }

    @Test(arguments: ["", "星", " 星 ", "　", "\n星", "\n\n"]) func fewerThanTwoCharactersAreNotSearchedFor(
        query: String
    ) async throws {
        await names.give("星河", to: 1)
        let outcome = try await search.find(query, limit: 5)
        #expect(outcome.note == .tooShort && outcome.hits.isEmpty)
    }

    @Test(arguments: ["\n星河", "星河\n", "\r\n星河", "河\n月", "\n\n星河", "\u{0B}星河", "\u{85}星河", "\u{2028}星河", "\0\0"])
    func lineBreaksInAQueryMatchNothingBetweenNames(query: String) async throws {
        await names.give("星河", to: 1)
        await names.give("月亮", to: 2)
        await names.give("星河", to: 3)
        let outcome = try await search.find(query, limit: 5)
        #expect(outcome.hits.allSatisfy { $0.name == "星河" && $0.why == .exactName })
    }

    @Test func nothingFoundIsSaid() async throws {
        #expect(try await search.find("没有的名称", limit: 5) == SearchOutcome(hits: [], note: .nothingFound))
        await names.give("星河", to: 1)
        #expect(try await search.find("没有的名称", limit: 5).note == .nothingFound)
    }

    @Test func codeIsFoundHoweverItIsWritten() async throws {
        await names.give("星河", to: 1, code: "91220402TEW00001X6")
        for query in [
            "91220402TEW00001X6", "91 220402 tew00001x 6", "９１２２０４０２ＴＥＷ００００１Ｘ６", "91220402-TEW00001X-6",
            "220400000000001",
        ] {
            let outcome = try await search.find(query, limit: 5)
            #expect(outcome.hits.map(\.why) == [.code] && outcome.hits.first?.name == "星河", "\(query)")
        }
    }

    @Test func namesThatAnotherWriterGivesAreFoundAtTheNextQuery() async throws {
        await names.give("星河", to: 1)
        #expect(try await found("星河") == ["星河 exact-name"])
        await names.give("星河二号", to: 2)
        #expect(try await found("星河") == ["星河 exact-name", "星河二号 beginning"])
        await names.give("改名了", to: 1)
        #expect(try await found("星河") == ["星河二号 beginning", "改名了 former-name"])
    }

    @Test func manyQueriesAtOnceReadEveryNameOnce() async throws {
        for subject in 1...200 { await names.give("星河\(subject)号", to: Int64(subject)) }
        let outcomes = try await withThrowingTaskGroup(of: SearchOutcome.self) { [search] group in
            for _ in 0..<20 { group.addTask { try await search.find("星河", limit: 500) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for outcome in outcomes {
            #expect(outcome.hits.count == 200 && outcome.hits.allSatisfy { $0.why == .beginning })
        }
    }

    /// Every part of every name, held against a plain look through all of them.
    @Test func everyPartOfAMadeUpNameIsFound() async throws {
        let words = ["辽", "源", "星", "河", "食品", "有限", "公司", "A", "b", "（", "）", "一"]
        var random = SplitMix(state: 3)
        var all: [String] = []
        for subject in 1...150 {
            let name =
                "名"
                + (0..<Int.random(in: 2...7, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined()
            all.append(name)
            await names.give(name, to: Int64(subject))
        }
        for _ in 0..<200 {
            let name = all.randomElement(using: &random) ?? ""
            let start = Int.random(in: 0..<(name.count - 1), using: &random)
            let length = Int.random(in: 2...(name.count - start), using: &random)
            let part = String(Array(name)[start..<(start + length)])
            let expected = all.filter { $0.uppercased().contains(part.uppercased()) }.sorted()
            #expect(try await search.find(part, limit: 1000).hits.map(\.name).sorted() == expected, "\(part)")
        }
    }
}

import CreditModel
import CreditSearch
import CreditStore
import TestSupport
import Testing

@Suite struct NameSearchTests {
    private let names = Names()
    private let search: NameSearch

    init() { search = NameSearch(store: names, interval: 0, clock: Names.clock) }

    private func find(_ query: String, limit: Int = 20) async throws -> SearchOutcome {
        try await search.find(query, limit: limit, today: Names.today)
    }

    /// Names found, best first, with the way in which each was.
    private func found(_ query: String, limit: Int = 20) async throws -> [String] {
        try await find(query, limit: limit).hits.map { "\($0.name) \($0.why.rawValue)" }
    }

    @Test func exactNameComesFirstThenTheGreaterShareOfTheName() async throws {
        await names.give("大星河食品厂", to: 1)
        await names.give("星河食品有限公司", to: 2)
        await names.give("旧星河", to: 3)
        await names.give("改称月亮", to: 3)
        await names.give("星河", to: 4)
        await names.give("星河食品", to: 5)
        #expect(
            try await found("星河") == [
                "星河 exact-name", "星河食品 beginning", "改称月亮 part", "星河食品有限公司 beginning", "大星河食品厂 part",
            ]
        )
        #expect(try await find("星河", limit: 2).note == .more)
        #expect(try await find("星河", limit: 5).note == .complete)
        #expect(try await found("星河", limit: 2).count == 2)
    }

    @Test func formerNameThatMatchesStandsUnderTheNameOfToday() async throws {
        await names.give("曙光造纸厂", to: 1)
        await names.give("朝霞纸业", to: 1)
        let hit = try #require(try await find("曙光", limit: 5).hits.first)
        #expect(hit.name == "朝霞纸业" && hit.matchedName == "曙光造纸厂" && hit.isFormer && hit.matched == [0..<2])
        #expect(try await found("朝霞纸业") == ["朝霞纸业 exact-name"])
        await names.give("曙光造纸厂", to: 1)
        #expect(try await found("曙光") == ["曙光造纸厂 beginning"], "each organisation once, by its best name")
    }

    @Test func soleTraderAnswersToItsExactNameAndCodeAlone() async throws {
        await names.give("老张包子铺", to: 1, kind: .soleTrader, code: "92220402TEW00001X1")
        await names.give("老张包子铺连锁有限公司", to: 2)
        for part in ["老张包子", "包子铺", "老李包子铺", "张老包子铺", "老張包子铺", "laozhangbaozipu", "lzbzp", "92220402TEW00001X", "TEW0"]
        {
            #expect(try await find(part).hits.allSatisfy { $0.kind != .soleTrader }, "\(part)")
        }
        #expect(try await found("老张包子铺") == ["老张包子铺 exact-name", "老张包子铺连锁有限公司 beginning"])
        #expect(try await found("92220402TEW00001X1") == ["老张包子铺 code"])
        await names.give("新张包子铺", to: 1, kind: .soleTrader)
        #expect(try await found("老张包子铺") == ["老张包子铺连锁有限公司 beginning"], "nor to a trade name it gave up")
    }

    /// Limit 1: no type-ahead.
    @Test func soleTraderIsNotFoundWhileSomebodyTypes() async throws {
        for id in Int64(1)...30 {
            await names.give("老张包子铺", to: id, kind: .soleTrader, code: "92220402TEW0\(1000 + id)X1")
        }
        await names.give("老张包子铺连锁有限公司", to: 31)
        for query in ["老张包子铺", "老张包子", "92220402TEW01001X1", "92220402TEW0", "lzbzp", "laozhangbaozipu"] {
            let hits = try await search.find(query, limit: 8, today: Names.today, isTyping: true).hits
            #expect(hits.allSatisfy { $0.kind != .soleTrader }, "\(query)")
        }
        let typed = try await search.find("老张包子铺", limit: 8, today: Names.today, isTyping: true)
        #expect(typed.hits.map(\.id) == [31], "and they take nobody's place")
    }

    @Test(arguments: [
        "星河（北方）ＡＢＣ公司", "星河(北方)abc公司", "星河【北方】AbC公司", " 星河〔北方〕ABC公司　", "星河[北方]ａｂｃ公司", "星河｛北方}ABC公司",
        "星 河（北 方）ABC 公司",
    ])
    func widthCaseBracketsAndBlanksMakeNoDifference(query: String) async throws {
        await names.give("星河（北方）ABC公司", to: 1)
        #expect(try await found(query) == ["星河（北方）ABC公司 exact-name"])
    }

    @Test func matchedCharactersAreThoseOfTheName() async throws {
        await names.give("　星河（北方）Abc公司", to: 1)
        let hit = try #require(try await find("北方)ａＢＣ", limit: 5).hits.first)
        #expect(hit.matched == [4..<6, 7..<10] || hit.matched == [4..<10])
        let characters = Array(hit.matchedName)
        #expect(hit.matched.map { String(characters[$0]) }.joined().contains("Abc"))
    }

    @Test(arguments: ["", "星", " 星 ", "　", "\n星", "\n\n", "（）", "。。"]) func fewerThanTwoCharactersAreNotSearchedFor(
        query: String
    ) async throws {
        await names.give("星河", to: 1)
        let outcome = try await find(query, limit: 5)
        #expect(outcome.note == .tooShort && outcome.hits.isEmpty)
    }

    @Test func nothingFoundIsSaid() async throws {
        #expect(try await find("没有的名称", limit: 5) == SearchOutcome(hits: [], note: .nothingFound))
        await names.give("星河", to: 1)
        #expect(try await find("没有的名称", limit: 5).note == .nothingFound)
    }

    @Test func codeIsFoundHoweverItIsWritten() async throws {
        await names.give("星河", to: 1, code: "91220402TEW00001X6")
        for query in [
            "91220402TEW00001X6", "91 220402 tew00001x 6", "９１２２０４０２ＴＥＷ００００１Ｘ６", "91220402-TEW00001X-6",
            "220400000000001",
        ] {
            let outcome = try await find(query, limit: 5)
            #expect(outcome.hits.map(\.why) == [.code] && outcome.hits.first?.name == "星河", "\(query)")
        }
    }

    @Test func everyPartOfACodeFromFourCharactersOnIsFound() async throws {
        let code = "91220402TEWT0001X6"
        await names.give("星河", to: 1, code: code)
        await names.give("月亮", to: 2, code: "51110000MJ0TEWT55P")
        for length in 4..<18 {
            for start in 0...(18 - length) {
                let part = String(Array(code)[start..<(start + length)])
                let hit = try await find(part).hits.first { $0.key == code }
                #expect(hit?.why == .codePart, "\(part)")
                let characters = Array(hit?.matchedName ?? "")
                #expect(hit?.matched.first.map { String(characters[$0]) } == part)
            }
        }
        let number = "220400000000001"
        for start in 0..<11 {
            let part = String(Array(number)[start..<(start + 5)])
            #expect(try await find(part).hits.contains { $0.key == code }, "\(part)")
        }
    }

    @Test func scoresDoNotDependOnWhatElseIsThere() async throws {
        await names.give("星河食品有限公司", to: 1)
        let alone = try #require(try await find("星河").hits.first?.score)
        for number in 2...40 { await names.give("辽河\(number)号有限公司", to: Int64(number)) }
        #expect(try await find("星河").hits.first?.score == alone)
        #expect(try await find("星河食品有限公司").hits.first?.score == 1)
    }
}

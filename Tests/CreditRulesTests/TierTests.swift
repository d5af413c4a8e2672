import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

@Suite struct TierTests {
    /// How grave each kind may be: under 令58号, and under 令36号, whose thresholds of fines are not settled.
    static let kinds: [(kind: String, first: ClosedRange<Tier>, second: ClosedRange<Tier>)] = [
        ("警告", .minor ... .minor, .minor ... .minor), ("通报批评", .minor ... .minor, .minor ... .minor),
        ("罚款", .general ... .general, .minor ... .serious), ("没收违法所得", .general ... .general, .general ... .general),
        ("没收非法财物", .general ... .general, .general ... .general),
        ("暂扣许可证件", .general ... .general, .general ... .general),
        ("降低资质等级", .general ... .general, .general ... .general),
        ("吊销许可证件", .general ... .general, .serious ... .serious),
        ("暂扣或者吊销许可证", .general ... .general, .general ... .serious),
        ("限制开展生产经营活动", .general ... .general, .serious ... .serious),
        ("责令停产停业", .general ... .general, .serious ... .serious),
        ("责令关闭", .general ... .general, .serious ... .serious), ("限制从业", .general ... .general, .serious ... .serious),
        ("行政拘留", .general ... .general, .minor ... .serious), ("其他", .general ... .general, .minor ... .serious),
    ]

    /// The plain tier of a range; the mildest where all of it is shown; none where even that is open.
    private static func plain(_ range: ClosedRange<Tier>) -> Tier? {
        range.lowerBound == range.upperBound || range.lowerBound != .minor ? range.lowerBound : nil
    }

    private static func joined(_ one: ClosedRange<Tier>, _ other: ClosedRange<Tier>) -> ClosedRange<Tier> {
        max(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
    }

    @Test func tableKnowsEveryKindOfTheCodeList() throws {
        let list = try #require(try Folders.city.get().codeLists["penalty-kinds"])
        #expect(Set(list.values.map(\.text)) == Set(TierTests.kinds.map(\.kind)))
    }

    @Test(arguments: ["2019-01-05", "2026-03-31", "2026-04-01", "2030-01-01"])
    func everyPairOfKindsIsAsGraveAsTheGraver(decided: String) throws {
        let catalogue = try Folders.city.get()
        let item = try #require(catalogue.item("penalty"))
        let isFirst = decided < "2026-04-01"
        for one in TierTests.kinds {
            for other in TierTests.kinds {
                let expected = TierTests.plain(
                    TierTests.joined(isFirst ? one.first : one.second, isFirst ? other.first : other.second)
                )
                for fine in [nil, Amount(fen: 0), Amount(fen: 1), Amount(fen: 500_000_000_000)] {
                    let record = try Facts.penalty([one.kind, other.kind], decided: decided, fine: fine).record
                    let judged = tier(of: record, item: item, catalogue: catalogue)
                    #expect(judged.tier == expected, "\(one.kind)、\(other.kind)")
                    let ground: Disclosure.Ground =
                        expected == nil ? .undetermined : expected == .minor ? .minor : .tier
                    #expect(judged.ground == ground)
                }
            }
        }
    }

    @Test func kindTheRuleDoesNotKnowAndNoKindAtAllAreUndetermined() throws {
        let catalogue = try Folders.city.get()
        let item = try #require(catalogue.item("penalty"))
        for kinds in [[], ["没有的处罚"], ["警告", "没有的处罚"]] {
            let judged = tier(of: try Facts.penalty(kinds).record, item: item, catalogue: catalogue)
            #expect(judged.tier == nil && judged.ground == .undetermined)
        }
        let remark = tier(of: try Facts.penalty(["其他-补办"]).record, item: item, catalogue: catalogue)
        #expect(remark.tier == .general)
    }

    /// Where thresholds are settled (5,000 yuan and 1,000,000.50 yuan in the second city) a fine alone has a tier.
    @Test(arguments: [
        (0, Tier.minor), (499_999, .minor), (500_000, .general), (100_000_049, .general), (100_000_050, .serious),
    ])
    func settledThresholdsDecideAFine(fen: Int, expected: Tier) throws {
        let rule = try #require(try Folders.secondCity.get().publication.first)
        let range = try #require(rule.tiers(forPenalty: ["罚款"], fine: Amount(fen: Int64(fen))))
        #expect(range.low == expected && range.high == expected && rule.settled(range) == expected)
        let both = try #require(rule.tiers(forPenalty: ["警告", "罚款"], fine: Amount(fen: Int64(fen))))
        #expect(rule.settled(both) == expected)
        #expect(rule.tiers(forPenalty: ["罚款"], fine: nil).flatMap { rule.settled($0) } == nil)
    }

    @Test func listsHaveTheTierOfTheirRule() throws {
        let catalogue = try Folders.city.get()
        for (id, decided, expected) in [
            ("abnormal-list", "2026-03-31", Tier.general), ("abnormal-list", "2026-04-01", .minor),
            ("serious-breach-list", "2026-03-31", .serious), ("serious-breach-list", "2026-04-01", .serious),
        ] {
            let item = try #require(catalogue.item(id))
            let record = try Facts.record(id, decided: decided).record
            #expect(tier(of: record, item: item, catalogue: catalogue).tier == expected)
        }
    }
}

import CreditCatalogue
import CreditModel
import CreditSearch
import Testing

/// All names are made up.
@Suite struct NameComparisonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let one: String
        let other: String
        let band: MatchBand
        let reason: MatchReason

        init(_ one: String, _ other: String, _ band: MatchBand, _ reason: MatchReason) {
            (self.one, self.other, self.band, self.reason) = (one, other, band, reason)
        }

        var testDescription: String { "\(one) | \(other)" }
    }

    static let name = "辽源市鑫源商贸有限公司"
    static let cases = [
        Case(name, name, .same, .sameName),
        Case(name, "遼源市鑫源商貿有限公司", .same, .spelling),
        Case(name, " 辽源市　鑫源商贸有限公司", .same, .spelling),
        Case("鑫源（辽源）商贸有限公司", "鑫源(辽源)商贸有限公司", .same, .spelling),
        Case(name, "辽源市鑫源商贸有限责任公司", .same, .equivalentForm),
        Case(name, "辽源市鑫源商贸", .same, .formMissing),
        Case(name, "辽源鑫源商贸有限公司", .same, .shortPlace),
        Case(name, "吉林省辽源市鑫源商贸有限公司", .same, .shortPlace),
        Case(name, "辽源鑫源商贸", .ask, .formMissing),
        Case(name, "鑫源商贸有限公司", .ask, .placeMissing),
        Case(name, "鑫源（辽源）商贸有限公司", .ask, .placeMoved),
        Case(name, "东丰县鑫源商贸有限公司", .ask, .placeUnclear),
        Case(name, "吉林鑫源商贸有限公司", .ask, .placeUnclear),
        Case(name, "通化市鑫源商贸有限公司", .different, .otherPlace),
        Case("吉林省鑫源商贸有限公司", "辽宁省鑫源商贸有限公司", .different, .otherPlace),
        Case("示远县鑫源商贸有限公司", "示近县鑫源商贸有限公司", .different, .otherPlace),
        Case(name, "辽源市鑫源商贸股份有限公司", .ask, .otherForm),
        Case(name, "辽源市鑫源商贸中心", .ask, .otherForm),
        Case("辽源市鑫源商贸中心", "辽源市鑫源商贸", .ask, .formMissing),
        Case("辽源市鑫源百货经营部", "辽源市鑫源百货经销部", .ask, .equivalentForm),
        Case(name, "辽源市鑫源贸易有限公司", .ask, .tradeAlike),
        Case(name, "辽源市鑫源有限公司", .ask, .tradeMissing),
        Case(name, "辽源市鑫源食品有限公司", .different, .otherTrade),
        Case(name, "辽源市鑫泉商贸有限公司", .ask, .brandCharacter),
        Case(name, "辽源市源鑫商贸有限公司", .ask, .brandCharacter),
        Case(name, "辽源市鑫源达商贸有限公司", .ask, .brandCharacter),
        Case(name, "辽源市鑫源北方商贸有限公司", .ask, .brandLonger),
        Case(name, "辽源市恒泰商贸有限公司", .different, .otherBrand),
        Case(name, "通化市鑫泉商贸有限公司", .different, .otherPlace),
        Case("辽源市粮油有限公司", "辽源市粮油公司", .ask, .noBrand),
        Case(name, "辽源市鑫源商贸有限公司第一分公司", .different, .branchAndParent),
        Case(name + "第一分公司", name + "第二分公司", .different, .otherBranch),
        Case(name + "分公司", name + "第一分公司", .ask, .branchUnclear),
        Case("辽源市乾元商贸有限公司", "辽源市干元商贸有限公司", .ask, .brandCharacter),
        Case("辽源市鉅元商贸有限公司", "辽源市巨元商贸有限公司", .ask, .ownCharacter),
        Case("辽源市鑫昇商贸有限公司", "辽源市鑫升商贸有限责任公司", .ask, .brandCharacter),
        Case("辽源市鑫鍾商贸有限公司", "辽源市鑫钟商贸有限责任公司", .ask, .ownCharacter),
        Case("辽源市乾元商贸有限公司", "遼源市乾元商貿有限公司", .same, .spelling),
    ]

    @Test(arguments: cases) func bandAndReasonAreThese(pair: Case) throws {
        let judged = try Words.judge(pair.one, pair.other)
        #expect(judged.band == pair.band && judged.reasons.list.contains(pair.reason), "\(judged)")
        #expect(try Words.judge(pair.other, pair.one) == judged)
    }

    static let code = "91220402TEWT90014J"
    static let otherCode = "91220402TEWT90022D"

    @Test func codesDecideFirst() throws {
        let parser = try Words.parser()
        let one = NameFacts(Self.name, code: Self.code, by: parser)
        let renamed = NameFacts("辽源市恒泰食品厂", code: " 91220402tewt90014j", by: parser)
        let namesake = NameFacts(Self.name, code: Self.otherCode, by: parser)
        let wrong = NameFacts(Self.name, code: "91220402TEWT900140", by: parser)
        let none = NameFacts(Self.name, code: "", by: parser)
        let short = NameFacts("鑫源商贸", code: Self.code, by: parser)
        #expect(NameComparison.judge(one, short) == MatchJudgement(.same, MatchReasons(.sameCode)))
        let contradiction = NameComparison.judge(one, renamed)
        #expect(contradiction.band == .ask && contradiction == NameComparison.judge(renamed, one))
        #expect(contradiction.reasons.list.contains(.sameCode))
        #expect(contradiction.reasons.list.contains(.nameAgainstCode))
        let former = NameFacts("辽源市恒泰食品厂", code: Self.code, formerNames: [Self.name], by: parser)
        #expect(NameComparison.judge(one, former) == MatchJudgement(.same, MatchReasons(.sameCode)))
        #expect(NameComparison.judge(one, namesake) == MatchJudgement(.different, MatchReasons(.otherCode)))
        #expect(NameComparison.judge(one, wrong).band == .ask)
        #expect(NameComparison.judge(one, wrong).reasons.list.contains(.codeInvalid))
        #expect(NameComparison.judge(one, none).band == .same)
    }

    @Test func registrationNumberIsNoWrongCode() throws {
        let parser = try Words.parser()
        let one = NameFacts(Self.name, code: "220400000000018", by: parser)
        let same = NameFacts("鑫源商贸", code: Self.code, registrationNumber: "220400000000018", by: parser)
        let far = NameFacts("辽源市恒泰食品厂", code: "220400000000018", by: parser)
        let other = NameFacts(Self.name, code: "220400000000026", by: parser)
        let wrong = NameFacts(Self.name, code: "220400000000019", by: parser)
        #expect(NameComparison.judge(one, same) == MatchJudgement(.same, MatchReasons(.sameCode)))
        #expect(NameComparison.judge(one, far).reasons.list.contains(.nameAgainstCode))
        let judged = NameComparison.judge(one, other)
        #expect(judged.band == .ask && judged.reasons.list == [.otherNumber, .sameName])
        #expect(NameComparison.judge(one, wrong).reasons.list == [.codeInvalid, .sameName])
        #expect(NameComparison.judge(one, NameFacts(Self.name, by: parser)).band == .same, "nothing to compare it with")
    }

    @Test func formerNameIsAQuestion() throws {
        let parser = try Words.parser()
        let renamed = NameFacts("辽源市恒泰食品厂", formerNames: ["辽源市鑫源商貿有限公司"], by: parser)
        let judged = NameComparison.judge(renamed, NameFacts(Self.name, by: parser))
        #expect(judged.band == .ask && judged.reasons.list.contains(.formerName))
        #expect(NameComparison.judge(NameFacts(Self.name, by: parser), renamed) == judged)
    }

    @Test func placeBesideTheNameMayContradictIt() throws {
        let parser = try Words.parser()
        let known = NameFacts(Self.name, by: parser)
        let elsewhere = NameComparison.judge(NameFacts(Self.name, place: "通化市", by: parser), known)
        #expect(elsewhere.band == .ask && elsewhere.reasons.list.contains(.placeColumn))
        for place in ["吉林省辽源市", "辽源", "龙山区", "", "不知道"] {
            #expect(NameComparison.judge(NameFacts(Self.name, place: place, by: parser), known).band == .same)
        }
    }

    /// At least 0.99 of what is the same is said to be so or asked, and at most 0.01 of what is not is said to be the same.
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func hardPairsAreToldApart(seed: UInt64) throws {
        let parser = try Words.parser()
        var pairs = HardPairs(seed: seed)
        var counts: [String: Int] = [:]
        var wrong: [String] = []
        for number in 0..<4000 {
            let pair = number % 2 == 0 ? pairs.same() : pairs.different()
            let judged = NameComparison.judge(NameFacts(pair.one, by: parser), NameFacts(pair.other, by: parser))
            counts["\(pair.isSame) \(judged.band)", default: 0] += 1
            if pair.isSame ? judged.band == .different : judged.band == .same {
                wrong.append("\(pair.kind): \(pair.one) | \(pair.other)")
            }
        }
        let (same, ask) = (counts["true same"] ?? 0, counts["true ask"] ?? 0)
        #expect(Double(same + ask) >= 0.99 * 2000, "\(counts) \(wrong.prefix(5))")
        // A place that moved into brackets is always asked about: one kind of eight.
        #expect(Double(same) >= 0.8 * 2000, "\(counts)")
        #expect(Double(counts["false same"] ?? 0) <= 0.01 * 2000, "\(counts) \(wrong.prefix(5))")
        print("hard pairs, seed \(seed): \(counts)")
    }

    @Test func judgementIsSymmetricAndReflexive() throws {
        let parser = try Words.parser()
        var pairs = HardPairs(seed: 9)
        let names = (0..<150)
            .flatMap { _ in
                let pair = pairs.different()
                return [NameFacts(pair.one, by: parser), NameFacts(pair.other, by: parser)]
            }
        for one in names {
            #expect(NameComparison.judge(one, one).band == .same)
            for other in names { #expect(NameComparison.judge(one, other) == NameComparison.judge(other, one)) }
        }
    }

    @Test func neverTheSameUnderTwoCodes() throws {
        let parser = try Words.parser()
        var pairs = HardPairs(seed: 11)
        for _ in 0..<500 {
            let pair = pairs.same()
            let one = NameFacts(pair.one, code: Self.code, by: parser)
            #expect(
                NameComparison.judge(one, NameFacts(pair.other, code: Self.otherCode, by: parser)).band == .different
            )
            let byName = NameComparison.judge(NameFacts(pair.one, by: parser), NameFacts(pair.other, by: parser))
            let byCode = NameComparison.judge(one, NameFacts(pair.other, code: Self.code, by: parser))
            #expect(byCode.band == (byName.band == .different ? .ask : .same))
        }
    }

    @Test func everyReasonHasANameAndWordsOfItsOwn() {
        let all = MatchReason.allCases
        for words in all.map(\.words) {
            let said = words.zh + words.en
            #expect(
                !["限制", "设计决定", "limit", "decision"].contains { said.contains($0) },
                "a clerk knows none of our numbers: \(words)"
            )
        }
        #expect(Set(all.map(\.id)).count == all.count && all.count <= 32)
        #expect(Set(all.map(\.words)).count == all.count)
        for reason in all { #expect(reason.words.zh != reason.id && reason.words.en != reason.id) }
        #expect(MatchReasons(all.map { MatchReasons($0) }).list == all)
    }
}

import CreditModel
import CreditSearch
import CreditStore
import TestSupport
import Testing

/// People come with half a name heard on the phone: what has to be found all the same.
@Suite struct SpellingTests {
    /// Siblings and strangers around the one that is meant.
    private static let register = [
        "辽源市鑫源商贸有限公司", "辽源市鑫源商贸有限公司东丰分公司", "东丰县鑫源商贸有限公司", "吉林省鑫源商贸股份有限公司", "辽源市鑫源建筑工程有限公司",
        "辽源市金源商贸有限公司", "辽源市鑫泉商贸有限责任公司", "长春市宏远物流有限公司", "宏远（辽源）物流有限公司", "辽源绿野农业专业合作社",
        "TCL科技（辽源）有限公司", "重庆行家餐饮管理有限公司",
    ]

    private static func filled() async -> NameSearch {
        let names = Names()
        for (number, name) in register.enumerated() { await names.give(name, to: Int64(number + 1)) }
        return NameSearch(store: names, interval: 0, clock: Names.clock)
    }

    private static let cases: [(query: String, wanted: String, way: SearchHit.Way)] = [
        ("辽源市鑫源商贸有限公司", "辽源市鑫源商贸有限公司", .exactName),
        ("辽源市鑫源商贸", "辽源市鑫源商贸有限公司", .beginning),
        ("鑫源商贸有限公司", "东丰县鑫源商贸有限公司", .part),
        ("鑫源", "辽源市鑫源商贸有限公司", .part),
        ("绿野", "辽源绿野农业专业合作社", .part),
        // One character wrong, missing, too many, two swapped.
        ("辽源市鑫源商茂有限公司", "辽源市鑫源商贸有限公司", .similar),
        ("辽源市鑫原商贸有限公司", "辽源市鑫源商贸有限公司", .similar),
        ("辽源市源商贸有限公司", "辽源市鑫源商贸有限公司", .similar),
        ("辽源市鑫鑫源商贸有限公司", "辽源市鑫源商贸有限公司", .similar),
        ("辽源市源鑫商贸有限公司", "辽源市鑫源商贸有限公司", .similar),
        ("宏原物流", "宏远（辽源）物流有限公司", .similar),
        // Brackets, the place moved, blanks, width.
        ("鑫源（辽源）商贸有限公司", "辽源市鑫源商贸有限公司", .part),
        ("宏远物流", "宏远（辽源）物流有限公司", .beginning),
        ("宏远(辽源)物流有限公司", "宏远（辽源）物流有限公司", .exactName),
        ("辽源 绿野", "辽源绿野农业专业合作社", .beginning),
        ("绿 野 农 业", "辽源绿野农业专业合作社", .part),
        ("ＴＣＬ科技", "TCL科技（辽源）有限公司", .beginning),
        // Traditional characters.
        ("遼源市鑫源商貿有限公司", "辽源市鑫源商贸有限公司", .exactName),
        ("綠野農業", "辽源绿野农业专业合作社", .part),
        // Pinyin, every reading of a character, typed to the end or not.
        ("xinyuan shangmao", "辽源市鑫源商贸有限公司", .pinyin),
        ("xinyuanshangmao", "辽源市鑫源商贸有限公司", .pinyin),
        ("lvye", "辽源绿野农业专业合作社", .pinyin),
        ("luye", "辽源绿野农业专业合作社", .pinyin),
        ("chongqinghangjia", "重庆行家餐饮管理有限公司", .pinyin),
        ("hongyuan wul", "宏远（辽源）物流有限公司", .pinyin),
        ("tclkeji", "TCL科技（辽源）有限公司", .pinyin),
        // Initials.
        ("lysxysmyxgs", "辽源市鑫源商贸有限公司", .initials),
        ("lylynyzyhzs", "辽源绿野农业专业合作社", .initials),
        ("xysm", "辽源市鑫源商贸有限公司", .initials),
    ]

    @Test(arguments: cases.indices) func isFoundAmongItsSiblings(number: Int) async throws {
        let (query, wanted, way) = SpellingTests.cases[number]
        let hits = try await SpellingTests.filled().find(query, limit: 10, today: Names.today).hits
        let hit = try #require(hits.first { $0.name == wanted }, "\(query): \(hits.map(\.name))")
        #expect(hit.why == way, "\(query)")
        if way == .exactName { #expect(hits.first == hit) }
    }

    @Test func whatMatchedIsMarkedInTheNameThatMatched() async throws {
        let search = await SpellingTests.filled()
        for (query, marked) in [
            ("鑫源商贸", "鑫源商贸"), ("xinyuan", "鑫源"), ("lysxysm", "辽源市鑫源商贸"), ("綠野", "绿野"), ("辽源市鑫源商茂有限公司", "辽源市鑫源商有限公司"),
        ] {
            let hit = try #require(try await search.find(query, limit: 10, today: Names.today).hits.first)
            let characters = Array(hit.matchedName)
            #expect(hit.matched.map { String(characters[$0]) }.joined() == marked, "\(query)")
        }
    }

    @Test func nearerNamesComeBeforeFartherOnes() async throws {
        let search = await SpellingTests.filled()
        let hits = try await search.find("辽源市鑫源商贸有限公司", limit: 10, today: Names.today).hits
        #expect(hits.map(\.name).prefix(2) == ["辽源市鑫源商贸有限公司", "辽源市鑫源商贸有限公司东丰分公司"])
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
        #expect(hits.allSatisfy { (0...1).contains($0.score) })
    }

    /// Every part of every name, held against a plain look through all of them.
    @Test func everyPartOfAMadeUpNameIsFound() async throws {
        let words = ["辽", "源", "星", "河", "食品", "有限", "公司", "A", "b", "（", "）", "一"]
        let names = Names()
        let search = NameSearch(store: names, interval: 0, clock: Names.clock)
        var random = SplitMix(state: 3)
        var all: [String] = []
        for subject in 1...150 {
            let count = Int.random(in: 2...7, using: &random)
            let name = "名" + (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined()
            all.append(name)
            await names.give(name, to: Int64(subject))
        }
        func folded(_ text: String) -> String { text.uppercased().filter { !"（）".contains($0) } }
        for _ in 0..<200 {
            let name = all.randomElement(using: &random) ?? ""
            let start = Int.random(in: 0..<(name.count - 1), using: &random)
            let length = Int.random(in: 2...(name.count - start), using: &random)
            let part = String(Array(name)[start..<(start + length)])
            guard folded(part).count >= 2 else { continue }
            let expected = Set(all.filter { folded($0).contains(folded(part)) })
            let hits = try await search.find(part, limit: 1000, today: Names.today).hits
            let whole = hits.filter { [.exactName, .beginning, .part].contains($0.why) }
            #expect(Set(whole.map(\.name)).isSuperset(of: expected), "\(part)")
        }
    }
}

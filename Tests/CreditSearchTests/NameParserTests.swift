import CreditCatalogue
import CreditSearch
import Testing

/// All names are made up.
@Suite struct NameParserTests {
    struct Split: Sendable, CustomTestStringConvertible {
        let name: String
        let parts: [String]

        init(_ name: String, _ place: String, _ brand: String, _ trade: String, _ form: String, _ branch: String = "") {
            self.name = name
            parts = [place, brand, trade, form, branch]
        }

        var testDescription: String { name }
    }

    static let splits = [
        Split("辽源市鑫源商贸有限公司", "辽源市", "鑫源", "商贸", "有限公司"),
        Split("遼源市鑫源商貿有限責任公司", "辽源市", "鑫源", "商贸", "有限责任公司"),
        Split("鑫源（辽源）商贸有限公司", "辽源", "鑫源", "商贸", "有限公司"),
        Split("鑫源商贸(辽源)有限公司", "辽源", "鑫源", "商贸", "有限公司"),
        Split("辽源市鑫源（北方）商贸有限公司", "辽源市", "鑫源北方", "商贸", "有限公司"),
        Split("鑫源（集团）有限公司", "", "鑫源", "", "集团有限公司"),
        Split("吉林省辽源市东丰县鑫源种植专业合作社", "吉林省辽源市东丰县", "鑫源", "种植", "专业合作社"),
        Split("东丰鑫源种植专业合作社", "东丰", "鑫源", "种植", "专业合作社"),
        Split("长春市朝阳区鑫源小吃店", "长春市朝阳区", "鑫源", "小吃", "店"),
        Split("示远县鑫源粮油经销处", "示远县", "鑫源", "粮油", "经销处"),
        Split("鑫源超市有限公司", "", "鑫源", "超市", "有限公司"),
        Split("鑫源小区物业管理有限公司", "", "鑫源小区", "物业管理", "有限公司"),
        Split("长春堂药店", "", "长春堂", "", "药店"),
        Split("辽源市鑫源商贸有限公司第一分公司", "辽源市", "鑫源", "商贸", "有限公司", "第一分公司"),
        Split("辽源市鑫源商贸有限公司人民大街店", "辽源市", "鑫源", "商贸", "有限公司", "人民大街店"),
        Split("鑫源超市二分店", "", "鑫源", "超市", "", "二分店"),
        Split("龙山区福镇街道办事处", "龙山区", "福镇", "", "街道办事处"),
        Split("鑫源创业投资合伙企业（有限合伙）", "", "鑫源", "创业投资", "合伙企业有限合伙"),
        Split("中新能源科技有限公司", "", "中新", "能源科技", "有限公司"),
        Split("辽源市粮油有限公司", "辽源市", "", "粮油", "有限公司"),
        Split("大连鑫源贸易商行", "大连", "鑫源", "贸易", "商行"),
        Split("鑫源（辽源）创意捞网有限公司", "辽源", "鑫源", "创意捞网", "有限公司"),
        Split("示县鑫源商贸有限公司", "示县", "鑫源", "商贸", "有限公司"),
        Split("示远试言族自治县鑫源实业发展有限公司", "示远试言族自治县", "鑫源", "实业发展", "有限公司"),
        Split("鑫源（辽源）有限公司", "辽源", "鑫源", "", "有限公司"),
        Split("鑫源（辽源市）商贸有限公司", "辽源市", "鑫源", "商贸", "有限公司"),
        Split("鑫源达（辽源市龙山区）商贸有限公司", "辽源市龙山区", "鑫源达", "商贸", "有限公司"),
        Split("鑫源（示远县）商贸有限公司", "示远县", "鑫源", "商贸", "有限公司"),
        Split("虚白", "", "虚白", "", ""),
        Split("", "", "", "", ""),
    ]

    @Test(arguments: splits) func nameIsTakenApart(split: Split) throws {
        let parts = try Words.parser().parts(of: split.name)
        let found = [parts.place, parts.brand, parts.trade, parts.form, parts.branch].map { parts.text($0) }
        #expect(found == split.parts)
    }

    @Test(arguments: ["鑫源（辽源）商贸有限公司", "鑫源商贸（东丰县）有限公司"]) func placeInBracketsIsSaidToBeInside(name: String) throws {
        #expect(try Words.parser().parts(of: name).isPlaceInside)
    }

    @Test func partsNeverOverlapAndCoverTheName() throws {
        let parser = try Words.parser()
        var names = HardPairs(seed: 7)
        for _ in 0..<2000 {
            let parts = parser.parts(of: names.name().text)
            let ranges = [parts.place, parts.brand, parts.trade, parts.form, parts.branch].filter { !$0.isEmpty }
                .sorted { $0.lowerBound < $1.lowerBound }
            #expect(ranges.map(\.count).reduce(0, +) == parts.units.count, "\(parts.text(0..<parts.units.count))")
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        }
    }

    @Test func districtOfTheCityIsNotTheCityOfThatName() throws {
        let parser = try Words.parser()
        #expect(parser.place(of: "西安区") != parser.place(of: "西安"))
        #expect(parser.place(of: "西安区").city == parser.place(of: "辽源市").city)
        #expect(parser.place(of: "辽源") == parser.place(of: "吉林省辽源市"))
        #expect(parser.place(of: "吉林").isUnclear && !parser.place(of: "吉林市").isUnclear)
    }

    @Test func withoutWordsANameIsABrand() {
        let parts = NameParser(.none, city: nil).parts(of: "辽源市鑫源商贸有限公司")
        #expect(parts.text(parts.brand) == "辽源市鑫源商贸有限公司")
    }
}

import CreditSearch
import Testing

@Suite struct NameSiblingsTests {
    /// How each name stands: what differs, the characters that say so, `<n` the place of its parent.
    private func standings(_ names: String?...) throws -> [String] {
        zip(names, NameSiblings(names, by: try Words.parser()).standings)
            .map { name, standing in
                guard let name, let standing else { return "-" }
                let characters = Array(name)
                let told = standing.told.map { String(characters[$0]) }.joined(separator: "|")
                let words = standing.differences.map(\.rawValue).joined(separator: ",")
                return "\(standing.isFirst ? "1st of \(standing.others + 1): " : "")\(words) \(told)"
                    + (standing.parent.map { " <\($0)" } ?? "")
            }
    }

    @Test func placeFormAndTradeAreToldApartAndNamesOfOtherBrandsLeftAlone() throws {
        #expect(
            try standings(
                "长春市鑫源商贸有限公司",
                "四平市鑫源商贸有限公司",
                "长春市鑫源商贸股份有限公司",
                "长春市鑫源建筑有限公司",
                "长春市金泰商贸有限公司"
            ) == [
                "1st of 4: place,trade,form 长春市|商贸|有限公司", "place 四平市", "form 股份有限公司", "trade 建筑", "-",
            ]
        )
    }

    @Test func aPlaceInBracketsOrLeftOutIsAnotherPlace() throws {
        #expect(
            try standings("鑫源（长春）商贸有限公司", "鑫源商贸有限公司", "鑫源（四平）商贸有限公司") == [
                "1st of 3: place 长春", "place ", "place 四平",
            ]
        )
    }

    @Test func aBranchIsToldFromItsParentWhicheverComesFirst() throws {
        let (parent, branch) = ("长春市鑫源商贸有限公司", "长春市鑫源商贸有限公司四平分公司")
        #expect(try standings(parent, branch) == ["1st of 2: branch ", "branch 四平分公司 <0"])
        #expect(try standings(branch, parent) == ["1st of 2: branch 四平分公司 <1", "branch "])
        #expect(try standings("长春市鑫源商贸股份有限公司", branch) == ["1st of 2: form,branch 股份有限公司", "form,branch 有限公司|四平分公司"])
    }

    @Test func equalNamesDifferByCodeAndSpellingsSaySo() throws {
        #expect(
            try standings("长春市鑫源商贸有限公司", "长春市鑫源商贸有限公司", "长春市鑫源商贸有限责任公司") == [
                "1st of 3: spelling,code ", "code ", "spelling ",
            ]
        )
    }

    @Test func whatIsLeftOutIsComparedWithNothing() throws {
        #expect(try standings("长春市鑫源商贸有限公司", nil) == ["-", "-"])
        #expect(NameSiblings([], by: try Words.parser()).standings.isEmpty)
    }

    @Test(arguments: [("鑫泉", "xinquan"), ("长春", nil), ("鑫A", nil), ("", nil)] as [(String, String?)])
    func pinyinIsSureOnlyWhereEveryCharacterHasOneReading(text: String, pinyin: String?) {
        #expect(Pinyin.sure(text) == pinyin)
    }
}

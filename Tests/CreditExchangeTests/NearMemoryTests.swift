import CreditCatalogue
import CreditModel
import TestSupport
import Testing

@testable import CreditExchange

@Suite("What is remembered of the numbers of a file")
struct NearMemoryTests {
    private func record(_ spelt: String, of number: Int = 0) -> CreditRecord {
        let decided = day("2026-06-29")
        return CreditRecord(
            item: "penalty",
            subject: SubjectKeys(
                name: "测试有限公司",
                creditCode: nil,
                registrationNumber: String(220_400_000_000_000 + number)
            ),
            bearing: .neutral(nil),
            decidedOn: decided,
            validFrom: nil,
            validUntil: nil,
            fields: FieldMap([.init(id: "docNumber", value: .text(spelt))])
        )
    }

    private func memory(limit: Int = 500_000) throws -> NearNumbers {
        NearNumbers(try #require(try Folders.city.get().item("penalty")), limit: limit)
    }

    @Test("Of any two spellings, in either order, the later finds the earlier as it was sent")
    func anyOrder() throws {
        let spellings = [
            "测罚字〔2026〕7号", "测罚〔2026〕7号", "测罚字[2026]07号", "测罚字第7号", "测 罚 2026 第七号", "测罚（2026）7",
        ]
        for one in spellings {
            for other in spellings {
                var memory = try memory()
                #expect(memory.find(record(one), row: 2) == nil)
                #expect(memory.find(record(one), row: 3) == nil, "the same words again are no other spelling")
                let found = memory.find(record(other), row: 4)
                #expect(found == (one == other ? nil : NearNumbers.Finding(row: 2, text: one)), "\(one) \(other)")
            }
        }
    }

    @Test("Codes, several numbers and no number at all")
    func otherShapes() throws {
        var memory = try memory()
        let texts = [
            "JY1220", "jy 1220", "测许〔2026〕1号、2号", "测许[2026]1号；测许[2026]2号", "测许[2026]1号", "无号", "无 号", "测许7号",
            "测许〔2025〕7号", "测许〔2026〕7号",
        ]
        let found = texts.enumerated().map { memory.find(record($1), row: $0)?.row }
        #expect(found == [nil, 0, nil, 2, nil, nil, nil, nil, 7, 7])
    }

    @Test("Beyond its limits nothing new is remembered, and what is remembered is found")
    func limits() throws {
        let limit = 3000
        var memory = try memory(limit: limit)
        for number in 0..<(limit + 100) { _ = memory.find(record("测罚字〔2026〕7号", of: number), row: number) }
        #expect(memory.find(record("测罚字[2026]7号", of: 5), row: -1)?.row == 5)
        #expect(memory.find(record("测罚字[2026]7号", of: limit - 1), row: -1)?.row == limit - 1)
        #expect(memory.find(record("测罚字[2026]7号", of: limit + 50), row: -1) == nil)
        #expect(memory.find(record("测罚字【2026】7号", of: limit + 50), row: -1) == nil)
    }
}

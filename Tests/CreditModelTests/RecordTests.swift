import CreditModel
import TestSupport
import Testing

@Suite struct RecordTests {
    @Test func documentWithoutNumberOrAuthorityIsNone() throws {
        let day = try #require(Day(iso: "2026-07-04"))
        #expect(DecisionDocument(number: "", authority: "某局", decidedOn: day) == nil)
        #expect(DecisionDocument(number: "1号", authority: "", decidedOn: day) == nil)
        let document = try #require(DecisionDocument(number: "1号", authority: "某局", decidedOn: day))
        #expect(CreditRecord.Bearing.adverse(document).polarity == .adverse)
        #expect(CreditRecord.Bearing.adverse(document).document == document)
        #expect(CreditRecord.Bearing.neutral(nil).document == nil)
        #expect(CreditRecord.Bearing.favourable(document).polarity == .favourable)
    }

    @Test func nameAloneIsNoStrongKey() throws {
        #expect(!SubjectKeys(name: "某公司", creditCode: nil).hasStrongKey)
        #expect(SubjectKeys(name: "某公司", creditCode: CreditCode("91220402MA0TEWT1X6")).hasStrongKey)
        #expect(SubjectKeys(name: "某公司", creditCode: nil, registrationNumber: "220400000000018").hasStrongKey)
        #expect(SubjectKeys(name: "某公司", creditCode: nil, organisationCode: "D2143569X").hasStrongKey)
    }

    @Test func fieldsStandInCanonicalOrderHoweverTheyCome() {
        let ids = ["name", "fine", "kinds", "decidedOn", "authority", "a", "zz", "code"]
        var random = SplitMix(state: 11)
        for _ in 0..<50 {
            let map = FieldMap(ids.shuffled(using: &random).map { .init(id: $0, value: .text($0)) })
            #expect(map.fields.map(\.id) == ids.sorted(by: CBORWriter.precedes))
        }
    }

    @Test func fieldIsReplacedAndRemovedUnderItsId() {
        var map = FieldMap([.init(id: "name", value: .text("甲")), .init(id: "name", value: .text("乙"))])
        #expect(map.fields.count == 1 && map.text("name") == "乙")
        map["kinds"] = .choices(["警告", "罚款"])
        #expect(map.text("kinds") == "警告、罚款" && map.choices("kinds").count == 2)
        map["name"] = nil
        map["nothing"] = nil
        #expect(map.fields.map(\.id) == ["kinds"])
        #expect(map.day("kinds") == nil && map.amount("kinds") == nil && map.text("name") == nil)
    }
}

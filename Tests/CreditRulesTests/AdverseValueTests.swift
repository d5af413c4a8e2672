import CreditCatalogue
import CreditModel
import CreditRules
import Foundation
import TestSupport
import Testing

/// Values and grades that speak against their subject in items that do not (limits 2, 5 and 10).
@Suite("Values that speak against their subject")
struct AdverseValueTests {
    /// What an item says of publication, a record's values, and what is to come of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let item: String
        let result: String
        let until: String?
        let ground: Disclosure.Ground
        let last: String?
        var testDescription: String { "\(item) | \(result) | \(until ?? "") -> \(ground)" }

        init(_ item: String, _ result: String, until: String? = nil, _ ground: Disclosure.Ground, _ last: String?) {
            self.item = item
            self.result = result
            self.until = until
            self.ground = ground
            self.last = last
        }
    }

    private static let byValidity = "publication: validity"
    private static let tiered = "publication: validity, tiers: {songxi-1: general}"

    static let results = [
        Case(tiered, "合格", until: "2099-12-31", .validity, "2099-12-31"),
        Case(tiered, "不合格", until: "2099-12-31", .tier, "2027-03-02"),
        Case(tiered, "不合格", until: "2026-12-31", .tier, "2026-12-31"),
        Case(tiered, "不合格", .tier, "2027-03-02"),
        Case(byValidity, "不合格", until: "2099-12-31", .adverseWithoutTier, nil),
        Case(byValidity, "合格", until: "2026-12-31", .validity, "2026-12-31"),
        Case("publication: validity, tiers: {songxi-1: minor}", "不合格", .minor, nil),
        Case("publication: validity, tiers: {songxi-1: [minor, serious]}", "不合格", .undetermined, nil),
        Case("publication: standing, tiers: {songxi-1: general}", "不合格", .tier, "2027-03-02"),
        Case("publication: standing", "不合格", .adverseWithoutTier, nil),
        Case("publication: standing", "合格", .standing, nil),
        Case("publication: standing, atMostMonths: 6", "合格", .standing, "2026-09-02"),
        Case(byValidity + ", atMostMonths: 6", "合格", until: "2099-12-31", .validity, "2026-09-02"),
        Case(tiered + ", atMostMonths: 6", "不合格", until: "2099-12-31", .tier, "2026-09-02"),
        Case("publication: restricted, atMostMonths: 6", "不合格", .restricted, nil),
    ]

    @Test("A bad result is shown by the item's tier or not at all, whatever day its sender wrote", arguments: results)
    func result(_ tried: Case) throws {
        let catalogue = try AdverseValueTests.catalogue(tried.item)
        let fields = FieldMap([.init(id: "result", value: .choices([tried.result]))])
        let facts = try Facts.record("water-check", validUntil: tried.until, fields: fields)
        let judged = publication(of: facts, catalogue: catalogue)
        #expect(judged.ground == tried.ground)
        #expect(judged.window?.until == tried.last.flatMap { Day(iso: $0) })
        let isHidden = [.minor, .undetermined, .adverseWithoutTier, .restricted].contains(tried.ground)
        #expect((judged.window == nil) == isHidden)
    }

    @Test("A tier that a named officer decided is shown as long as the rule says, no longer than the record holds")
    func decidedTier() throws {
        let catalogue = try AdverseValueTests.catalogue("publication: validity, tiers: {songxi-1: [minor, serious]}")
        let fields = FieldMap([.init(id: "result", value: .choices(["不合格"]))])
        let facts = try Facts.record("water-check", validUntil: "2099-12-31", fields: fields, decidedTier: .serious)
        #expect(publication(of: facts, catalogue: catalogue).window?.until == Day(iso: "2029-03-02"))
    }

    @Test(
        "A bad grade of the edition of its day is shown by tier; the same letter elsewhere is not bad",
        arguments: [
            ("C", "2021-01-05", Disclosure.Ground.tier, "2022-01-05"), ("C", "2020-01-05", .validity, "2099-12-31"),
            ("A", "2021-01-05", .validity, "2099-12-31"),
        ]
    )
    func grade(code: String, decided: String, ground: Disclosure.Ground, last: String) throws {
        let catalogue = try AdverseValueTests.catalogue(AdverseValueTests.byValidity)
        let fields = FieldMap([.init(id: "grade", value: .text(code))])
        let facts = try Facts.record("water-class", decided: decided, validUntil: "2099-12-31", fields: fields)
        let judged = publication(of: facts, catalogue: catalogue)
        #expect(judged.ground == ground && judged.window?.until == Day(iso: last))
    }

    static let rows = [
        RowCase([:], [], "admitted"),
        RowCase(["docNumber": ""], [], "admitted"),
        RowCase(["result": "不合格"], [], "admitted"),
        RowCase(["result": "不合格", "docNumber": ""], ["docNumber:document-missing"], "refused"),
        RowCase(["result": "不合格", "docNumber": "无"], ["docNumber:document-missing"], "refused"),
        RowCase(["result": "不合格", "authority": ""], ["authority:document-missing"], "refused"),
        RowCase(["result": "合格", "authority": ""], [], "admitted"),
    ]

    @Test("A row with a bad value needs its document and authority", arguments: rows)
    func row(_ tried: RowCase) throws {
        let catalogue = try AdverseValueTests.catalogue(AdverseValueTests.tiered)
        var sheet = try CheckedSheet("water-check", in: catalogue, receivedOn: day("2026-03-05"))
        sheet.clean = [
            "name": "松溪造纸厂", "code": try MadeUp.code("91"), "docNumber": "松水〔2022〕1号", "decidedOn": "2022-01-05",
            "authority": "松溪市水务局", "result": "合格",
        ]
        let checked = sheet.check(tried.changes)
        #expect(checked.marks == tried.marks && checked.outcome.word == tried.outcome, "\(checked.marks)")
    }

    @Test(
        "An item with bad values says where their document stands, and its tiers are of rules there are",
        arguments: [
            ("roles: {}", "documentNumber"), ("publication: standing, tiers: {no-rule: general}", "no-rule"),
            ("publication: restricted, tiers: {songxi-1: general}", "tiers"),
        ]
    )
    func isRefused(change: String, says: String) throws {
        let isBare = change.hasPrefix("roles")
        let error = #expect(throws: CatalogueError.self) {
            try AdverseValueTests.catalogue(isBare ? AdverseValueTests.byValidity : change, isBare: isBare)
        }
        #expect(error?.problems.contains { $0.what.zh.contains(says) } == true, "\(String(describing: error))")
    }

    /// The sector city with an item of results, whose publication is as said, and one of grades.
    private static func catalogue(_ publication: String, isBare: Bool = false) throws -> Catalogue {
        let scratch = try ScratchFolder()
        let folder = scratch.file("catalogue")
        try SectorCity.lay(into: folder)
        // From flow to block: the keys stand one a line.
        let keys = publication.replacing(", tiers", with: "\n    tiers").replacing(", atMost", with: "\n    atMost")
        let document =
            isBare
            ? ", without: [docNumber]"
            : ", with: {docNumber: {requirement: optional}, authority: {requirement: optional}}"
        let text = template.replacing("PUBLICATION", with: keys).replacing("DOCUMENT", with: document)
            .replacing("KEY", with: isBare ? "decidedOn" : "docNumber")
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/sectors/3.1-results.yaml"))
        return try CatalogueLoader.load(from: folder)
    }

    private static let template = """
        clause: "3.1"
        lists:
          - id: results
            name: {zh: 结论, en: Result}
            values:
              - {text: 合格, english: Conforms}
              - {text: 不合格, english: Does not conform, means: adverse}
        schemes:
          - id: water-class
            name: {zh: 用水分类, en: Classes}
            editions:
              - id: "old"
                name: {zh: 旧办法, en: Old}
                from: 2017-01-01
                until: 2020-12-31
                legalBasis: [water-law]
                grades: [{code: C, name: {zh: 丙, en: Third}, meaning: {zh: 尚可, en: Fair}}]
              - id: "new"
                name: {zh: 新办法, en: New}
                from: 2021-01-01
                legalBasis: [water-law]
                grades:
                  - {code: A, name: {zh: 甲, en: First}, meaning: {zh: 好, en: Good}}
                  - {code: C, name: {zh: 丙, en: Third}, meaning: {zh: 差, en: Bad}, adverse: yes}
        items:
          - id: water-check
            name: {zh: 用水检查, en: Inspection}
            purpose: {zh: 定期公布评价结果, en: Publish the result}
            section: water
            polarity: neutral
            standing: open
            legalBasis: [water-law]
            sources: [{function: water}]
            subjectKinds: all
            keyFields: [KEY]
            PUBLICATION
            fields:
              - {use: user}
              - {use: decisionDOCUMENT}
              - {id: result, heading: 检查结论, label: Result, meaning: {zh: 结论, en: Result}, type: choice, list: results, maxLength: 10, requirement: required, disclosure: public}
              - {id: until, heading: 结论有效期至, label: Valid until, meaning: {zh: 截止日, en: Last day}, type: day, maxLength: 20, requirement: optional, disclosure: public}
            roles: {validUntil: until}
          - id: water-class
            name: {zh: 用水类别, en: Class}
            purpose: {zh: 定期公布评价结果, en: Publish the result}
            section: water
            polarity: neutral
            standing: open
            legalBasis: [water-law]
            sources: [{function: water}]
            subjectKinds: [enterprise]
            content: grade
            scheme: water-class
            keyFields: [decidedOn]
            publication: validity
            tiers: {songxi-1: general}
            fields:
              - {use: user}
              - {use: decision}
              - {id: grade, heading: 类别等级, label: Class, meaning: {zh: 结论, en: Result}, type: grade, maxLength: 10, requirement: required, disclosure: public}
              - {id: until, heading: 类别有效期至, label: Valid until, meaning: {zh: 截止日, en: Last day}, type: day, maxLength: 20, requirement: required, disclosure: public}
            roles: {grade: grade, validUntil: until}

        """
}

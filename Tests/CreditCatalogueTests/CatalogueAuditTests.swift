import CreditCatalogue
import CreditModel
import TestSupport
import Testing

/// What a catalogue lacks is found, each with its place; a sound one lacks nothing.
@Suite("Gaps of a catalogue")
struct CatalogueAuditTests {
    struct Gap: Sendable, CustomTestStringConvertible {
        let kind: CatalogueGap.Kind
        let broken: SectorBreak
        var testDescription: String { "\(kind.rawValue): \(broken.what)" }

        init(_ kind: CatalogueGap.Kind, _ broken: SectorBreak) {
            self.kind = kind
            self.broken = broken
        }
    }

    private static let grade = SectorProblemTests.grade
    private static let readers = SectorProblemTests.readers

    private static let burst = """
          - id: water-burst
            name: {zh: 爆管通报, en: Notice of bursts}
            purpose: {zh: 定期公布评价结果, en: Publish the result}
            section: water
            polarity: neutral
            standing: open
            legalBasis: [water-law]
            subjectKinds: all
            keyFields: [docNumber]
            publication: standing
            fields: [{use: user}, {use: decision}]

        """

    static let gaps = [
        Gap(
            .layoutsAlike,
            SectorBreak("layouts", grade, "", into: burst, at: "id: water-burst", says: "water-leak")
        ),
        Gap(
            .meaningMissing,
            SectorBreak("blank in English", grade, "en: The result", into: "en: \" \"", at: "评价结果, en", says: "英文含义")
        ),
        Gap(
            .meaningMissing,
            SectorBreak("Chinese in English", grade, "en: The result", into: "en: 评价结果", at: "评价结果, en", says: "英文含义")
        ),
        Gap(
            .meaningMissing,
            SectorBreak(
                "English in Chinese",
                grade,
                "{zh: 评价结果, en: The result}",
                into: "{zh: The result, en: The result}",
                at: "zh: The result",
                says: "中文含义"
            )
        ),
        Gap(
            .meaningMissing,
            SectorBreak(
                "in a block",
                "blocks.yaml",
                "en: Full name}, type: text",
                into: "en: 全称}, type: text",
                at: "en: 全称",
                says: "“name”"
            )
        ),
        Gap(
            .exampleWrong,
            SectorBreak(
                "example",
                "sectors/water.yaml",
                "list: meter-kinds",
                into: "list: meter-kinds\n        example: 水表",
                at: "example: 水表",
                says: "“水表”"
            )
        ),
        Gap(
            .personPublic,
            SectorBreak(
                "name of a person",
                "sectors/water.yaml",
                "heading: 用水单位",
                into: "heading: 用水人姓名",
                at: "heading: 用水人姓名",
                says: "自然人的信息"
            )
        ),
        Gap(
            .basisUndated,
            SectorBreak("law", "laws.yaml", "    since: 2016-05-01\n", into: "", at: "- id: water-law", says: "松溪市供水条例")
        ),
        Gap(
            .basisUndated,
            SectorBreak(
                "written out",
                grade,
                "legalBasis: [grade-rules]\n    sources",
                into: "legalBasis: [{title: {zh: 某令, en: Some order}}]\n    sources",
                at: "某令",
                says: "某令"
            )
        ),
        Gap(
            .yearsOverlap,
            SectorBreak(
                "a source twice",
                grade,
                "[{department: water-bureau,",
                into: "[water-office, {department: water-bureau,",
                at: "sources: [water-office,",
                says: "water-office"
            )
        ),
        Gap(
            .yearsOverlap,
            SectorBreak(
                "a law twice",
                "laws.yaml",
                "title: {zh: 个人信息保护法",
                into: "title: {zh: 松溪市供水条例",
                at: "since: 2021-11-01",
                says: "water-law"
            )
        ),
        Gap(
            .noSender,
            SectorBreak(
                "years that never were",
                grade,
                "sources: [{department: water-bureau, until: 2018-12-31}, {department: water-office, from: 2019-01-01}]",
                into: "sources: [{department: water-office, until: 2018-12-31}]",
                at: "sources: [{department",
                says: "water-leak"
            )
        ),
        Gap(
            .noSender,
            SectorBreak(
                "a function of nobody who sends",
                "functions.yaml",
                "[water-office, {department: water-bureau, until: 2018-12-31}]",
                into: "[upstream-government]",
                at: "sources: [{function",
                says: "water-grade",
                place: grade
            )
        ),
        Gap(
            .listUnused,
            SectorBreak(
                "list",
                "codelists.yaml",
                "",
                into: "  - {id: spare, name: {zh: 备用, en: Spare}, values: [{text: 一, english: One}]}\n",
                at: "id: spare",
                says: "spare"
            )
        ),
        Gap(
            .clauseUnserved,
            SectorBreak(
                "clause",
                "clauses.yaml",
                "    withoutItems: {zh: 宣传不产生信用信息, en: Publicity makes no records}\n",
                into: "",
                at: "- id: \"4.2\"",
                says: "4.2"
            )
        ),
        Gap(
            .clauseUnknown,
            SectorBreak(
                "clause",
                readers,
                "    section: water",
                into: "    clauses: [\"4.1\", \"4.7\"]\n    section: water",
                at: "\"4.7\"",
                says: "4.7"
            )
        ),
        Gap(
            .groundMissing,
            SectorBreak(
                "item",
                readers,
                "    withheld: personal-information\n",
                into: "",
                at: "publication: restricted",
                says: "meter-reader"
            )
        ),
        Gap(
            .groundMissing,
            SectorBreak(
                "field of a block",
                "blocks.yaml",
                ", withheld: personal-information",
                into: "",
                at: "- {use: user}",
                says: "phone",
                place: grade
            )
        ),
        Gap(
            .groundMissing,
            SectorBreak(
                "type without a ground",
                "disclosure.yaml",
                "types: [amount]",
                into: "types: []",
                at: "disclosure: shared",
                says: "deposit",
                place: "sectors/water.yaml"
            )
        ),
        Gap(
            .wordsNotInPlan,
            SectorBreak("purpose", grade, "定期公布评价结果(每年一次), en", into: "定期公开评价结果, en", at: "定期公开", says: "定期公开评价结果")
        ),
    ]

    @Test("A sound catalogue has none, and its pending values are counted")
    func sound() throws {
        let audit = CatalogueAudit(try SectorCity.catalogue.get())
        #expect(audit.gaps.map { $0.text(in: .zh) } == [])
        #expect(audit.pending == 3, "a law, an edition and its article")
        #expect(
            try SectorCity.catalogue.get().item("water-grade").map(try SectorCity.catalogue.get().pendingCount) == 1
        )
    }

    @Test("It is found with its place", arguments: gaps)
    func isFound(gap: Gap) throws {
        let (scratch, folder, line) = try gap.broken.made()
        defer { withExtendedLifetime(scratch) {} }
        let audit = CatalogueAudit(try CatalogueLoader.load(from: folder))
        let found = audit.gaps.contains {
            $0.kind == gap.kind && $0.file == gap.broken.place && $0.line == line
                && $0.what.zh.contains(gap.broken.says) && !$0.what.en.isEmpty && !$0.remedy.en.isEmpty
        }
        #expect(found, "\(line): \(audit.gaps.map { "\($0.kind) " + $0.text(in: .zh) }.joined(separator: "\n"))")
    }

    @Test("Every kind of gap is tried")
    func isComplete() {
        #expect(Set(Self.gaps.map(\.kind)) == Set(CatalogueGap.Kind.allCases))
    }

    @Test("The city's own catalogue names the place of every gap")
    func places() throws {
        for gap in CatalogueAudit(try Folders.city.get()).gaps { #expect(!gap.file.isEmpty && gap.line != nil) }
    }
}

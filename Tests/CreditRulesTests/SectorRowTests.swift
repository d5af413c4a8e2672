import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

/// Rows of items with a grading scheme, with kinds of subject, and with sources of some years.
@Suite("Grades, kinds of subject and years of sources")
struct SectorRowTests {
    private func sheet(_ item: String, from source: String? = nil) throws -> CheckedSheet {
        var sheet = try CheckedSheet(item, in: SectorCity.catalogue.get(), receivedOn: day("2026-03-05"))
        sheet.source = source.flatMap { sheet.catalogue.departments[$0] }
        sheet.clean = [
            "name": "松溪造纸厂", "code": try MadeUp.code("91"), "grade": "AA", "docNumber": "松水〔2022〕1号",
            "decidedOn": "2022-01-05", "authority": "松溪市水务局", "until": "2026-12-31",
        ]
        return sheet
    }

    static let grades = [
        (cell: "AA", decided: "2022-01-05", kept: "AA"), ("优秀", "2022-01-05", "AA"), ("ＡＡ", "2022-01-05", "AA"),
        ("aa", "2022-01-05", "AA"), (" B ", "2021-01-01", "B"), ("A", "2020-12-31", "A"), ("Ａ级", "2019-01-01", "A"),
        ("D级", "2019-05-05", "D"),
    ]

    @Test("A code or a name of the day's edition is kept as the code", arguments: grades)
    func gradeIsKept(cell: String, decided: String, kept: String) throws {
        let checked = try sheet("water-grade").check(["grade": cell, "decidedOn": decided])
        #expect(!checked.marks.contains { $0.contains("grade-not-in-scheme") }, "\(checked.marks)")
        #expect(checked.record?.fields["grade"] == .text(kept), "\(checked.marks)")
    }

    @Test(
        "A grade of another edition, of another sector or of none is refused, with those there are",
        arguments: [
            ("AA", "2020-12-31"), ("A", "2021-01-01"), ("AAA", "2022-01-05"), ("95", "2022-01-05"), ("A", "2016-12-31"),
        ]
    )
    func gradeIsRefused(cell: String, decided: String) throws {
        let checked = try sheet("water-grade").check(["grade": cell, "decidedOn": decided])
        #expect(checked.outcome.word == "refused" && checked.marks.contains("grade:grade-not-in-scheme"))
        let fault = try #require(checked.faults.first { $0.code == .gradeNotInScheme })
        #expect(
            decided == "2016-12-31"
                ? fault.detail?.zh == "这一天没有适用的评价办法"
                : fault.detail?.zh.contains("级") == true || fault.detail?.zh.contains("优秀") == true
        )
    }

    @Test(
        "A subject of a kind that the item is not about is refused",
        arguments: [
            ("91", "", true), ("12", "", true), ("92", "", false), ("11", "", false), ("", "个体户", false),
            ("91", "个体户", false), ("91", "法人", true), ("98", "", true), ("98", "法人", true), ("98", "个体户", false),
        ]
    )
    func kinds(prefix: String, category: String, holds: Bool) throws {
        let code = prefix.isEmpty ? "" : try MadeUp.code(prefix)
        let checked = try sheet("water-grade").check(["code": code, "kind": category])
        let isTold = checked.faults.contains { $0.code == .subjectKind }
        #expect(isTold == !holds, "\(checked.marks)")
        if isTold { #expect(checked.outcome.word == "refused") }
    }

    @Test("An item about everybody asks nothing")
    func everybody() throws {
        let checked = try sheet("water-leak").check(["code": try MadeUp.code("92")])
        #expect(!checked.faults.contains { $0.code == .subjectKind })
    }

    @Test(
        "A decision outside the years of its source is taken in with a warning that names who answered",
        arguments: [
            ("water-office", "2019-01-01", false), ("water-office", "2018-12-31", true),
            ("water-bureau", "2018-12-31", false), ("water-bureau", "2019-01-01", true),
        ]
    )
    func years(source: String, decided: String, isWarned: Bool) throws {
        let checked = try sheet("water-leak", from: source)
            .check(["decidedOn": decided, "authority": decided < "2019" ? "松溪市水利局" : "松溪市水务局"])
        #expect(checked.faults.contains { $0.code == .sourceOutsideYears } == isWarned, "\(checked.marks)")
        #expect(checked.outcome.word == "admitted", "\(checked.marks)")
        guard isWarned else { return }
        let other = source == "water-office" ? "松溪市水利局" : "松溪市水务局"
        #expect(checked.faults.first { $0.code == .sourceOutsideYears }?.detail?.zh == other)
    }
}

/// Publication by an item's own tier, a sector's own longest time, and grades that are not shown.
@Suite("What sectors say of publication")
struct SectorDisclosureTests {
    private let catalogue: Catalogue

    init() throws { catalogue = try SectorCity.catalogue.get() }

    @Test("An item's tier is shown until the sector's own longest time, or the rule's where that is earlier")
    func itemTier() throws {
        let judged = publication(of: try Facts.record("water-leak", decided: "2026-03-02"), catalogue: catalogue)
        #expect(judged.tier == .general && judged.ground == .tier)
        #expect(judged.window?.until == Day(iso: "2026-09-02"))
    }

    @Test(
        "A grade that the scheme does not show is not shown, nor one that its edition does not know",
        arguments: [
            ("A", "2018-01-05", true), ("D", "2018-01-05", false), ("AA", "2022-01-05", true),
            ("B", "2022-01-05", false), ("A", "2022-01-05", false), ("", "2022-01-05", false),
        ]
    )
    func grade(code: String, decided: String, isShown: Bool) throws {
        var fields = FieldMap()
        if !code.isEmpty { fields["grade"] = .text(code) }
        let facts = try Facts.record("water-grade", decided: decided, validUntil: "2026-12-31", fields: fields)
        let judged = publication(of: facts, catalogue: catalogue)
        #expect((judged.window != nil) == isShown)
        #expect(judged.ground == (isShown ? .validity : .gradeNotShown))
    }
}

import CreditCatalogue
import CreditFiles
import CreditModel
import CreditRules
import CreditStore
import TestSupport
import Testing

/// Grades are told by the names that the edition of their day gives them, and only where the edition shows them.
@Suite("Grades in public files")
struct SectorEntryTests {
    private func entry(grade: String, decided: String, of kind: SubjectKind = .enterprise) async throws -> FileEntry? {
        let today = try #require(Day(iso: "2026-07-04"))
        let day = try #require(Day(iso: decided))
        let subject = Subject(
            id: 1,
            code: "91220402MA0TEWT1X6",
            registrationNumber: nil,
            kind: kind,
            name: "示例",
            formerNames: [],
            division: "999901",
            address: nil,
            established: nil,
            status: nil
        )
        let record = CreditRecord(
            item: "water-grade",
            subject: SubjectKeys(name: "示例", creditCode: CreditCode("91220402MA0TEWT1X6")),
            bearing: .neutral(nil),
            decidedOn: day,
            validFrom: nil,
            validUntil: Day(iso: "2026-12-31"),
            fields: FieldMap([FieldMap.Field(id: "grade", value: .text(grade))])
        )
        let stored = StoredRecord(
            id: 1,
            sequence: 101,
            subject: 1,
            facts: RecordFacts(record: record, receivedOn: day, standing: .current, decidedTier: nil),
            source: "water-office",
            receivedAt: Instant(microseconds: 0),
            submission: "S-1",
            row: 2
        )
        let desk = FileDesk(catalogue: try SectorCity.catalogue.get(), store: Shelf(subject: subject, kept: [stored]))
        return try await desk.entry(1, today: today)?.entry
    }

    @Test(
        "A grade is shown by its name in both languages",
        arguments: [("A", "2019-03-01", "A级", "Grade A"), ("AA", "2021-03-01", "优秀", "Excellent")]
    )
    func name(grade: String, decided: String, zh: String, en: String) async throws {
        let entry = try #require(try await entry(grade: grade, decided: decided))
        #expect(entry.fields.first { $0.label.id == "grade" }?.value == Bilingual(zh: zh, en: en))
    }

    @Test("A sole trader has no entry and no file by a grade, whatever key it came under")
    func soleTrader() async throws {
        #expect(try await entry(grade: "AA", decided: "2021-03-01", of: .soleTrader) == nil)
        #expect(try await entry(grade: "AA", decided: "2021-03-01", of: .institution) != nil)
    }

    @Test(
        "A grade that its scheme does not show has no entry at all",
        arguments: [("D", "2019-03-01"), ("B", "2021-03-01")]
    )
    func notShown(grade: String, decided: String) async throws {
        #expect(try await entry(grade: grade, decided: decided) == nil)
    }
}

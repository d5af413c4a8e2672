import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

@Suite("Rows on persons in a role") struct PersonRowTests {
    private let scratch: RestrictedCatalogue
    private let sheet: CheckedSheet

    init() throws {
        scratch = try RestrictedCatalogue.shared.get()
        var sheet = try CheckedSheet("quiet-expert", in: scratch.catalogue, receivedOn: day("2026-03-05"))
        sheet.clean = [
            "name": "某评审", "certificate": MadeUp.citizenNumber(), "docNumber": "评〔2026〕1号", "authority": "辽源市财政局",
            "decidedOn": "2026-03-02", "facts": "评审时与投标人串通",
        ]
        self.sheet = sheet
    }

    private func record(_ changes: [String: String] = [:]) throws -> RoleRecord {
        let checked = sheet.check(changes)
        guard case .inRole(let record) = checked.outcome else {
            throw NotInRole(marks: checked.marks)
        }
        return record
    }

    struct NotInRole: Error { let marks: [String] }

    @Test func cleanRowIsARecordOfItsOwnType() throws {
        let checked = sheet.check()
        #expect(checked.marks == [] && checked.outcome.word == "in role" && checked.outcome.isKept)
        let record = try record()
        #expect(record.item == "quiet-expert" && record.person.name == "某评审")
        #expect(record.bearing.polarity == .adverse && record.bearing.document?.number == "评〔2026〕1号")
        #expect(record.fields["certificate"] == .personal(record.person.certificate))
        #expect(!"\(record)".contains(sheet.clean["certificate"] ?? ""), "nothing of the number in clear (limit 8)")
    }

    @Test func personIsRecognisedByTheNumberAlone() throws {
        let one = try record()
        #expect(try record(["name": "另一名"]).person.certificate == one.person.certificate)
        let other = try record(["certificate": MadeUp.citizenNumber(order: 2)])
        #expect(other.person.certificate.hash != one.person.certificate.hash)
        #expect(try record(["certificate": "G12345678"]).person.certificate.mask == "G*******8")
    }

    static let refused: [(cell: String, marks: [String])] = [
        ("", ["certificate:required-missing"]),
        ("无", ["certificate:required-missing"]),
        ("2***************X", ["certificate:masked-number", "certificate:required-missing"]),
        ("999999198001010010", ["certificate:certificate-check", "certificate:required-missing"]),
        ("999999198001010000", ["certificate:certificate-check", "certificate:required-missing"]),
        ("9.99999E+17", ["certificate:certificate-check", "certificate:required-missing"]),
    ]

    @Test(arguments: refused) func numberThatIsNobodysRefusesTheRowAndNeverWaits(cell: String, marks: [String]) {
        let checked = sheet.check(["certificate": cell])
        #expect(checked.marks == marks && checked.outcome.word == "refused")
        #expect(checked.faults.allSatisfy { cell.isEmpty || cell.contains("*") || !$0.value.contains(cell) })
    }

    @Test(arguments: ["name", "certificate", "docNumber", "authority", "decidedOn"])
    func withoutAColumnThatItNeedsTheRowIsRefused(field: String) {
        var sheet = sheet
        let item = sheet.item
        sheet.columns.removeAll { $0.field.map { item.fields[$0].id == field } ?? false }
        let checked = sheet.check()
        #expect(checked.outcome.word == "refused" && checked.faults.contains { $0.code.rawValue.hasSuffix("missing") })
    }

    @Test func citizenNumbersElsewhereAreMasked() throws {
        let number = MadeUp.citizenNumber(order: 3)
        let checked = sheet.check(["facts": "与\(number)串通", "name": "某\(number)"])
        #expect(checked.marks == ["facts:personal-number", "name:personal-number"])
        #expect(!"\(checked)".contains(number))
    }

    @Test func rowOnAnOrganisationIsNone() throws {
        var sheet = try CheckedSheet("quiet-inspection", in: scratch.catalogue, receivedOn: day("2026-03-05"))
        sheet.clean = ["name": "示例公司", "docNumber": "查〔2026〕1号", "authority": "辽源市财政局", "decidedOn": "2026-03-02"]
        #expect(sheet.check().outcome.word == "held")
        #expect(sheet.check(["code": try MadeUp.code("91")]).outcome.word == "admitted")
    }
}

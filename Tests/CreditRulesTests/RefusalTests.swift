import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

/// Whatever is missing from a sheet, a refused row says why, and an admitted one has nothing that refuses it.
@Suite struct RefusalTests {
    struct Layout: Sendable, CustomTestStringConvertible {
        let city: String
        let item: String
        let template: Template
        var testDescription: String { "\(city) \(template.id)" }

        func sheet(receivedOn: String = "2026-03-05") throws -> CheckedSheet {
            let catalogue = try (city == "city" ? Folders.city : Folders.secondCity).get()
            var sheet = try CheckedSheet(item, in: catalogue, receivedOn: day(receivedOn))
            let places = Dictionary(uniqueKeysWithValues: sheet.item.fields.enumerated().map { ($1.id, $0) })
            sheet.columns = template.columns.map { column in
                AdmissionContext.Column(heading: column.heading, field: column.field.flatMap { places[$0] })
            }
            for (field, text) in template.constants { if let place = places[field] { sheet.constants[place] = text } }
            return sheet
        }
    }

    static let layouts: [Layout] = [("city", Folders.city), ("second city", Folders.secondCity)]
        .flatMap { city, catalogue in
            ((try? catalogue.get().items) ?? [])
                .flatMap { item in
                    item.templates.map { Layout(city: city, item: item.id, template: $0) }
                }
        }

    private func holds(_ checked: CheckedSheet.Checked, _ sheet: CheckedSheet) -> Bool {
        let refuses = checked.faults.contains { sheet.catalogue.faults[$0.code].severity == .refuse }
        return refuses == (checked.outcome.word == "refused")
    }

    @Test func thereAreLayoutsOfBothCities() {
        #expect(Set(RefusalTests.layouts.map(\.city)).count == 2 && RefusalTests.layouts.count > 10)
    }

    @Test(arguments: layouts) func withoutAColumn(layout: Layout) throws {
        let whole = try layout.sheet()
        #expect(holds(whole.check(), whole))
        for position in whole.columns.indices {
            var sheet = whole
            let heading = sheet.columns.remove(at: position).heading
            #expect(holds(sheet.check(), sheet), "\(heading)")
        }
    }

    @Test(arguments: layouts) func withAnEmptyCell(layout: Layout) throws {
        let sheet = try layout.sheet()
        for field in sheet.item.fields {
            #expect(holds(sheet.check([field.id: ""]), sheet), "\(field.id)")
        }
    }

    @Test func adverseRowWithoutItsDocumentOrAuthoritySaysSoEvenWithoutTheColumn() throws {
        for (field, code) in [
            ("docNumber", "document-missing"), ("authority", "document-missing"), ("name", "required-missing"),
            ("decidedOn", "required-missing"),
        ] {
            var sheet = try CheckedSheet.penalty()
            let item = sheet.item
            sheet.columns.removeAll { $0.field.map { item.fields[$0].id == field } ?? false }
            let checked = sheet.check()
            #expect(checked.marks == ["\(field):\(code)"] && checked.outcome.word == "refused")
        }
    }
}

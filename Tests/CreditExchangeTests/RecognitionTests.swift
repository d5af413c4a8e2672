import CreditCatalogue
import CreditModel
import TestSupport
import Testing

@Suite("An item is known by its headings alone")
struct RecognitionTests {
    @Test(
        "All columns, and the required ones alone, are recognised as this item and no other",
        arguments: ItemFiles.items
    )
    func isKnown(id: String) throws {
        let catalogue = try Folders.city.get()
        let item = try #require(catalogue.item(id))
        let template = try #require(item.templates.first)
        expect(item, template.columns.map(\.heading), "all columns", catalogue)
        expect(item, required(item, template), "required columns", catalogue)
    }

    @Test("So it is with one of its own columns missing", arguments: ItemFiles.open)
    func isKnownWithoutOne(id: String) throws {
        let catalogue = try Folders.city.get()
        let item = try #require(catalogue.item(id))
        let template = try #require(item.templates.first)
        let common = headings(of: catalogue)
        let columns = template.columns.map(\.heading)
        for own in columns where common[own] == 1 {
            expect(item, columns.filter { $0 != own }, "without \(own)", catalogue)
        }
    }

    private func expect(_ item: Item, _ headings: [String], _ what: String, _ catalogue: Catalogue) {
        let found = catalogue.recognise(headings: headings)
        #expect(found.first?.item.id == item.id, "\(what): taken for \(found.first?.item.id ?? "nothing")")
        guard found.count > 1, found[0].item.id == item.id, let other = found.first(where: { $0.item.id != item.id })
        else { return }
        // The first stands before the other because it fits better, and not because it comes first in the catalogue.
        #expect(
            found[0].misfits < other.misfits || found[0].fields.count > other.fields.count,
            "\(what): as well \(other.item.id)"
        )
    }

    private func required(_ item: Item, _ template: Template) -> [String] {
        template.columns.filter { $0.field.flatMap(item.field)?.requirement == .required }.map(\.heading)
    }

    /// How many items have a heading.
    private func headings(of catalogue: Catalogue) -> [String: Int] {
        var counts: [String: Int] = [:]
        for item in catalogue.items {
            for heading in Set(item.templates.flatMap(\.columns).map(\.heading)) { counts[heading, default: 0] += 1 }
        }
        return counts
    }
}

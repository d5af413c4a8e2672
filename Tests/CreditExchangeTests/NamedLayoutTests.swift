import CreditCatalogue
import CreditExchange
import CreditModel
import TestSupport
import Testing

@Suite("The layout that the sender names")
struct NamedLayoutTests {
    /// A sheet in the headings of a layout, checked under a name; the layout taken, or the problem.
    private func taken(_ layout: String, as name: String) throws -> String {
        let catalogue = try Folders.city.get()
        let (_, template) = try #require(catalogue.template(layout))
        let folder = try ScratchFolder()
        let path = folder.file("sheet.csv")
        let headings = template.columns.map(\.heading)
        try Form(headings: headings, rows: [[headings[0]: "甲"]]).write(to: path)
        do {
            return try Checked(path, catalogue, on: day("2026-07-03"), template: name).match.template.id
        } catch IntakeProblem.noSuchTemplate(let id) {
            return "no \(id)"
        } catch IntakeProblem.otherTemplate(let id) {
            return "not \(id)"
        }
    }

    @Test(
        "An item stands for all its layouts, a layout for itself",
        arguments: [
            ("licence-2018", "licence", "licence-2018"), ("licence-2015", "licence", "licence-2015"),
            ("licence-2018-person", "licence", "licence-2018-person"), ("licence-2015", "licence-2015", "licence-2015"),
            ("licence-2015", "licence-2018", "not licence-2018"), ("licence-2018", "penalty", "not penalty"),
            ("licence-2018", "nothing", "no nothing"),
        ]
    )
    func named(layout: String, name: String, outcome: String) throws {
        #expect(try taken(layout, as: name) == outcome)
    }
}

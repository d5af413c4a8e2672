import CreditCatalogue
import CreditExchange
import CreditModel
import CreditStore
import CreditStoreSQLite
import TestSupport
import Testing

@Suite("Files refused whole, with the ground")
struct RefusedWholeTests {
    /// The layouts of natural persons.
    static let personSheets =
        (try? Folders.city.get().items.flatMap(\.templates).filter(\.isForNaturalPersons).map(\.id)) ?? []

    /// The items that later law withdrew.
    static let withdrawnItems = (try? Folders.city.get().items.filter { $0.standing != .open }.map(\.id)) ?? []

    @Test("There are such layouts and such items")
    func thereAreSome() {
        #expect(Self.personSheets.count >= 2 && !Self.withdrawnItems.isEmpty)
    }

    @Test("A sheet of natural persons: one fault, no row kept, nothing in the ledger", arguments: personSheets)
    func naturalPersons(id: String) async throws {
        let place = try TestStore(try Folders.city.get())
        let (_, template) = try #require(place.catalogue.template(id))
        let path = try sheet(of: template, in: place)
        let (outcome, faults) = try await place.submit(path, from: "市场监督管理局", on: day("2026-07-03"))
        #expect(faults.map(\.code) == [.naturalPersonSheet] && faults.first?.row == 0)
        #expect(outcome.receipt.counts.rows == 3 && outcome.receipt.counts.refused == 3)
        #expect(try await place.store.head().size <= 1)
        #expect(try await place.store.namedSubjects(after: 0, limit: 10, today: day("2026-07-03")).isEmpty)
    }

    @Test("A withdrawn item: one fault that states the ground in both languages", arguments: withdrawnItems)
    func withdrawn(id: String) async throws {
        let place = try TestStore(try Folders.city.get())
        let item = try #require(place.catalogue.item(id))
        let path = try sheet(of: try #require(item.templates.first), in: place)
        let (outcome, faults) = try await place.submit(path, from: "市场监督管理局", on: day("2026-07-03"))
        let fault = try #require(faults.first)
        #expect(faults.count == 1 && fault.code == .itemWithdrawn && fault.row == 0)
        #expect(outcome.receipt.counts.refused == 3 && outcome.receipt.counts.admitted == 0)
        guard case .withdrawn(let ground) = item.standing else { return }
        #expect(place.catalogue.faults.message(for: fault, in: .zh).contains(ground.zh))
        #expect(place.catalogue.faults.message(for: fault, in: .en).contains(ground.en))
    }

    @Test("A short sheet of organisations is not taken for one of natural persons", arguments: ["licence", "penalty"])
    func shortSheet(id: String) throws {
        let catalogue = try Folders.city.get()
        let item = try #require(catalogue.item(id))
        let wanted = item.fields.filter { $0.requirement == .required }.map(\.heading) + ["行政相对人代码_1(统一社会信用代码)"]
        for extra in [[], ["内部流水号"]] {
            let match = try #require(catalogue.recognise(headings: wanted + extra).first)
            #expect(match.template.id == "\(id)-2018", "\(extra)")
        }
    }

    @Test("A short sheet without the category is of an unknown layout, and no ground of persons is given for it")
    func shortSheetWithoutCategory() throws {
        let catalogue = try Folders.city.get()
        let item = try #require(catalogue.item("penalty"))
        let headings = item.fields.filter { $0.requirement == .required && $0.id != "category" }.map(\.heading)
        let folder = try ScratchFolder()
        let path = folder.file("short.csv")
        try Form(headings: headings, rows: [Dictionary(uniqueKeysWithValues: headings.map { ($0, "甲") })])
            .write(to: path)
        let problem = #expect(throws: IntakeProblem.self) { try Checked(path, catalogue, on: day("2026-07-03")) }
        guard case .unknownLayout(let seen) = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(seen == headings)
    }

    /// Three rows of a layout, with a citizen number in the second cell.
    private func sheet(of template: Template, in place: TestStore) throws -> String {
        let headings = template.columns.map(\.heading)
        var row = Dictionary(headings.map { ($0, "无关") }, uniquingKeysWith: { first, _ in first })
        row[headings[1]] = MadeUp.citizen
        let path = place.folder.file("sheet.csv")
        try Form(headings: headings, rows: [row, row, row]).write(to: path)
        return path
    }
}

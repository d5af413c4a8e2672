import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import TestSupport
import Testing

@Suite("The blank forms that we hand out")
struct BlankTemplateTests {
    static let openItems = (try? Folders.city.get().items.filter { $0.standing == .open }.map(\.id)) ?? []

    @Test("There are open items to hand out")
    func thereAreItems() {
        #expect(Self.openItems.contains("licence") && Self.openItems.count >= 7)
    }

    @Test("A workbook and a CSV carry the exact headings and are recognised as their own layout", arguments: openItems)
    func roundTrip(item: String) throws {
        let catalogue = try Folders.city.get()
        let folder = try ScratchFolder()
        let blank = try #require(BlankTemplate(item: item, catalogue: catalogue))
        try blank.writeWorkbook(to: folder.file("blank.xlsx"))
        try blank.writeCSV(to: folder.file("blank.csv"))
        for name in ["blank.xlsx", "blank.csv"] {
            #expect(try Form.read(folder.file(name)) == [blank.headings], "\(name)")
            let checked = try Checked(folder.file(name), catalogue, on: day("2026-07-03"))
            #expect(
                checked.match.item.id == item && checked.match.template.id == catalogue.item(item)?.templates.first?.id
            )
            #expect(checked.rows == 0 && checked.faults.isEmpty, "\(checked.faults)")
        }
    }

    @Test("The forms of licences and penalties have the headings of the 2018 standard")
    func standardHeadings() throws {
        let catalogue = try Folders.city.get()
        #expect(BlankTemplate(item: "licence", catalogue: catalogue)?.headings == StandardHeadings.licence)
        #expect(BlankTemplate(item: "penalty", catalogue: catalogue)?.headings == StandardHeadings.penalty)
    }

    @Test("A second sheet explains every column in both languages")
    func explains() throws {
        let folder = try ScratchFolder()
        let blank = try #require(BlankTemplate(item: "licence", catalogue: try Folders.city.get()))
        try blank.writeWorkbook(to: folder.file("blank.xlsx"))
        var reader = try SheetFile.open(path: folder.file("blank.xlsx"), sheet: "填写说明 Notes")
        var row = SheetRow()
        var rows: [[String]] = []
        while try reader.next(&row) { rows.append(row.texts) }
        #expect(rows.dropFirst().map { $0[0] } == blank.headings)
        #expect(rows.dropFirst().allSatisfy { $0.count > 4 && !$0[3].isEmpty && !$0[4].isEmpty })
    }

    @Test("One table of a form is read, whatever else stands in it", arguments: openItems)
    func oneTable(item: String) throws {
        let catalogue = try Folders.city.get()
        let folder = try ScratchFolder()
        try #require(BlankTemplate(item: item, catalogue: catalogue)).writeWorkbook(to: folder.file("blank.xlsx"))
        let options = Intake.Options(receivedOn: day("2026-07-03"), personalKey: [UInt8](repeating: 7, count: 32))
        let file = try IntakeFile(path: folder.file("blank.xlsx"), catalogue: catalogue, options: options)
        #expect(file.tables.map(\.index) == [0] && file.tables[0].match.item.id == item)
        #expect(file.tables[0].match.missing.isEmpty && file.tables[0].match.unknown.isEmpty)
        #expect(file.unread.map(\.name).starts(with: ["示例 Example", "填写说明 Notes"]))
    }

    @Test("The example of a form, filled in, is admitted without a fault", arguments: openItems)
    func exampleHolds(item: String) throws {
        let catalogue = try Folders.city.get()
        let folder = try ScratchFolder()
        let found = try #require(catalogue.item(item))
        let template = try #require(found.templates.first)
        let row = template.columns.map { column in
            (column.heading, column.field.flatMap { found.field($0) }?.example ?? "")
        }
        let form = Form(
            headings: template.columns.map(\.heading),
            rows: [Dictionary(row, uniquingKeysWith: { first, _ in first })]
        )
        try form.write(to: folder.file("filled.csv"))
        // Handed in soon after the decision, when it was neither late nor to come.
        let decided = try #require(found.field(found.roles.decidedOn)?.example.replacing("/", with: "-"))
        let received = Day(number: day(decided).number + 2)
        let checked = try Checked(folder.file("filled.csv"), catalogue, on: received)
        #expect(checked.faults.isEmpty, "\(checked.faults.map { "\($0.column): \($0.code.rawValue) \($0.value)" })")
        #expect(checked.rows == 1 && checked.admitted == 1)
    }

    @Test("Withdrawn items have no form")
    func withdrawn() throws {
        let catalogue = try Folders.city.get()
        let withdrawn = catalogue.items.filter { $0.standing != .open }
        #expect(!withdrawn.isEmpty)
        for item in withdrawn { #expect(BlankTemplate(item: item.id, catalogue: catalogue) == nil) }
        #expect(BlankTemplate(item: "no-such-item", catalogue: catalogue) == nil)
    }
}

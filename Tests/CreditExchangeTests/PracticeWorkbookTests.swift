import CreditCatalogue
import CreditExchange
import CreditModel
import TestSupport
import Testing

@Suite("The workbook to practise on")
struct PracticeWorkbookTests {
    private let today = day("2026-07-03")

    @Test(
        "Checking it finds in each row what it is there for, and nothing else",
        arguments: BlankTemplateTests.openItems
    )
    func lessons(item: String) throws {
        let catalogue = try Folders.city.get()
        let folder = try ScratchFolder()
        let practice = try #require(PracticeWorkbook(item: item, catalogue: catalogue, today: today))
        try practice.write(to: folder.file("practice.xlsx"))
        let checked = try Checked(folder.file("practice.xlsx"), catalogue, on: today)
        #expect(checked.match.item.id == item && checked.rows == practice.lessons.count && checked.rows >= 4)
        for lesson in practice.lessons {
            let found = checked.faults.filter { $0.row == lesson.row }.map(\.code)
            #expect(found == (lesson.fault.map { [$0] } ?? []), "row \(lesson.row): \(lesson.words.zh)")
        }
    }
}

import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import TestSupport
import Testing

/// Items of sectors are handed out and handed in as all others are.
@Suite("Blank forms and files of sectors")
struct SectorTemplateTests {
    @Test(
        "A form of every open item is recognised as its own",
        arguments: ["water-grade", "water-leak", "meter-reader"]
    )
    func roundTrip(item: String) throws {
        let catalogue = try SectorCity.catalogue.get()
        let folder = try ScratchFolder()
        let blank = try #require(BlankTemplate(item: item, catalogue: catalogue))
        try blank.writeWorkbook(to: folder.file("blank.xlsx"))
        let checked = try Checked(folder.file("blank.xlsx"), catalogue, on: day("2026-07-03"))
        #expect(checked.match.item.id == item && checked.match.template.id == item + "-form")
        #expect(checked.faults.isEmpty, "\(checked.faults)")
    }

    @Test("A department may send an item by its function, and no other")
    func sources() throws {
        let catalogue = try SectorCity.catalogue.get()
        let folder = try ScratchFolder()
        let blank = try #require(BlankTemplate(item: "water-leak", catalogue: catalogue))
        try blank.writeCSV(to: folder.file("blank.csv"))
        for (department, mayCome) in [("water-office", true), ("water-bureau", true), ("upstream-government", false)] {
            let checked = try Checked(
                folder.file("blank.csv"),
                catalogue,
                from: catalogue.departments[department],
                on: day("2026-07-03")
            )
            #expect(checked.faults.contains { $0.code == .departmentNotSource } == !mayCome, "\(department)")
        }
    }
}

import CreditCatalogue
import CreditExchange
import CreditFiles
import CreditModel
import CreditStore
import CreditStoreSQLite
import TestSupport
import Testing

/// Another folder is another city, with its own item, layout, department and rule; no line of Swift knows it.
@Suite("Another city's file by its own catalogue")
struct SecondCityTests {
    private let headings = ["用水单位", "信用代码", "水表编号", "水表类型", "保证金（元）", "核定日期", "定额有效期至"]
    private let today = day("2026-07-03")

    private func row(
        _ number: Int,
        _ code: String,
        _ kind: String,
        _ deposit: String,
        _ decided: String = "2026-06-30"
    ) -> [String: String] {
        let cells = ["松溪测试\(number)厂", code, "SX-\(number)", kind, deposit, decided, "2027-12-31"]
        return Dictionary(uniqueKeysWithValues: zip(headings, cells))
    }

    @Test("Its sheet is checked by its own rules and kept, and its public file has its own sections")
    func checksAndKeeps() async throws {
        let place = try TestStore(try Folders.secondCity.get())
        let rows = [
            row(1, "91999902TEWT910178", "M", ""), row(2, "91999902TEWT910253", "远传表", "1,200.50"),
            row(3, "91999902TEWT91033X", "远传表", ""), row(4, "91999902TEWT91033X", "水晶表", ""), row(5, "", "机械表", ""),
        ]
        let path = place.folder.file("water.csv")
        try Form(headings: headings, rows: rows).write(to: path)
        let checked = try Checked(path, place.catalogue, on: today)
        #expect(checked.match.template.id == "water-quota-songxi")
        #expect(checked.lines == ["4 保证金（元） required-missing", "5 水表类型 not-in-code-list", "6 信用代码 identity-missing"])
        let (outcome, faults) = try await place.submit(path, from: "水务局", on: today)
        #expect(faults.map(\.row).sorted() == [4, 5, 6])
        let counts = outcome.receipt.counts
        #expect([counts.rows, counts.admitted, counts.refused, counts.held] == [5, 2, 2, 1])
        let desk = FileDesk(catalogue: place.catalogue, store: place.store)
        let file = try #require(try await desk.file(key: "91999902TEWT910178", on: today, today: today))
        #expect(file.subject.name == "松溪测试1厂")
        #expect(file.sections.map(\.section.id) == ["registration", "water", "penalties"])
        #expect(file.entries.map(\.item) == ["water-quota"])
        #expect(file.entries.first?.fields.contains { $0.value.zh == "机械表" } == true)
    }

    @Test("The other city's department and layout are not known here, nor ours there")
    func knowsNothingOfTheOther() throws {
        let folder = try ScratchFolder()
        let path = folder.file("licence.csv")
        try Form(headings: StandardHeadings.licence, rows: [MadeUp.licence(1)]).write(to: path)
        #expect(throws: IntakeProblem.self) { try Checked(path, try Folders.secondCity.get(), on: today) }
        #expect(try Checked(path, try Folders.city.get(), on: today).admitted == 1)
    }

    @Test("Its blank form and its export carry its own headings")
    func formsAndExport() async throws {
        let place = try TestStore(try Folders.secondCity.get())
        #expect(BlankTemplate(item: "water-quota", catalogue: place.catalogue)?.headings == headings)
        let path = place.folder.file("water.csv")
        try Form(headings: headings, rows: [row(1, "91999902TEWT910178", "远传表", "10")]).write(to: path)
        try await place.submit(path, from: "水务局", on: today)
        let export = try #require(ProvinceExport(item: "water-quota", catalogue: place.catalogue, lists: place.store))
        let out = place.folder.file("out.csv")
        #expect(try await export.write(to: out, format: .csv, since: day("2026-01-01"), today: today) == 1)
        let rows = try Form.read(out)
        #expect(rows[0] == headings)
        #expect(rows[1] == ["松溪测试1厂", "91999902TEWT910178", "SX-1", "远传表", "", "2026/06/30", "2027/12/31"])
    }
}

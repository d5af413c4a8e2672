import CreditCatalogue
import CreditModel
import TestSupport
import Testing

@Suite("Departments by what a folder is called")
struct SourceNameTests {
    private let day = Day(iso: "2026-07-03")

    @Test(
        "A name that is near finds the department meant",
        arguments: [("市场监督局", "market-regulation"), ("市场监督管理", "market-regulation"), ("辽源市市场监管局", "market-regulation")]
    )
    func near(name: String, id: String) throws {
        let departments = try Folders.city.get().departments
        #expect(departments.source(named: name, on: try #require(day)) == nil || name == "辽源市市场监管局")
        #expect(
            departments.sources(near: name).prefix(5).contains { $0.id == id },
            "\(departments.sources(near: name).map(\.id))"
        )
    }

    @Test("What is like no department's name finds none", arguments: ["", "a", "lost+found", "备份", "😀"])
    func far(name: String) throws {
        #expect(try Folders.city.get().departments.sources(near: name).isEmpty)
    }
}

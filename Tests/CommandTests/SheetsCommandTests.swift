import Foundation
import Testing

@Suite("xinyuan sheets")
struct SheetsCommandTests {
    @Test(
        "It says what kind of file it is, which tables are in it, and how large they are",
        arguments: ["xlsx", "csv"]
    )
    func tables(ending: String) async throws {
        let place = try Workplace()
        try await place.run("template", "licence", "--out", "blank.\(ending)")
        let run = try await place.run("sheets", "blank.\(ending)")
        #expect(run.status == 0 && run.trouble.isEmpty && run.output.contains("行政相对人名称"), "\(run)")
        let object = try await place.run("sheets", "blank.\(ending)", "--json").object()
        #expect(object["kind"] as? String == (ending == "xlsx" ? "workbook" : "text"))
        let tables = try #require(object["tables"] as? [[String: Any]])
        let table = try #require(tables.first)
        #expect(table["visible"] as? Bool == true && table["columns"] as? Int == 28)
    }

    @Test("It needs no catalogue, shows as many rows as asked for, and speaks English")
    func rows() async throws {
        let place = try Workplace()
        try place.write([["名称", "数量"], ["甲", "1"], ["乙", ""], ["丙", "3"]], to: "in.csv")
        let run = try await place.run("sheets", "in.csv", "--rows", "1", "--lang", "en")
        #expect(run.output.contains("4 rows, 2 columns, 7 cells") && !run.output.contains("甲"), "\(run)")
        let object = try await place.run("sheets", "in.csv", "--json").object()
        let first = try #require((object["tables"] as? [[String: Any]])?.first?["first"] as? [[String: Any]])
        #expect(first.compactMap { $0["row"] as? Int } == [1, 2, 3])
        #expect(first.last?["cells"] as? [String] == ["乙", ""])
    }

    @Test("Numbers of persons are masked, those with a slip too where their heading says what they are")
    func personalNumbers() async throws {
        let place = try Workplace()
        let rows = [["名称", "法定代表人证件号码"], ["甲 220402188603050027", "220402188603050028"], ["13812345678", "无"]]
        try place.write(rows, to: "in.csv")
        for form in [[], ["--json"]] {
            let run = try await place.run(list: ["sheets", "in.csv"] + form)
            #expect(run.status == 0 && run.output.contains("法定代表人证件号码"))
            for number in ["220402188603050027", "220402188603050028", "13812345678"] {
                #expect(!run.output.contains(number), "\(run)")
            }
        }
    }

    @Test("A file that cannot be read is said to be so in both languages, with 2")
    func unreadable() async throws {
        let place = try Workplace()
        try Data("%PDF-1.7".utf8).write(to: place.file("a.xlsx"))
        let run = try await place.run("sheets", "a.xlsx")
        #expect(run.status == 2 && run.trouble.contains("工作簿") && run.trouble.contains("workbook"))
    }
}

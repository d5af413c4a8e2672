import CreditCatalogue
import Foundation
import TestSupport
import Testing

@Suite("xinyuan check")
struct CheckCommandTests {
    @Test("0 where all rows are admitted, 1 where some are not, 2 where the file cannot be read")
    func exitCodes() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...3), to: "good.csv")
        try place.write(Sheets.licences(1...3, bad: [2]), to: "mixed.csv")
        try place.write(Sheets.licences(1...3, codeless: [2]), to: "queued.csv")
        try place.write([["随便", "什么"], ["1", "2"]], to: "unknown.csv")
        try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600))
            .write(to: place.file("old.xls"))
        let on = ["--received", "2026-07-03"]
        #expect(try await place.run(list: ["check", "good.csv"] + on).status == 0)
        #expect(try await place.run(list: ["check", "mixed.csv"] + on).status == 1)
        #expect(try await place.run(list: ["check", "queued.csv"] + on).status == 1)
        for unreadable in ["unknown.csv", "old.xls", "no-such-file.csv", "catalogue"] {
            let run = try await place.run(list: ["check", unreadable] + on)
            #expect(run.status == 2 && run.output.isEmpty && !run.trouble.isEmpty, "\(unreadable): \(run)")
        }
        #expect(!FileManager.default.fileExists(atPath: place.file("xinyuan.sqlite").path))
    }

    @Test("--json prints one object of the documented shape", arguments: ["zh", "en"])
    func shape(language: String) async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...4, bad: [2, 4]), to: "mixed.csv")
        let run = try await place.run("check", "mixed.csv", "--received", "2026-07-03", "--json", "--lang", language)
        let object = try run.object()
        #expect(["rows", "admitted", "refused", "warned"].map { object[$0] as? Int } == [4, 2, 2, 0])
        let faults = try #require(object["faults"] as? [[String: Any]])
        #expect(faults.map { $0["row"] as? Int } == [3, 5])
        for fault in faults {
            let keys: Set = ["row", "column", "value", "code", "severity", "message", "rule", "remedy"]
            #expect(Set(fault.keys) == keys)
            #expect(fault["column"] as? String == "许可类别" && fault["value"] as? String == "胡乱")
            #expect(fault["code"] as? String == "not-in-code-list" && fault["severity"] as? String == "refuse")
        }
        let message = try #require(faults.first?["remedy"] as? String)
        #expect(message.unicodeScalars.contains { $0.value > 0x4E00 } == (language == "zh"), "\(message)")
    }

    @Test("For people it names row, column, what is wrong and what to do, in both languages")
    func words() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...2, bad: [2]), to: "mixed.csv")
        let chinese = try await place.run("check", "mixed.csv", "--received", "2026-07-03")
        #expect(
            chinese.output.contains("第 3 行“许可类别”[拒收]") || chinese.output.contains("第 3 行“许可类别” [拒收]"),
            "\(chinese.output)"
        )
        #expect(chinese.output.contains("2 行，通过 1，拒收 1"))
        let english = try await place.run("check", "mixed.csv", "--received", "2026-07-03", "--lang", "en")
        #expect(
            english.output.contains("Row 3 “许可类别” [refused]")
                && english.output.contains("2 rows, 1 admitted, 1 refused")
        )
    }

    @Test("One document's number in two spellings is shown and keeps no row out")
    func nearNumbers() async throws {
        let place = try Workplace()
        try place.write(Sheets.licence(spelt: ["测许字〔2026〕1号", "测许字[2026]001号"]), to: "near.csv")
        let run = try await place.run("check", "near.csv", "--received", "2026-07-03")
        #expect(run.status == 0 && run.output.contains("第 3 行“行政许可决定文书号” [提醒]"), "\(run)")
        #expect(run.output.contains("第 2 行的“测许字〔2026〕1号”") && run.output.contains("有提醒 1"), "\(run)")
    }

    @Test("--marked makes no copy of a sheet of natural persons, and says why")
    func persons() async throws {
        let place = try Workplace()
        let (_, template) = try #require(try Folders.city.get().template("licence-2018-person"))
        try place.write([template.columns.map(\.heading), template.columns.map { _ in "测试" }], to: "persons.csv")
        let run = try await place.run("check", "persons.csv", "--marked", "marked.xlsx")
        #expect(run.trouble.contains("不再复制"), "\(run)")
        #expect(!FileManager.default.fileExists(atPath: place.file("marked.xlsx").path))
    }

    @Test("--template holds a file to a layout")
    func template() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...2), to: "licence.csv")
        #expect(
            try await place.run("check", "licence.csv", "--template", "licence", "--received", "2026-07-03").status == 0
        )
        #expect(try await place.run("check", "licence.csv", "--template", "honour").status == 2)
        let unknown = try await place.run("check", "licence.csv", "--template", "no-such-template")
        #expect(unknown.status == 2 && unknown.trouble.contains("no-such-template"))
    }
}

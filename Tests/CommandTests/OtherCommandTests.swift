import Foundation
import TestSupport
import Testing

@Suite("The other commands")
struct OtherCommandTests {
    @Test(
        "code explains what holds and what does not; a citizen number is masked and not explained",
        arguments: [
            ("91220402TEWT90014J", Int32(0), "成立"), ("91220402TEWT90014K", 1, "不成立"),
            ("9122 0402 TEWT 9001 4J", 0, "成立"),
            ("000000000000000000", 1, "占位"), ("MA0TEWT1X", 0, "组织机构代码"), ("12", 1, "不认识"),
            ("220402188603050027", 0, "2****************7"), ("L220402188603050027", 0, "L****************7"),
            ("２２０４０２１８８６０３０５００２７", 0, "公民身份号码"),
        ]
    )
    func code(code: String, status: Int32, words: String) async throws {
        let place = try Workplace()
        let run = try await place.run("code", code)
        #expect(run.status == status && run.output.contains(words), "\(run)")
        #expect(!run.output.contains("220402188603050027") && !run.output.contains("８８６０３０５"))
        let english = try await place.run("code", code, "--json", "--lang", "en")
        let explained = try #require(try english.object()["codes"] as? [[String: Any]])
        #expect(explained.count == 1 && explained.first?["holds"] as? Bool == (status == 0))
    }

    @Test("template writes a form that check recognises", arguments: ["xlsx", "csv"])
    func template(ending: String) async throws {
        let place = try Workplace()
        let run = try await place.run("template", "penalty", "--out", "blank.\(ending)")
        #expect(run.status == 0 && run.output.contains("30 栏"), "\(run)")
        let check = try await place.run("check", "blank.\(ending)", "--json").object()
        #expect(check["template"] as? String == "penalty-2018" && check["rows"] as? Int == 0)
        #expect(try await place.run("template", "penalty", "--out", "blank.doc").status == 2)
        #expect(try await place.run("template", "no-such-item").status == 2)
    }

    @Test("A withdrawn item has no form, and the ground is said in both languages")
    func withdrawnItem() async throws {
        let run = try await Workplace().run("template", "family-planning")
        #expect(
            run.status == 1 && run.trouble.contains("社会抚养费")
                && run.trouble.contains("Population and Family Planning Law")
        )
    }

    @Test("export writes what may be shown", arguments: ["csv", "xlsx"])
    func export(ending: String) async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...3), to: "in.csv")
        try await place.run("submit", "in.csv", "--from", "市场监督管理局", "--received", "2026-07-03")
        let run = try await place.run("export", "licence", "--since", "2026-06-01", "--out", "out.\(ending)")
        #expect(run.status == 0 && run.output.contains("3 条"), "\(run)")
        let check = try await place.run("check", "out.\(ending)", "--received", "2026-07-03", "--json").object()
        #expect(check["template"] as? String == "licence-2018" && check["admitted"] as? Int == 3)
        #expect(try await place.run("export", "licence", "--since", "2026-06-31", "--out", "x.csv").status == 2)
        #expect(try await place.run("export", "nothing", "--since", "2026-06-01", "--out", "x.csv").status == 2)
    }

    @Test("catalogue check, list and show speak both languages", arguments: ["zh", "en"])
    func catalogue(language: String) async throws {
        let place = try Workplace()
        for command in [["check"], ["list"], ["show", "penalty"]] {
            let run = try await place.run(list: ["catalogue"] + command + ["--lang", language])
            #expect(run.status == 0 && !run.output.isEmpty, "\(run)")
        }
        #expect(try await place.run("catalogue", "show", "nothing").status == 2)
    }

    @Test(
        "A broken catalogue is refused with file, line and remedy, by every command that needs it",
        arguments: [
            ["catalogue", "check"], ["check", "x.csv"], ["status"], ["serve", "--port", "0"],
        ]
    )
    func brokenCatalogue(command: [String]) async throws {
        let place = try Workplace(catalogue: Folders.secondCatalogue)
        let broken = place.file("broken")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: Folders.secondCatalogue), to: broken)
        let sheet = broken.appendingPathComponent("sectors/water.yaml")
        let text = try String(contentsOf: sheet, encoding: .utf8)
        try text.replacingOccurrences(of: "type: credit-code", with: "type: credit-cod")
            .write(to: sheet, atomically: true, encoding: .utf8)
        let line =
            1
            + text[..<(text.range(of: "type: credit-code")?.lowerBound ?? text.startIndex)].filter { $0 == "\n" }.count
        let run = try await place.run(list: command + ["--catalogue", "broken"])
        #expect(run.status == 2 && run.trouble.contains("sectors/water.yaml:\(line)"), "\(run)")
        #expect(run.trouble.contains("→"))
    }

    @Test("sample makes the same city from the same seed, and submit --manifest hands it in twice without doubling")
    func sample() async throws {
        let place = try Workplace()
        let command = [
            "sample", "--organisations", "30", "--records", "200", "--today", "2026-07-03", "--seed", "5", "--out",
        ]
        #expect(try await place.run(list: command + ["one"]).status == 0)
        #expect(try await place.run(list: command + ["two"]).status == 0)
        let truths = try ["one", "two"].map { try Data(contentsOf: place.file($0 + "/truth.jsonl")) }
        #expect(truths[0] == truths[1] && !truths[0].isEmpty)
        #expect(try await place.run("submit", "--manifest", "one/manifest.json").status == 0)
        let export = ["export", "licence", "--since", "2020-01-01", "--out"]
        let first = try await place.run(list: export + ["first.csv"])
        #expect(try await place.run("submit", "--manifest", "two/manifest.json").status == 0)
        #expect(try await place.run(list: export + ["second.csv"]).status == 0 && first.status == 0)
        let lists = try ["first.csv", "second.csv"].map { try Data(contentsOf: place.file($0)) }
        #expect(lists[0] == lists[1] && lists[0].count > 1_000)
        #expect(try await place.run("replay").status == 0)
    }
}

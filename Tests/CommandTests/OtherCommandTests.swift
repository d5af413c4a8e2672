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
        // 1 is a catalogue that loads and lacks something.
        for (command, codes) in [(["check"], [0, 1]), (["list"], [0]), (["show", "penalty"], [0])] {
            let run = try await place.run(list: ["catalogue"] + command + ["--lang", language])
            #expect(codes.contains(Int(run.status)) && !run.output.isEmpty, "\(run)")
        }
        #expect(try await place.run("catalogue", "show", "nothing").status == 2)
    }

    @Test("catalogue check ends with 0 for a sound catalogue, 1 for gaps, 65 for problems, and tells programs the same")
    func catalogueCheck() async throws {
        let place = try Workplace(catalogue: Folders.secondCatalogue)
        let sound = place.file("sound")
        try SectorCity.lay(into: sound.path)
        #expect(try await place.run("catalogue", "check", "--catalogue", "sound").status == 0)
        try FileManager.default.removeItem(at: sound.appendingPathComponent("disclosure.yaml"))
        #expect(try await place.run("catalogue", "check", "--catalogue", "sound", "--json").status == 65)

        let gaps = try await place.run("catalogue", "check", "--json")
        let told = try gaps.object()
        #expect(gaps.status == 1 && (told["problems"] as? [Any])?.isEmpty == true && told["pending"] as? Int == 0)
        let gap = try #require((told["gaps"] as? [[String: Any]])?.first)
        #expect(gap["kind"] as? String == "ground-missing" && gap["file"] as? String == "sectors/water.yaml")
        #expect((gap["line"] as? Int ?? 0) > 1)
        let words = try await place.run("catalogue", "check", "--lang", "en")
        #expect(words.output.contains("sectors/water.yaml:") && words.output.contains(" → "))
    }

    @Test("catalogue coverage tells clause by clause what serves the plan", arguments: ["zh", "en"])
    func coverage(language: String) async throws {
        let place = try Workplace(catalogue: Folders.secondCatalogue)
        #expect(try await place.run("catalogue", "coverage").status == 2, "no plan")
        try SectorCity.lay(into: place.file("sectors").path)
        let run = try await place.run("catalogue", "coverage", "--catalogue", "sectors", "--lang", language)
        #expect(run.status == 0 && run.output.contains("xinyuan template water-grade"), "\(run)")
        #expect(run.output.contains(language == "zh" ? "不公示；自然人：抄表员" : "restricted; persons: Meter reader"))
        #expect(run.output.contains(language == "zh" ? "还没有：评价结果的应用" : "still to come: Use of the grades"))
        let one = try await place.run("catalogue", "coverage", "--catalogue", "sectors", "--clause", "3.1", "--json")
        let told = try one.object()
        #expect(told["recorded"] as? Int == 1 && told["awaiting"] as? Int == 1 && told["unserved"] as? Int == 0)
        let clause = try #require((told["clauses"] as? [[String: Any]])?.first)
        #expect(
            (clause["items"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["water-grade", "water-leak"]
        )
        let nowhere = try await place.run("catalogue", "coverage", "--catalogue", "sectors", "--clause", "9.9")
        #expect(nowhere.status == 2)
    }

    @Test("catalogue show tells years, tiers, grades and grounds")
    func showSectors() async throws {
        let place = try Workplace(catalogue: Folders.secondCatalogue)
        try SectorCity.lay(into: place.file("sectors").path)
        func show(_ item: String) async throws -> String {
            try await place.run("catalogue", "show", item, "--catalogue", "sectors").output
        }
        let leak = try await show("water-leak")
        #expect(leak.contains("松溪市水利局（至 2018-12-31）") && leak.contains("songxi-1: general") && leak.contains("6 个月"))
        let grade = try await show("water-grade")
        #expect(grade.contains("D级（不公示）") && grade.contains("正式办法（2021-01-01 起）（待核实）"))
        #expect(try await show("meter-reader").contains("不公开理由 个人信息"))
    }

    @Test(
        "A broken catalogue is refused with file, line and remedy, by every command that needs it",
        arguments: [
            ["catalogue", "check"], ["catalogue", "list"], ["check", "x.csv"], ["status"], ["serve", "--port", "0"],
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
        let code = command == ["catalogue", "check"] ? 65 : 2
        #expect(run.status == code && run.trouble.contains("sectors/water.yaml:\(line)"), "\(run)")
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

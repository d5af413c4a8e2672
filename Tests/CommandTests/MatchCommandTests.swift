import Foundation
import Testing

/// All organisations are made up.
@Suite("Is it the same organisation?")
struct MatchCommandTests {
    private let officer = ["--by", "王某", "--reason", "已电话核实"]

    private func filled() async throws -> Workplace {
        let place = try Workplace()
        try place.write(Sheets.licences(1...1), to: "in.csv")
        try place.write(Sheets.fines(2...2), to: "fines.csv")
        for file in ["in.csv", "fines.csv"] {
            let run = try await place.run("submit", file, "--from", "市场监督管理局", "--received", "2026-07-03")
            #expect(run.status <= 1, "\(run)")
        }
        return place
    }

    private func lines(_ run: Run) throws -> [[String: Any]] {
        try run.output.split(separator: "\n")
            .map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    @Test("Each row gets a band and its candidates with reasons; the exit code says whether all are the same")
    func rows() async throws {
        let place = try await filled()
        try place.write(
            [
                ["序号", "名称", "统一社会信用代码", "地区", "曾用名"], ["1", "测试1号食品有限公司", "", "", ""],
                ["2", "測試2號食品有限責任公司", "", "", ""], ["3", "测试1号", Sheets.code, "", ""],
                ["4", "没有这一家", "", "", ""], ["5", "", "", "", ""],
                ["6", "别名", Sheets.code, "", ""],
            ],
            to: "names.csv"
        )
        let run = try await place.run("match", "names.csv", "--json")
        #expect(run.status == 1 && run.trouble.isEmpty, "\(run)")
        let rows = try lines(run)
        #expect(rows.compactMap { $0["name"] as? String } == ["测试1号食品有限公司", "測試2號食品有限責任公司", "测试1号", "没有这一家", "别名"])
        #expect(rows[4]["band"] as? String == "ask", "the code and the name contradict one another")
        #expect(rows[2]["band"] as? String == "same" && rows[3]["band"] as? String == "different")
        #expect((rows[3]["candidates"] as? [Any])?.isEmpty == true)
        let candidate = try #require((rows[0]["candidates"] as? [[String: Any]])?.first)
        #expect(Set(candidate.keys) == ["code", "name", "band", "reasons"])
        #expect(candidate["code"] as? String == Sheets.code)
        let reasons = try #require(candidate["reasons"] as? [[String: String]])
        #expect(reasons.allSatisfy { $0["id"] != nil && $0["text"] != nil } && !reasons.isEmpty)
        let people = try await place.run("match", "names.csv", "--lang", "en")
        #expect(people.output.contains("5 rows:") && people.output.contains("no name on the register comes near"))
        try place.write([["name", "code"], ["测试1号食品有限公司", Sheets.code]], to: "one.csv")
        #expect(try await place.run("match", "one.csv").status == 0)
    }

    @Test("A decided pair is remembered for its department, is an entry of the ledger, and can be decided anew")
    func decide() async throws {
        let place = try await filled()
        try place.write([["名称"], ["一号食品"]], to: "names.csv")
        let pair = ["match", "decide", "--from", "市场监督管理局", "--name", "一号 食品", "--code", Sheets.code]
        let made = try await place.run(list: pair + ["--same"] + officer)
        #expect(made.status == 0 && made.output.contains("账本序号"), "\(made)")
        let run = try await place.run("match", "names.csv", "--from", "市场监督管理局", "--json")
        let row = try #require(try lines(run).first)
        #expect(run.status == 0 && row["band"] as? String == "same", "\(run)")
        let decided = (row["candidates"] as? [[String: Any]])?.first?["decided"] as? [String: Any]
        #expect(decided?["by"] as? String == "王某" && decided?["on"] != nil && decided?["entry"] as? Int == 5)
        let people = try await place.run("match", "names.csv", "--from", "市场监督管理局", "--lang", "en")
        #expect(people.output.contains("decided on ") && people.output.contains("by 王某"))
        #expect(try await place.run("match", "names.csv", "--from", "交通运输局").status == 1, "another department is asked")
        #expect(try await place.run("match", "names.csv").status == 1)
        #expect(try await place.run(list: pair + ["--same"] + officer).status == 1)
        #expect(try await place.run(list: pair + ["--different"] + officer).status == 0)
        #expect(try await place.run("match", "names.csv", "--from", "市场监督管理局").status == 1)
        #expect(try await place.run("ledger", "entry", "5").output.contains("pair"))
        #expect(try await place.run("replay").status == 0)
    }

    @Test("A decision is taken back under whatever spelling of the name")
    func otherSpelling() async throws {
        let place = try await filled()
        try place.write([["名称"], ["同喜商贸"]], to: "names.csv")
        let pair = ["match", "decide", "--from", "市场监督管理局", "--code", Sheets.code] + officer + ["--name"]
        for (name, verdict, status) in [
            ("同喜商贸", "--same", Int32(0)), ("同喜（商贸）", "--different", 1), ("同喜商贸", "--same", 0),
        ] {
            let run = try await place.run(list: pair + [name, verdict])
            #expect(run.status == 0, "\(name) \(verdict): \(run)")
            #expect(try await place.run("match", "names.csv", "--from", "市场监督管理局").status == status)
        }
        #expect(try await place.run(list: pair + ["同喜（商贸）", "--same"]).status == 1)
        #expect(try await place.run("replay").status == 0)
    }

    @Test("An organisation of which nothing is published is not named, by its code as little as by a decision")
    func unpublished() async throws {
        let place = try await filled()
        let pair = ["match", "decide", "--from", "市场监督管理局", "--name", "一号食品", "--code", Sheets.code, "--same"]
        #expect(try await place.run(list: pair + officer).status == 0)
        #expect(try await place.run(list: ["withdraw", "1", "--document", "测撤〔2026〕1号"] + officer).status == 0)
        try place.write(
            [["名称", "代码"], ["一号食品", ""], ["测试1号食品有限公司", ""], ["甲", Sheets.code]],
            to: "names.csv"
        )
        for language in ["zh", "en"] {
            let run = try await place.run("match", "names.csv", "--from", "市场监督管理局", "--lang", language)
            #expect(run.status == 1 && !run.output.contains(Sheets.code), "\(run)")
            #expect(run.output.ranges(of: "测试1号").count == 1, "the row alone: \(run)")
        }
    }

    @Test("Nothing is decided without a name, a reason, one verdict, and an organisation of the register")
    func undecidable() async throws {
        let place = try await filled()
        let pair = ["match", "decide", "--from", "市场监督管理局", "--name", "一号食品", "--code"]
        #expect(try await place.run(list: pair + [Sheets.code] + officer).status == 2)
        #expect(try await place.run(list: pair + [Sheets.code, "--same", "--different"] + officer).status == 2)
        #expect(try await place.run(list: pair + [Sheets.code, "--same", "--by", "王某", "--reason", " "]).status == 2)
        let unknown = try await place.run(list: pair + ["91220402TEWT90030A", "--same"] + officer)
        #expect(unknown.status == 1 && !unknown.trouble.isEmpty, "\(unknown)")
        #expect(try await place.run(list: pair + ["91220402TEWT900140", "--same"] + officer).status == 1)
        let person = [
            "match", "decide", "--from", "市场监督管理局", "--name", "甲110101188001010011", "--code", Sheets.code, "--same",
        ]
        let refused = try await place.run(list: person + officer)
        #expect(refused.status == 1 && refused.trouble.contains("个人信息保护法"), "\(refused)")
        #expect(!refused.trouble.contains("110101188001010011"))
    }

    @Test("Pairs are compared without a store, and what comparing costs is said")
    func pairs() async throws {
        let place = try Workplace()
        try place.write(
            [
                ["a", "b", "code_a", "code_b"], ["辽源市鑫源商贸有限公司", "遼源市鑫源商貿有限責任公司", "", ""],
                ["辽源市鑫源商贸有限公司", "辽源市鑫源商贸有限公司第一分公司", "", ""],
                ["辽源市鑫源商贸有限公司", "辽源市鑫源商贸有限公司", Sheets.code, Sheets.otherCode],
                ["辽源市鑫源商贸有限公司", "辽源市鑫泉商贸有限公司", "", ""],
            ],
            to: "pairs.csv"
        )
        let run = try await place.run("match", "--pairs", "pairs.csv", "--json", "--time")
        let rows = try lines(run)
        #expect(
            run.status == 1 && rows.compactMap { $0["band"] as? String } == ["same", "different", "different", "ask"]
        )
        #expect(rows.allSatisfy { Set($0.keys) == ["a", "b", "band", "reasons"] })
        let cost = try #require(try JSONSerialization.jsonObject(with: Data(run.trouble.utf8)) as? [String: Any])
        #expect((cost["comparisons"] as? Int ?? 0) >= 4 && (cost["cpuSeconds"] as? Double ?? 0) > 0)
        #expect(try await place.run("match", "--pairs", "pairs.csv").output.contains("字号差一个字"))
    }

    @Test("What cannot be read is said with the place and the remedy")
    func unreadable() async throws {
        let place = try await filled()
        try place.write([["甲", "乙"], ["一", "二"]], to: "headless.csv")
        let run = try await place.run("match", "headless.csv")
        #expect(run.status == 2 && run.trouble.contains("名称/name") && run.trouble.contains("Give the column one"))
        #expect(try await place.run("match", "nowhere.csv").status == 2)
        #expect(try await place.run("match").status == 2)
        #expect(try await place.run("match", "a.csv", "--pairs", "b.csv").status == 2)
        #expect(try await place.run("match", "a.csv", "--time").status == 2)
        try place.write([["名称"], [String(repeating: "长", count: 201)]], to: "long.csv")
        let long = try await place.run("match", "long.csv")
        #expect(long.status == 2 && long.trouble.contains("第 2 行"), "\(long)")
        try place.write([["名称"], ["甲110101188001010011"]], to: "person.csv")
        let person = try await place.run("match", "person.csv", "--json")
        #expect(!person.output.contains("110101188001010011"), "limit 8")
    }
}

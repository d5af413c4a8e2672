import Foundation
import Testing

@Suite("xinyuan submit")
struct SubmitCommandTests {
    private let day = ["--received", "2026-07-03"]

    @Test("0 where all rows are admitted, 1 where some are refused or wait, 2 where nothing can be done")
    func exitCodes() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...2), to: "good.csv")
        try place.write(Sheets.licences(3...4, bad: [4]), to: "mixed.csv")
        try place.write(Sheets.licences(5...6, codeless: [6]), to: "queued.csv")
        try place.write([["随便", "什么"], ["1", "2"]], to: "unknown.csv")
        let from = ["--from", "市场监督管理局"] + day
        #expect(try await place.run(list: ["submit", "good.csv"] + from).status == 0)
        #expect(try await place.run(list: ["submit", "mixed.csv"] + from).status == 1)
        #expect(try await place.run(list: ["submit", "queued.csv"] + from).status == 1)
        #expect(try await place.run(list: ["submit", "unknown.csv"] + from).status == 2)
        #expect(try await place.run(list: ["submit", "absent.csv"] + from).status == 2)
        let stranger = try await place.run("submit", "good.csv", "--from", "没有的局")
        #expect(stranger.status == 2 && stranger.trouble.contains("没有的局"))
        #expect(try await place.run("submit", "good.csv").status == 2)
        let status = try await place.run("status", "--json").object()
        let departments = try #require(status["departments"] as? [[String: Any]])
        #expect(departments.count == 1)
        let keys = ["submissions", "open", "rows", "admitted", "refused", "queued"]
        #expect(keys.map { departments.first?[$0] as? Int } == [3, 0, 6, 4, 1, 1])
    }

    @Test(
        "A department is known by its full, short and former name, and by its code",
        arguments: [
            "辽源市市场监督管理局", "市市场监管局", "市场监督管理局", "辽源市工商行政管理局", "112204000TEWT0447L", "market-regulation",
        ]
    )
    func departments(name: String) async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...1), to: "one.csv")
        let run = try await place.run(list: ["submit", "one.csv", "--json", "--from", name] + day)
        #expect(run.status == 0, "\(run)")
        let receipt = try #require(try run.object()["receipt"] as? [String: Any])
        #expect(receipt["department"] as? String == "market-regulation")
    }

    @Test("The receipt has counts and the ledger's sequence numbers; the same file again repeats it")
    func receipt() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...3, bad: [2]), to: "mixed.csv")
        let command = ["submit", "mixed.csv", "--from", "市场监督管理局", "--json"] + day
        let first = try await place.run(list: command).object()
        #expect(["rows", "admitted", "refused", "queued", "warned"].map { first[$0] as? Int } == [3, 2, 1, 0, 0])
        let receipt = try #require(first["receipt"] as? [String: Any])
        let sequence = try #require(receipt["sequence"] as? [String: Any])
        #expect(sequence["first"] as? Int == 1 && sequence["seal"] as? Int == 3)
        let again = try #require(try await place.run(list: command).object()["receipt"] as? [String: Any])
        #expect(again["repeats"] as? String == receipt["submission"] as? String)
        #expect(again["unchanged"] as? Int == 2 && again["added"] as? Int == 0)
        let head = try await place.run("ledger", "head", "--json").object()
        #expect(head["size"] as? Int == 3)
    }

    @Test(
        "A number that a record has in another spelling is shown, both are kept as sent, and the entries still give the files"
    )
    func nearNumbers() async throws {
        let place = try Workplace()
        let spellings = ["测许字〔2026〕1号", "测许字[2026]001号"]
        for (number, spelling) in spellings.enumerated() {
            try place.write(Sheets.licence(spelt: [spelling]), to: "\(number).csv")
            let run = try await place.run(list: ["submit", "\(number).csv", "--from", "市场监督管理局", "--json"] + day)
            let object = try run.object()
            let faults = try #require(object["faults"] as? [[String: Any]])
            #expect(run.status == 0 && object["warned"] as? Int == number && faults.count == number, "\(run)")
            let messages = faults.compactMap { $0["message"] as? String }
            #expect(messages.allSatisfy { $0.contains("已有记录 1 的“\(spellings[0])”") }, "\(messages)")
        }
        let file = try await place.run("file", Sheets.code, "--on", "2026-07-04").output
        #expect(spellings.allSatisfy { file.contains($0) }, "\(file)")
        #expect(try await place.run("replay").status == 0)
    }

    @Test("For people the receipt is complete in both languages")
    func words() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...2), to: "one.csv")
        let command = ["submit", "one.csv", "--from", "市场监督管理局"] + day
        let chinese = try await place.run(list: command).output
        #expect(
            chinese.contains("回执 S20260703-") && chinese.contains("新增 2") && chinese.contains("账本序号 1–3"),
            "\(chinese)"
        )
        let english = try await place.run(list: command + ["--lang", "en"]).output
        #expect(english.contains("Receipt S20260703-") && english.contains("2 held already"), "\(english)")
        #expect(english.contains("nothing changed"))
    }

    @Test("The store is named by --store or XINYUAN_STORE, and is readable by its owner's key alone")
    func stores() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...1), to: "one.csv")
        let command = ["submit", "one.csv", "--from", "市场监督管理局"] + day
        #expect(try await place.run(list: command, environment: ["XINYUAN_STORE": "sqlite:here.sqlite"]).status == 0)
        #expect(try await place.run("ledger", "head", "--store", "sqlite:here.sqlite").status == 0)
        let keys = place.file("here.sqlite.keys")
        let attributes = try FileManager.default.attributesOfItem(atPath: keys.path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        try FileManager.default.removeItem(at: keys)
        let keyless = try await place.run("ledger", "head", "--store", "sqlite:here.sqlite")
        #expect(keyless.status == 2 && keyless.trouble.contains("here.sqlite.keys"))
        #expect(try await place.run(list: command + ["--store", "postgres:x"]).status == 2)
    }

    @Test(
        "A missing store is said to be missing, and none is made",
        arguments: [
            ["status"], ["file", Sheets.code], ["conflicts", "list"], ["tiers", "list"], ["ledger", "head"], ["replay"],
            ["withdraw", "1", "--by", "王某", "--reason", "误报"],
            ["export", "licence", "--since", "2026-01-01", "--out", "x.csv"],
            ["serve", "--port", "0"],
        ]
    )
    func missingStore(command: [String]) async throws {
        let place = try Workplace()
        let run = try await place.run(list: command)
        #expect(run.status == 2 && run.trouble.contains("xinyuan.sqlite") && run.output.isEmpty, "\(run)")
        #expect(!FileManager.default.fileExists(atPath: place.file("xinyuan.sqlite").path))
    }
}

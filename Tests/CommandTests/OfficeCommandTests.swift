import Foundation
import Testing

@Suite("What the credit office does")
struct OfficeCommandTests {
    private let officer = ["--by", "王某", "--reason", "已与登记机关核对"]

    private func filled(_ rows: [[String]]) async throws -> Workplace {
        let place = try Workplace()
        try place.write(rows, to: "in.csv")
        let run = try await place.run("submit", "in.csv", "--from", "市场监督管理局", "--received", "2026-07-03")
        #expect(run.status <= 1, "\(run)")
        return place
    }

    @Test("A withdrawn record is gone from the file at once, and cannot be withdrawn twice")
    func withdraw() async throws {
        let place = try await filled(Sheets.licences(1...2))
        let before = try await place.run("file", Sheets.code)
        #expect(before.output.contains("测许字〔2026〕1号") && before.output.contains("测许字〔2026〕2号"), "\(before)")
        let run = try await place.run(list: ["withdraw", "1", "--document", "测撤〔2026〕1号"] + officer)
        #expect(run.status == 0 && run.output.contains("账本序号 4"), "\(run)")
        let after = try await place.run("file", Sheets.code)
        #expect(!after.output.contains("测许字〔2026〕1号") && after.output.contains("测许字〔2026〕2号"))
        #expect(try await place.run(list: ["withdraw", "1", "--document", "测撤〔2026〕1号"] + officer).status == 1)
        #expect(try await place.run(list: ["withdraw", "99"] + officer).status == 1)
        #expect(try await place.run("replay").status == 0)
    }

    @Test("Without a document a record is taken down; nothing is done without a name and a reason")
    func takeDown() async throws {
        let place = try await filled(Sheets.licences(1...1))
        #expect(try await place.run("withdraw", "1", "--by", " ", "--reason", "误报").status == 2)
        #expect(try await place.run("withdraw", "1", "--by", "王某").status == 2)
        let number = try await place.run("withdraw", "1", "--by", "王某", "--reason", "本人 110105 18801231 0023 申请")
        #expect(number.status == 2 && !number.trouble.contains("18801231"), "\(number)")
        #expect(try await place.run("file", Sheets.code).output.contains("测许字〔2026〕1号"))
        #expect(try await place.run(list: ["withdraw", "1", "--lang", "en"] + officer).output.contains("taken down"))
        #expect(try await place.run("file", Sheets.code).output.contains("测许字") == false)
    }

    @Test("Rows without a code wait; resolved they stand in the file, refused they do not")
    func conflicts() async throws {
        let place = try await filled(Sheets.licences(1...3, codeless: [2, 3]))
        let rows = try #require(
            try await place.run("conflicts", "list", "--json").object()["conflicts"] as? [[String: Any]]
        )
        try #require(rows.count == 2)
        #expect(Set(rows.compactMap { $0["name"] as? String }) == ["测试2号食品有限公司", "测试3号食品有限公司"])
        let keys: Set = [
            "number", "received", "department", "item", "name", "code", "registrationNumber", "organisationCode",
        ]
        #expect(rows.allSatisfy { keys.isSubset(of: Set($0.keys)) })
        let numbers = rows.compactMap { $0["number"] as? Int }
        let resolve = try await place.run(
            list: ["conflicts", "resolve", "\(numbers[0])", "--subject", Sheets.code] + officer
        )
        #expect(resolve.status == 0, "\(resolve)")
        #expect(try await place.run(list: ["conflicts", "resolve", "\(numbers[1])", "--refuse"] + officer).status == 0)
        #expect(try await place.run(list: ["conflicts", "resolve", "\(numbers[1])", "--refuse"] + officer).status == 1)
        #expect(try await place.run(list: ["conflicts", "resolve", "\(numbers[1])"] + officer).status == 2)
        #expect(try await place.run("conflicts").output.contains("没有待认定的行"))
        let file = try await place.run("file", Sheets.code).output
        #expect(file.contains("测许字〔2026〕2号") && !file.contains("测许字〔2026〕3号"), "\(file)")
        #expect(try await place.run("replay").status == 0)
    }

    @Test("A row waits until it is given a code that holds")
    func wrongCode() async throws {
        let place = try await filled(Sheets.licences(1...1, codeless: [1]))
        let run = try await place.run(list: ["conflicts", "resolve", "1", "--subject", "91220402TEWT900140"] + officer)
        #expect(run.status == 1, "\(run)")
        #expect(try await place.run("conflicts", "--lang", "en").output.contains("no code at all"))
    }

    @Test("A penalty without a tier is not shown until somebody decides it")
    func tiers() async throws {
        let place = try await filled(Sheets.fines(1...2))
        let rows = try #require(try await place.run("tiers", "list", "--json").object()["records"] as? [[String: Any]])
        #expect(rows.compactMap { $0["record"] as? Int } == [1, 2])
        let hidden = try await place.run("file", Sheets.otherCode)
        let unknown = try await place.run("file", Sheets.code)
        #expect(hidden.status == 1 && hidden.output.isEmpty, "that it is known is not told")
        #expect(hidden.trouble == unknown.trouble.replacing(Sheets.code, with: Sheets.otherCode))
        let run = try await place.run(list: ["tiers", "decide", "1", "--tier", "serious"] + officer)
        #expect(run.status == 0, "\(run)")
        #expect(try await place.run(list: ["tiers", "decide", "9", "--tier", "minor"] + officer).status == 1)
        let left = try #require(try await place.run("tiers", "list", "--json").object()["records"] as? [[String: Any]])
        #expect(left.compactMap { $0["record"] as? Int } == [2])
        let file = try await place.run("file", Sheets.otherCode, "--on", "2026-07-03").output
        #expect(!file.contains("测罚字〔2026〕2号"))
    }
}

import Foundation
import Testing

@Suite("xinyuan inbox")
struct InboxCommandTests {
    private static let department = "市场监督管理局"
    private let once = ["inbox", "drop", "--once", "--settle", "0"]

    private func place() throws -> Workplace {
        let place = try Workplace()
        try FileManager.default.createDirectory(
            at: place.file("drop/\(Self.department)"),
            withIntermediateDirectories: true
        )
        return place
    }

    private func names(_ place: Workplace) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.file("drop/\(Self.department)").path).sorted()
    }

    @Test("0 where all is taken, 1 where some is refused or unreadable, 2 where something is in the way")
    func exitCodes() async throws {
        let place = try place()
        let drop = "drop/\(Self.department)/"
        #expect(try await place.run(list: once).status == 0)
        try place.write(Sheets.licences(1...2), to: drop + "好.csv")
        let good = try await place.run(list: once)
        #expect(good.status == 0 && good.output.contains("收下 1 个文件，2 行，通过 2"), "\(good)")
        try place.write(Sheets.licences(3...4, bad: [4]), to: drop + "有错.csv")
        #expect(try await place.run(list: once + ["--lang", "en"]).status == 1)
        try place.write([["随便", "什么"], ["1", "2"]], to: drop + "不认识.csv")
        let unknown = try await place.run(list: once)
        #expect(unknown.status == 1 && unknown.output.contains("未收"), "\(unknown)")
        #expect(try names(place).count { $0.hasSuffix(".未收-not-taken.txt") } == 1)
        try FileManager.default.createDirectory(at: place.file("drop/没有的局"), withIntermediateDirectories: true)
        let stranger = try await place.run(list: once)
        #expect(stranger.status == 2 && stranger.trouble.contains("没有的局"), "\(stranger)")
        let absent = try await place.run("inbox", "absent", "--once")
        #expect(absent.status == 2 && absent.trouble.contains("absent"), "\(absent)")
    }

    @Test("An original is fetched by its number or its receipt's, once, by name and with a reason")
    func original() async throws {
        let place = try place()
        try place.write(Sheets.licences(1...2), to: "drop/\(Self.department)/好.csv")
        let clear = try Data(contentsOf: place.file("drop/\(Self.department)/好.csv"))
        _ = try await place.run(list: once)
        let receipt = try #require(try names(place).first { $0.hasSuffix(".回执.txt") })
        let number = try #require(receipt.firstMatch(of: /S\d{8}-\w{10}/)).output
        let command = ["inbox", "original", String(number), "--inbox", "drop", "--by", "王某", "--reason", "核对"]
        let run = try await place.run(list: command + ["--out", "out.csv"])
        #expect(run.status == 0 && run.output.contains("好.csv"), "\(run)")
        #expect(try Data(contentsOf: place.file("out.csv")) == clear)
        #expect(try await place.run(list: command + ["--out", "out.csv"]).status == 2)
        let nameless = command.map { $0 == "王某" ? " " : $0 } + ["--out", "two.csv"]
        #expect(try await place.run(list: nameless).status == 2)
        let unknown = ["inbox", "original", "D1", "--inbox", "drop", "--by", "王某", "--reason", "核对", "--out", "x"]
        #expect(try await place.run(list: unknown).status == 1)
        let looks = try String(contentsOf: place.file("drop/.xinyuan/looks.jsonl"), encoding: .utf8)
        #expect(looks.split(separator: "\n").count == 1 && looks.contains("王某"))
    }

    @Test("The portal takes files in while it runs, and its log tells counts alone", .timeLimit(.minutes(2)))
    func serve() async throws {
        let place = try place()
        try place.write(Sheets.licences(1...1), to: "in.csv")
        try await place.run("submit", "in.csv", "--from", Self.department)
        let job = try place.start(["serve", "--port", "0", "--inbox", "drop", "--settle", "0.1"])
        let target = place.file("drop/\(Self.department)/二号.csv")
        try place.write(Sheets.licences(2...3), to: "two.csv")
        try FileManager.default.moveItem(at: place.file("two.csv"), to: target)
        let end = Date().addingTimeInterval(60)
        while try job.isRunning && Date() < end && !names(place).contains(where: { $0.hasSuffix(".回执.txt") }) {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try names(place).contains { $0.hasPrefix("二号.csv.S") && $0.hasSuffix(".回执.txt") })
        let second = try await place.run(list: once)
        #expect(second.status == 2 && second.trouble.contains("另一个 xinyuan"), "\(second)")
        job.terminate()
        let run = try await job.finish(within: 60)
        #expect(run.status == 0, "\(run)")
        #expect(run.trouble.contains("admitted=2") && !run.trouble.contains("二号"), "\(run.trouble)")
        let head = try await place.run("ledger", "head", "--json").object()
        #expect(head["size"] as? Int == 5)
    }
}

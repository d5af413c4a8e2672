import Foundation
import TestSupport
import Testing

/// What is restricted is told by no command but to its sender, and to the officer at the conflict desk.
@Suite("What is restricted, on the command line")
struct RestrictedCommandTests {
    private static let people = ["220402188603050027", "220402188603050035"]
    private static let canaries = people + ["秘", "220400000000018", "2****************7", "2****************5"]
    private static let drop = "drop/财政局"

    private let with: Workplace
    private let without: Workplace

    private static let inspections = [
        ["静默主体名称", "静默主体代码", "静默注册号", "静默文号", "静默机关", "静默日期", "静默事实"],
        ["秘名甲公司", Sheets.code, "", "秘检〔2026〕1号", "辽源市财政局", "2026-06-18", "秘事一"],
        ["秘名乙公司", Sheets.otherCode, "220400000000018", "秘检〔2026〕2号", "辽源市财政局", "2026-06-18", "秘事二"],
        ["秘名丙公司", "", "", "秘检〔2026〕3号", "辽源市财政局", "2026-06-18", "秘事三"],
    ]

    private static func experts(_ facts: String) -> [[String]] {
        let heading = ["静默姓名", "静默证件号码", "静默文号", "静默机关", "静默日期", "静默事实"]
        let rows = [("秘某子", people[0]), ("秘某丑", people[1]), ("秘某寅", "2***************27")]
        return [heading] + rows.map { [$0.0, $0.1, "秘评〔2026〕1号", "辽源市财政局", "2026-06-18", facts] }
    }

    init() async throws {
        let catalogue = try RestrictedCatalogue.shared.get().path
        with = try Workplace(catalogue: catalogue)
        without = try Workplace(catalogue: catalogue)
        for place in [with, without] {
            try place.write(Sheets.licences(1...2), to: "in.csv")
            try await place.run("submit", "in.csv", "--from", "市场监督管理局", "--received", "2026-07-03")
        }
        try with.write(Self.inspections, to: "inspections.csv")
        try with.write(Self.experts("秘评串通"), to: "experts.csv")
    }

    private func submit(_ file: String, _ more: String...) async throws -> Run {
        let base = ["submit", file, "--from", "财政局", "--received", "2026-07-03"]
        return try await with.run(list: base + more)
    }

    /// Asks both, and expects the same but for the size of the ledger and its hashes.
    private func expectSame(_ arguments: [String]) async throws {
        async let here = with.run(list: arguments)
        async let there = without.run(list: arguments)
        let (run, other) = try await (here, there)
        #expect(run.status == other.status && Self.plain(run) == Self.plain(other), "\(arguments): \(run) \(other)")
        let asked = arguments.joined(separator: " ")
        for canary in Self.canaries where !asked.contains(canary) {
            #expect(!(run.output + run.trouble).contains(canary), "\(arguments) says \(canary)")
        }
    }

    private static func plain(_ run: Run) -> String {
        (run.output + run.trouble)
            .replacing(/账本 \d+ 条|"ledgerSize":\d+|"elapsed[^,}]*|\d+(?:\.\d+)? ?(?:毫秒|ms)/, with: "N")
    }

    @Test("Its sender is told counts and faults with masked values, and gets a marked copy without numbers")
    func sender() async throws {
        let check = try await with.run("check", "experts.csv", "--json")
        let run = try await submit("experts.csv", "--marked", "marked.xlsx")
        #expect(run.status == 1 && run.output.contains("静默专家"), "\(run)")
        #expect(run.output.contains("新增 2") && run.output.contains("拒收 1"), "\(run)")
        for text in [check.output, check.trouble, run.output, run.trouble] {
            for number in Self.people { #expect(!text.contains(number)) }
        }
        let again = try await submit("experts.csv")
        #expect(again.output.contains("原已有 2"), "\(again)")
        try with.write(Self.experts("秘评更正"), to: "second.csv")
        #expect(try await submit("second.csv").output.contains("更正 2"))
        let marked = try Data(contentsOf: with.file("marked.xlsx"))
        #expect(!marked.isEmpty)
        let read = try await with.run("sheets", "marked.xlsx")
        for number in Self.people { #expect(!read.output.contains(number)) }
        let sheet = try await submit("marked.xlsx")
        #expect(
            sheet.output.contains("更正 2") && sheet.output.contains("新增 0"),
            "the sealed numbers are known: \(sheet)"
        )
        let withdrawal = ["withdraw", "4", "--by", "王某", "--reason", "误报"]
        #expect(try await with.run(list: withdrawal).status == 0)
        #expect(try await with.run(list: withdrawal).status == 1)
        #expect(try await with.run("replay").status == 0)
    }

    @Test("No other command says a word of it", .timeLimit(.minutes(3)))
    func silence() async throws {
        #expect(try await submit("inspections.csv").output.contains("新增 2"))
        #expect(try await submit("experts.csv").output.contains("新增 2"))
        try await expectSame(["file", Sheets.code])
        for code in [Sheets.otherCode, "220400000000018"] { try await expectSame(["file", code, "--lang", "en"]) }
        for words in ["秘名", "秘某子", Sheets.otherCode] { try await expectSame(["search", words, "--json"]) }
        for command in [["status"], ["tiers", "list", "--json"]] { try await expectSame(command) }
        for item in ["quiet-inspection", "quiet-expert", "licence"] {
            try await expectSame(["export", item, "--since", "2026-01-01", "--out", "out.csv"])
            let files = [with, without].map { FileManager.default.contents(atPath: $0.file("out.csv").path) }
            #expect(files[0] == files[1] && files[0] != nil)
        }
        // A record of an organisation, then one of a person.
        for number in [4, 8] {
            let decide = ["tiers", "decide", "\(number)", "--tier", "general", "--by", "王某", "--reason", "核实"]
            #expect(try await with.run(list: decide).trouble.contains("没有第 \(number) 号"))
            let entry = try await with.run("ledger", "entry", "\(number)", "--json").object()
            #expect(entry["act"] as? String == "record", "\(entry)")
        }
        for place in [with, without] {
            try place.write([["名称", "代码"], ["秘名乙公司", ""], ["秘名乙公司", Sheets.otherCode]], to: "list.csv")
        }
        let match = try await with.run("match", "list.csv", "--json")
        let other = try await without.run("match", "list.csv", "--json")
        #expect(match.status == other.status && match.output == other.output)
        let pair = ["match", "decide", "--from", "交通运输局", "--name", "秘名", "--code", Sheets.otherCode, "--same"]
        try await expectSame(pair + ["--by", "王某", "--reason", "核实"])
        let names = try Data(contentsOf: with.file("xinyuan.sqlite.names"))
        #expect(names.range(of: Data("秘".utf8)) == nil, "nor does the copy of the names on disk")
        #expect(try await with.run("conflicts").output.contains("秘名丙公司"), "the officer who resolves it sees the row")
        #expect(try await with.run("replay").output.contains("秘") == false)
    }

    @Test("The drop folder answers its department alone, and the log tells counts")
    func inbox() async throws {
        try FileManager.default.createDirectory(at: with.file(Self.drop), withIntermediateDirectories: true)
        try with.write(Self.experts("秘评串通"), to: Self.drop + "/名单.csv")
        let run = try await with.run("inbox", "drop", "--once", "--settle", "0")
        #expect(run.status == 1 && run.output.contains("通过 2"), "\(run)")
        for canary in Self.canaries + ["静默", "quiet"] {
            #expect(!(run.output + run.trouble).contains(canary), "\(run)")
        }
        let answers = try FileManager.default.contentsOfDirectory(atPath: with.file(Self.drop).path)
        #expect(answers.contains { $0.hasSuffix(".回执.txt") })
        for name in answers {
            let bytes = try Data(contentsOf: with.file(Self.drop + "/" + name))
            for number in Self.people { #expect(bytes.range(of: Data(number.utf8)) == nil, "\(name)") }
        }
    }
}

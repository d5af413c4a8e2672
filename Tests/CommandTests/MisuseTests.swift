import Testing

@Suite("Wrong usage is answered, never crashed on")
struct MisuseTests {
    static let commands: [[String]] = [
        ["nonsense"], ["check"], ["check", "--json"], ["check", "x.csv", "--lang", "fr"],
        ["check", "x.csv", "--received", "2026-02-30"],
        ["submit"], ["submit", "x.csv"], ["submit", "--manifest", "/nowhere/manifest.json"],
        ["submit", "x.csv", "--from", ""],
        ["file"], ["file", "1", "--on", "gestern"], ["code"],
        ["tiers", "decide", "x", "--tier", "minor", "--by", "a", "--reason", "b"],
        ["tiers", "decide", "1", "--tier", "huge", "--by", "a", "--reason", "b"],
        ["withdraw", "-1", "--by", "a", "--reason", "b"],
        ["withdraw", "99999999999999999999", "--by", "a", "--reason", "b"],
        ["conflicts", "resolve", "1", "--by", "a", "--reason", "b"],
        ["ledger", "entry", "x"], ["ledger", "entry", "-1"], ["export", "licence"], ["template"],
        ["catalogue", "nonsense"],
        ["serve", "--port", "abc"], ["schema", "--dialect", "oracle"], ["sample"],
        ["sample", "--out", "x", "--organisations", "-1"],
        ["sample", "--out", "x", "--organisations", "0"], ["sample", "--out", "x", "--organisations=-3"],
        ["sample", "--out", "x", "--organisations", "5", "--records=-3"],
        ["sample", "--out", "x.csv", "--bench", "clean", "--rows=-3"],
        ["sample", "--out", "/proc/nowhere", "--organisations", "5"],
        ["template", "licence", "--out", "/nowhere/x.xlsx"], ["template", "licence", "--out", "/nowhere/x.csv"],
        ["status", "--store", "sqlite:"], ["status", "--store", "sqlite:/nowhere/x.sqlite"],
        ["status", "--store", "sqlite:catalogue"],
        ["sheets"], ["sheets", "/nowhere.xlsx"], ["sheets", "/"], ["sheets", "x.csv", "--rows", "101"],
        ["sheets", "x.csv", "--rows=-1"],
        ["layout", "show"], ["layout", "show", "nothing"], ["layout", "suggest"],
        ["layout", "suggest", "/nowhere.csv"],
        ["check", "x.csv", "--layout", "nothing"], ["check", "x.csv", "--give", "x"],
        ["status", "--catalogue", "/nowhere"], ["serve", "--port", "-5"],
        ["submit", "x.csv", "--from", "市场监督管理局", "--store", "x"],
        ["inbox"], ["inbox", "/nowhere", "--once"], ["inbox", "x", "--settle", "-1"], ["inbox", "x", "--keep-days=-1"],
        ["inbox", "original", "D1", "--inbox", "x", "--out", "y"], ["serve", "--inbox", "x", "--settle", "nan"],
    ]

    @Test("It ends with 2 and words, without a trace of the machine", arguments: commands)
    func misuse(command: [String]) async throws {
        let run = try await Workplace().run(list: command)
        #expect(run.status == 2 && !run.trouble.isEmpty, "\(command): \(run)")
        for trace in ["Fatal error", "Stack dump", "*** Signal", "Thread 0", "NSCocoaErrorDomain", "GRDB", "0x"] {
            #expect(!run.trouble.contains(trace) && !run.output.contains(trace), "\(command): \(run.trouble)")
        }
    }

    /// A made-up number of somebody born in 1886.
    static let person = "220402188603050027"
    static let officer = ["--by", "王某", "--reason", "核实"]
    static let personal: [[String]] = [
        ["file", person], ["file", "2204 0218 8603 0500 27"], ["file", "L" + person],
        ["match", "decide", "--from", "市场监督管理局", "--name", "一号", "--code", person, "--same"] + officer,
        ["match", "decide", "--from", person, "--name", "一号", "--code", Sheets.code, "--same"] + officer,
        ["match", "decide", "--from", "市场监督管理局", "--name", "一号", "--code", "2204-0218-8603-0500-27", "--same"]
            + officer,
        ["conflicts", "resolve", "1", "--subject", person] + officer,
        ["conflicts", "resolve", person, "--refuse"] + officer,
        ["ledger", "entry", person], ["ledger", "entry", person + "X"], ["withdraw", person] + officer,
        ["tiers", "decide", person, "--tier", "minor"] + officer, ["export", person, "--since", "2026-01-01"],
        ["template", person], ["catalogue", "show", person], ["submit", person + ".csv", "--from", "市场监督管理局"],
        ["check", person + ".csv"], ["inbox", person, "--once"],
        ["inbox", "original", person, "--inbox", ".", "--out", "x"] + officer, ["match", person + ".csv"],
        ["search", person],
    ]

    @Test("A number of a person is never repeated, wherever it was given", arguments: personal)
    func personalNumber(command: [String]) async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...1, codeless: [1]), to: "in.csv")
        try await place.run("submit", "in.csv", "--from", "市场监督管理局", "--received", "2026-07-03")
        let run = try await place.run(list: command)
        #expect(run.status != 0 && !run.trouble.isEmpty, "\(command): \(run)")
        let said = (run.output + run.trouble).filter { $0.isNumber || $0 == "*" }
        #expect(!said.contains(Self.person) && !said.contains("18860305"), "\(command): \(run)")
    }

    @Test("A file that is no store is refused")
    func noStore() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...3), to: "xinyuan.sqlite")
        try place.write(Sheets.licences(1...3), to: "in.csv")
        let run = try await place.run("submit", "in.csv", "--from", "市场监督管理局")
        #expect(run.status == 2 && !run.trouble.isEmpty, "\(run)")
        #expect(!run.trouble.contains("GRDB"))
    }
}

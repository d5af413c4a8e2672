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
        ["status", "--catalogue", "/nowhere"], ["serve", "--port", "-5"],
        ["submit", "x.csv", "--from", "市场监督管理局", "--store", "x"],
    ]

    @Test("It ends with 2 and words, without a trace of the machine", arguments: commands)
    func misuse(command: [String]) async throws {
        let run = try await Workplace().run(list: command)
        #expect(run.status == 2 && !run.trouble.isEmpty, "\(command): \(run)")
        for trace in ["Fatal error", "Stack dump", "*** Signal", "Thread 0", "NSCocoaErrorDomain", "GRDB", "0x"] {
            #expect(!run.trouble.contains(trace) && !run.output.contains(trace), "\(command): \(run.trouble)")
        }
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

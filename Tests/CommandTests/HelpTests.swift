import Foundation
import Testing

/// Every command's help stands in `Golden/help`; `RECORD_GOLDEN=1` writes it anew and fails, so that somebody looks at it.
@Suite("The help of every command")
struct HelpTests {
    static let commands: [[String]] = [
        [], ["check"], ["submit"], ["inbox"], ["inbox", "run"], ["inbox", "original"], ["status"], ["conflicts"],
        ["conflicts", "list"], ["conflicts", "resolve"],
        ["tiers"],
        ["tiers", "list"], ["tiers", "decide"], ["withdraw"], ["search"], ["match"], ["match", "file"],
        ["match", "decide"],
        ["file"], ["code"], ["export"], ["template"], ["sheets"],
        ["catalogue"],
        ["catalogue", "check"], ["catalogue", "list"], ["catalogue", "show"], ["catalogue", "coverage"], ["layout"],
        ["layout", "list"], ["layout", "show"], ["layout", "suggest"], ["ledger"], ["ledger", "head"],
        ["ledger", "entry"],
        ["replay"], ["serve"], ["sample"], ["schema"],
    ]

    private static let golden = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("Golden/help")

    @Test("It is as last looked at, in both languages, with an example", arguments: commands)
    func isGolden(command: [String]) async throws {
        let run = try await Workplace().run(list: command + ["--help"])
        #expect(run.status == 0 && run.trouble.isEmpty)
        #expect(run.output.contains("Example"))
        let file = Self.golden.appendingPathComponent((["xinyuan"] + command).joined(separator: "-") + ".txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: Self.golden, withIntermediateDirectories: true)
            try Data(run.output.utf8).write(to: file)
            Issue.record("recorded \(file.lastPathComponent): look at it and run again without RECORD_GOLDEN")
            return
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(run.output == expected, "\(file.lastPathComponent); RECORD_GOLDEN=1 records it anew")
    }

    @Test("Every command that a help lists is among them")
    func isComplete() async throws {
        let place = try Workplace()
        var listed: [[String]] = [[]]
        for command in Self.commands {
            let lines = try await place.run(list: command + ["--help"]).output.split(separator: "\n")
            guard let start = lines.firstIndex(of: "SUBCOMMANDS:") else { continue }
            for line in lines[(start + 1)...]
            where line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  See") {
                guard let name = line.split(separator: " ").first else { continue }
                listed.append(command + [String(name)])
            }
        }
        #expect(listed.count > 20)
        // Hidden from the list, not from the eye.
        #expect(Set(listed + [["schema"]]) == Set(Self.commands))
    }
}

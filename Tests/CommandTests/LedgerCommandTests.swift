import Foundation
import Testing

@Suite("What the log shows, and what a replay proves")
struct LedgerCommandTests {
    private static let sqlite: URL? = {
        let url = URL(fileURLWithPath: "/usr/bin/sqlite3")
        guard FileManager.default.isExecutableFile(atPath: url.path) else {
            print("skipped: /usr/bin/sqlite3 is not here, so no store is tampered with")
            return nil
        }
        return url
    }()

    private func filled() async throws -> Workplace {
        let place = try Workplace()
        try place.write(Sheets.licences(1...5), to: "in.csv")
        #expect(try await place.run("submit", "in.csv", "--from", "市场监督管理局", "--received", "2026-07-03").status == 0)
        return place
    }

    @Test("The head is signed and grows; an entry's proof leads to it")
    func head() async throws {
        let place = try await filled()
        let head = try await place.run("ledger", "head", "--json").object()
        #expect(head["size"] as? Int == 6)
        let checkpoint = try #require(head["checkpoint"] as? String)
        let lines = checkpoint.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count >= 5 && lines[1] == "6" && lines[3].isEmpty && lines[4].hasPrefix("— "), "\(checkpoint)")
        for number in 1...6 {
            let entry = try await place.run("ledger", "entry", "\(number)", "--json").object()
            #expect(entry["holds"] as? Bool == true && entry["root"] as? String == head["root"] as? String)
            #expect(entry["act"] as? String == (number == 6 ? "seal" : "record"))
        }
        #expect(try await place.run("ledger", "entry", "7").status == 1)
        #expect(try await place.run("ledger", "entry", "0").status == 1)
        #expect(try await place.run("ledger").output.contains(checkpoint))
    }

    @Test("A whole store replays to the same state")
    func replays() async throws {
        let place = try await filled()
        let run = try await place.run("replay", "--json")
        let proof = try run.object()
        #expect(run.status == 0 && proof["entries"] as? Int == 6)
        #expect(proof["rootHolds"] as? Bool == true && proof["digestHolds"] as? Bool == true)
    }

    @Test(
        "A tampered store is found out",
        .enabled(if: sqlite != nil, "no sqlite3 here"),
        arguments: [
            "UPDATE subject SET name = '别的公司'", "UPDATE record SET shown_until = 1",
            "UPDATE record SET standing = 'withdrawn'",
            "DELETE FROM record WHERE id = 2", "UPDATE submission SET refused = 1",
            "UPDATE entry SET salt = zeroblob(32) WHERE sequence = 3", "UPDATE ledger_head SET root = zeroblob(32)",
        ]
    )
    func tampered(statement: String) async throws {
        let place = try await filled()
        try tamper(place, statement)
        let run = try await place.run("replay")
        #expect(run.status == 1 && run.output.contains("✗"), "\(statement): \(run)")
    }

    @Test("A store of a newer program is not called damaged", .enabled(if: sqlite != nil, "no sqlite3 here"))
    func newer() async throws {
        let place = try await filled()
        try tamper(place, "PRAGMA user_version = 99")
        for command in ["status", "replay"] {
            let run = try await place.run(command)
            #expect(
                run.status == 2 && run.trouble.contains("更新程序") && run.trouble.contains("Update the program"),
                "\(run)"
            )
            #expect(!run.trouble.contains("对不上") && !run.trouble.contains("does not hold"))
        }
    }

    private func tamper(_ place: Workplace, _ statement: String) throws {
        let process = Process()
        process.executableURL = Self.sqlite
        process.arguments = [place.file("xinyuan.sqlite").path, statement]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

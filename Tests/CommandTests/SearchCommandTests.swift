import Foundation
import TestSupport
import Testing

@Suite("search")
struct SearchCommandTests {
    private func lines(_ run: Run) throws -> [[String: Any]] {
        try run.output.split(whereSeparator: \.isNewline)
            .map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    private func listed() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            [["name", "code"], ["松溪鑫源商贸有限公司", "91999902TEWT910178"], ["松溪宏远物流有限公司", "91999902TEWT910253"]],
            to: "list.csv"
        )
        return place
    }

    @Test("A query a line in, a line out, empty ones too")
    func batch() async throws {
        let place = try listed()
        let asked = ["鑫源", "", "hongyuan", "没有的", "TEWT9102"]
        try Data((asked.joined(separator: "\n") + "\n").utf8).write(to: place.file("asked.txt"))
        let run = try await place.run("search", "--register", "list.csv", "--batch", "asked.txt", "--json")
        let answers = try lines(run)
        #expect(run.status == 0 && answers.compactMap { $0["query"] as? String } == asked, "\(run)")
        let counts = answers.map { ($0["hits"] as? [[String: Any]])?.count }
        #expect(counts == [1, 0, 1, 0, 1])
        let hit = (answers[0]["hits"] as? [[String: Any]])?.first
        #expect(hit?["code"] as? String == "91999902TEWT910178" && hit?["why"] as? String == "part")
    }

    @Test("What is no UTF-8, a person's number, or nothing at all is said to be so")
    func misuse() async throws {
        let place = try listed()
        try Data([0xD0, 0xCE, 0xD4, 0xB4, 0x0A]).write(to: place.file("gb.txt"))
        let other = try await place.run("search", "--register", "list.csv", "--batch", "gb.txt")
        #expect(other.status == 2 && other.trouble.contains("UTF-8"), "\(other)")
        let person = try await place.run("search", "220402 18860305 0027", "--register", "list.csv")
        #expect(person.status == 2 && !person.trouble.contains("18860305"), "\(person)")
        #expect(try await place.run("search").status == 2)
        #expect(try await place.run("search", "没有的", "--register", "list.csv").status == 1)
    }

    @Test("The copy beside the store serves the next command; a file of the future is not taken in")
    func store() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...1), to: "in.csv")
        let early = try await place.run("submit", "in.csv", "--from", "市场监督管理局", "--received", "2099-01-01")
        #expect(early.status == 2 && early.trouble.contains("2099-01-01"), "\(early)")
        try await place.run("submit", "in.csv", "--from", "市场监督管理局", "--received", "2026-07-03")
        for _ in 0..<2 {
            let found = try lines(try await place.run("search", Sheets.code, "--json"))
            #expect((found.first?["hits"] as? [[String: Any]])?.first?["code"] as? String == Sheets.code)
        }
    }
}

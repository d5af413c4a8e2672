import Foundation
import TestSupport
import Testing

/// Whenever the power goes, a file in the drop folder is answered once, and nothing of it is left in clear.
@Suite("inbox killed again and again")
struct InboxKillTests {
    private static let folders = ["市场监督管理局", "市场监督管理局/licence", "112204000TEWT0447L"]
    private static let kills = 36
    private static let chunk = ["XINYUAN_CHUNK_ROWS": "20"]

    /// A file that was put into the folder.
    private struct Put {
        let folder: String
        let name: String
        let rows: Int
        let isAgain: Bool
    }

    @Test(
        "Every file is answered once, every record stands once, no original is left in clear",
        .timeLimit(.minutes(10))
    )
    func killed() async throws {
        let place = try Workplace()
        for folder in Self.folders {
            try FileManager.default.createDirectory(at: place.file("drop/" + folder), withIntermediateDirectories: true)
        }
        var random = SplitMix(state: 2_026)
        var puts: [Put] = []
        var kills = 0
        var usual = 1.0
        var runs = 0
        while kills < Self.kills {
            if runs % 2 == 0 { try put(4, &puts, &random, place) }
            runs += 1
            let begun = Date()
            let job = try once(place)
            let delay = usual * Double(random.next() % 1_000) / 1_000
            while job.isRunning, Date().timeIntervalSince(begun) < delay { try await Task.sleep(for: .milliseconds(1)) }
            if job.isRunning {
                job.kill()
                kills += 1
            }
            let run = try await job.finish()
            if run.status == 0 { usual = Date().timeIntervalSince(begun) * 1.05 }
            try #require(run.status == 0 || run.status == -SIGKILL, "\(run)")
        }
        var last = try await once(place).finish()
        #expect(last.status == 0, "\(last)")
        last = try await once(place).finish()
        #expect(last.status == 0 && last.output.contains("收下 0 个文件"), "\(last)")
        print("\(kills) kills, \(runs) runs, \(puts.count) files")
        try await verify(puts, place)
    }

    private func once(_ place: Workplace) throws -> Job {
        try place.start(["inbox", "drop", "--once", "--settle", "0"], environment: Self.chunk)
    }

    /// Puts files in as a front-end machine does: written elsewhere, then renamed; every fifth has an earlier one's content.
    private func put(_ count: Int, _ puts: inout [Put], _ random: inout SplitMix, _ place: Workplace) throws {
        for _ in 0..<count {
            let number = puts.count
            let folder = Self.folders[number % Self.folders.count]
            let earlier = puts.count % 5 == 4 ? puts.last { !$0.isAgain } : nil
            let rows = earlier?.rows ?? [1, 7, 90, 150][Int(random.next() % 4)]
            let name = "件\(number) \(MisuseTests.person).csv"
            let first = puts.last { !$0.isAgain }.map { last in puts.firstIndex { $0.name == last.name } ?? 0 } ?? 0
            try place.write(sheet(earlier == nil ? number : first, rows), to: "new.csv")
            try FileManager.default.moveItem(at: place.file("new.csv"), to: place.file("drop/\(folder)/\(name)"))
            puts.append(Put(folder: folder, name: name, rows: rows, isAgain: earlier != nil))
        }
    }

    private func sheet(_ file: Int, _ rows: Int) -> [[String]] {
        let first = 1_000 * (file + 1)
        let table = Sheets.licences(first...(first + rows - 1))
        return [table[0] + ["法定代表人", "法定代表人证件类型", "法定代表人证件号码"]]
            + table.dropFirst().map { $0 + ["张测试", "身份证", MisuseTests.person] }
    }

    private func verify(_ puts: [Put], _ place: Workplace) async throws {
        let records = puts.filter { !$0.isAgain }.reduce(0) { $0 + $1.rows }
        let files = puts.count { !$0.isAgain }
        let head = try await place.run("ledger", "head", "--json").object()
        #expect(head["size"] as? Int == records + files, "one entry a row and one seal a file")
        let status = try await place.run("status", "--json").object()
        let departments = try #require(status["departments"] as? [[String: Any]])
        #expect(departments.map { $0["submissions"] as? Int } == [puts.count], "\(departments)")
        #expect(departments.first?["open"] as? Int == 0)
        var added = 0
        for put in puts {
            let mark = String(put.name.prefix { $0 != " " }) + " "
            let names = try FileManager.default.contentsOfDirectory(atPath: place.file("drop/" + put.folder).path)
                .filter { $0.hasPrefix(mark) }
            #expect(names.count { $0.hasSuffix(".回执.txt") } == 1, "\(names)")
            let receipts = names.filter { $0.hasSuffix(".receipt.json") }
            try #require(receipts.count == 1, "\(put) \(names)")
            let data = try Data(contentsOf: place.file("drop/\(put.folder)/\(receipts[0])"))
            let receipt = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let inner = try #require(receipt["receipt"] as? [String: Any])
            #expect(receipt["rows"] as? Int == put.rows, "\(receipt)")
            #expect(inner["added"] as? Int == (put.isAgain ? 0 : put.rows), "\(inner)")
            #expect((inner["repeats"] as? String != nil) == put.isAgain, "\(inner)")
            added += inner["added"] as? Int ?? 0
        }
        #expect(added == records)
        try verifyNothingIsClear(puts.count, place)
        #expect(try await place.run("replay", "--json").status == 0)
    }

    private func verifyNothingIsClear(_ count: Int, _ place: Workplace) throws {
        let all = FileManager.default.enumerator(atPath: place.folder.path)?.compactMap { $0 as? String } ?? []
        let clear = Data(MisuseTests.person.utf8)
        for name in all where !name.hasPrefix("catalogue") {
            #expect(!name.contains(MisuseTests.person), "\(name)")
            if let data = try? Data(contentsOf: place.file(name)) { #expect(data.range(of: clear) == nil, "\(name)") }
        }
        let ends = Set(all.filter { $0.hasPrefix("drop/") }.map { ($0 as NSString).pathExtension })
        #expect(ends.isSubset(of: ["txt", "json", "original", "xlsx", "xinyuan", ""]), "\(ends)")
        #expect(all.count { $0.hasSuffix(".original") } == count)
    }
}

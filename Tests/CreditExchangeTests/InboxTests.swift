import CreditExchange
import CreditModel
import CreditSheets
import CreditStore
import CreditStoreSQLite
import Foundation
import LibCrypto
import Synchronization
import TestSupport
import Testing

extension SheetBook {
    /// All cells of all tables.
    fileprivate func texts() throws -> [String] {
        var texts: [String] = []
        for table in tables.indices {
            var reader = try open(table)
            var row = SheetRow()
            while try reader.next(&row) { texts += row.texts }
        }
        return texts
    }
}

@Suite("The drop folder")
struct InboxTests {
    private let folder = TestInbox.department

    @Test("A file is taken in, its original sealed, and its receipt put beside it")
    func takesIn() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put([MadeUp.licence(1), MadeUp.licence(2, with: ["许可类别": "胡乱"])], as: folder + "/许可.csv")
        let clear = try Data(contentsOf: inbox.url(folder + "/许可.csv"))
        let tally = try await inbox.round()
        #expect(tally.taken == 1 && tally.counts.admitted == 1 && tally.counts.refused == 1 && tally.troubles == 0)
        #expect(!FileManager.default.fileExists(atPath: inbox.url(folder + "/许可.csv").path))
        let receipt = try inbox.letter(".回执.txt")
        #expect(receipt.hasPrefix("\u{FEFF}回执 S") && receipt.contains("\r\n"))
        for words in ["新增 1", "拒收 1", "1 new", "1 refused", "not-in-code-list", "第 3 行", "Row 3", "删除", "deleted on"] {
            #expect(receipt.contains(words), "\(words)")
        }
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(try inbox.letter(".receipt.json").utf8)) as? [String: Any]
        )
        let codes = (json["faults"] as? [[String: Any]])?.compactMap { $0["code"] as? String } ?? []
        #expect(json["admitted"] as? Int == 1 && codes.contains("not-in-code-list"))
        #expect((json["receipt"] as? [String: Any])?["department"] as? String == "market-regulation")
        #expect(json["sha256"] as? String == Hex.encode(SHA256.hash(Array(clear))))
        let copy = try #require(try inbox.names().first { $0.hasSuffix("（查验结果）.xlsx") })
        #expect(copy.hasPrefix("许可.S") && receipt.contains(copy) && json["copy"] as? String == copy)
        let cells = try SheetBook(path: inbox.url(folder + "/" + copy).path).texts()
        #expect(cells.contains("测许字〔2026〕2号") && !cells.contains { $0.contains(MadeUp.citizen) })
        #expect(try inbox.own(".original").count == 1)
        #expect(try inbox.names().allSatisfy { !$0.hasPrefix(".") })
        #expect(try inbox.all().range(of: Data(MadeUp.citizen.utf8)) == nil)
        #expect(try await inbox.round() == InboxTally(), "our own answers are not taken in")
    }

    @Test("A file that is still growing waits; a workbook without its end waits longer, then is answered")
    func waits() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        let name = folder + "/长.csv"
        try inbox.put([MadeUp.licence(1)], as: name)
        #expect(try await inbox.inbox().once().waiting == 1)
        inbox.wait(9)
        let half = try FileHandle(forUpdating: inbox.url(name))
        try half.seekToEnd()
        try half.write(contentsOf: Data("\r\n".utf8))
        try half.close()
        // By the folder's clock it was written just now; ours is nine seconds on.
        #expect(try await inbox.inbox().once().waiting == 1)
        try Data([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 5_000))
            .write(to: inbox.url(folder + "/坏.xlsx"))
        let early = try await inbox.round()
        #expect(early.taken == 1 && early.notTaken == 0 && early.waiting == 1)
        inbox.wait(60)
        #expect(try await inbox.round().notTaken == 1)
        let letter = try inbox.letter(".未收-not-taken.txt")
        #expect(letter.contains("这个文件没有收下") && letter.contains("was not taken"))
        #expect(try inbox.own(".original").count == 2)
    }

    @Test(
        "What is hidden, unfinished, or no ordinary file is left alone; links and pipes are told, each once",
        arguments: [".许可.csv", "a.csv.part", "a.filepart", "a.TMP", "~$a.xlsx", "请看我-README.txt"]
    )
    func leavesAlone(name: String) async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put([MadeUp.licence(1)], as: folder + "/" + name)
        let outside = inbox.place.folder.file("outside.csv")
        try Form(headings: StandardHeadings.licence, rows: [MadeUp.licence(2)]).write(to: outside)
        try FileManager.default.createSymbolicLink(
            atPath: inbox.url(folder + "/link.csv").path,
            withDestinationPath: outside
        )
        mkfifo(inbox.url(folder + "/fifo.csv").path, 0o600)
        try FileManager.default.createSymbolicLink(
            atPath: inbox.url("教育局").path,
            withDestinationPath: inbox.place.folder.path
        )
        var expected = InboxTally()
        expected.troubles = 3
        inbox.wait(11)
        let same = inbox.inbox()
        for _ in 0..<2 { #expect(try await same.once() == expected) }
        let told = inbox.events.withLock { $0.map { "\($0)" } }
        #expect(told.count == 3 && told.allSatisfy { $0.contains("noFile") }, "\(told)")
        #expect(FileManager.default.fileExists(atPath: outside))
        #expect(try inbox.names().count == 3 && inbox.names().contains("link.csv"))
    }

    @Test("What is never taken is told: a second name, a folder too deep, a name like our receipts'; ours is not")
    func tellsWhatIsNeverTaken() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put([MadeUp.licence(1)], as: folder + "/许可.csv")
        #expect(try await inbox.round().taken == 1)
        let deep = folder + "/licence/2026"
        try FileManager.default.createDirectory(atPath: inbox.url(deep).path, withIntermediateDirectories: true)
        try inbox.put([MadeUp.licence(2)], as: deep + "/a.csv")
        try inbox.put([MadeUp.licence(3)], as: folder + "/\(MadeUp.citizen).receipt.json")
        let outside = inbox.place.folder.file("outside.csv")
        try Form(headings: StandardHeadings.licence, rows: [MadeUp.licence(4)]).write(to: outside)
        try FileManager.default.linkItem(atPath: outside, toPath: inbox.url(folder + "/zwei.csv").path)
        let tally = try await inbox.round()
        #expect(tally.taken == 0 && tally.waiting == 0 && tally.troubles == 3)
        let told = inbox.events.withLock { "\($0)" }
        for words in ["tooDeep", "secondName", "calledLikeReceipt"] { #expect(told.contains(words), "\(words)") }
        #expect(!told.contains(MadeUp.citizen))
        try FileManager.default.removeItem(atPath: outside)
        #expect(try await inbox.round().taken == 1, "with one name left it is an ordinary file")
    }

    @Test("Our letters are known by their beginning where the notes were lost")
    func lettersWithoutNotes() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put([MadeUp.licence(1)], as: folder + "/许可.csv")
        try Data("a,b\n1,2\n".utf8).write(to: inbox.url(folder + "/x.csv"))
        try await inbox.round()
        try FileManager.default.removeItem(at: inbox.url(".xinyuan"))
        #expect(try await inbox.round().troubles == 0)
    }

    @Test("An empty file is answered once it has rested long")
    func empty() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try Data().write(to: inbox.url(folder + "/leer.csv"))
        #expect(try await inbox.round().waiting == 1)
        inbox.wait(60)
        #expect(try await inbox.round().notTaken == 1)
        #expect(try inbox.letter(".未收-not-taken.txt").contains("leer.csv"))
    }

    @Test(
        "A folder may be named after a layout; half of an export is asked for as one ZIP, in words without a command line"
    )
    func layoutFolders() async throws {
        let inbox = try TestInbox(try Folders.layoutCity.get())
        let own = "市生态环境局/env-permits"
        for name in [own, "市生态环境局"] {
            try FileManager.default.createDirectory(atPath: inbox.url(name).path, withIntermediateDirectories: true)
        }
        let headings = ["许可类型", "项目名称", "污染源编号", "登记号/许可证编号", "批文号", "发证(批准)日期", "企业名称", "记录id"]
        for (place, head) in [headings, ["随便", "什么"]].enumerated() {
            let text = [head, head.map { _ in "1" }].map { $0.joined(separator: ",") }.joined(separator: "\n")
            try Data(text.utf8).write(to: inbox.url((place == 0 ? own : "市生态环境局") + "/x.csv"))
        }
        try FileManager.default.removeItem(at: inbox.url(folder))
        let tally = try await inbox.round()
        #expect(tally.notTaken == 2 && tally.troubles == 0)
        let half = try inbox.letter(".未收-not-taken.txt", in: own)
        #expect(half.contains("打成一个 ZIP") && half.contains("into one ZIP") && !half.contains("一起报送"))
        let unknown = try inbox.letter(".未收-not-taken.txt", in: "市生态环境局")
        #expect(unknown.contains("信用目录") && unknown.contains("子文件夹"))
        for letter in [half, unknown] {
            for words in ["--template", "--layout", "xinyuan "] { #expect(!letter.contains(words), "\(letter)") }
        }
    }

    @Test("A folder that bears nobody's name is told so, with names that are near; with its right name it is taken")
    func unknownFolder() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try FileManager.default.createDirectory(atPath: inbox.url("市场监督局").path, withIntermediateDirectories: true)
        try inbox.put([MadeUp.licence(1)], as: "市场监督局/a.csv")
        try inbox.put([MadeUp.licence(2)], as: "b.csv")
        let tally = try await inbox.round()
        #expect(tally.taken == 0 && tally.troubles == 1)
        let letter = try inbox.letter("README.txt", in: "市场监督局")
        #expect(letter.contains("辽源市市场监督管理局") && letter.contains("Did you mean"))
        #expect(try inbox.letter("README.txt", in: "").contains("本单位的文件夹"))
        try FileManager.default.removeItem(at: inbox.url(folder))
        try FileManager.default.moveItem(at: inbox.url("市场监督局"), to: inbox.url(folder))
        #expect(try await inbox.round().taken == 1)
        #expect(try !inbox.names().contains("请看我-README.txt"))
    }

    @Test("A folder in a department's folder names the item; one that names none is told so")
    func itemFolders() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        for (place, name) in ["licence", "penalty", "旧文件"].enumerated() {
            let path = folder + "/" + name
            try FileManager.default.createDirectory(atPath: inbox.url(path).path, withIntermediateDirectories: true)
            try inbox.put([MadeUp.licence(place)], as: path + "/x.csv")
        }
        let tally = try await inbox.round()
        #expect(tally.taken == 1 && tally.notTaken == 1 && tally.troubles == 1)
        #expect(try inbox.letter(".回执.txt", in: folder + "/licence").contains("新增 1"))
        #expect(try inbox.letter(".未收-not-taken.txt", in: folder + "/penalty").contains("penalty"))
        #expect(try inbox.letter("README.txt", in: folder + "/旧文件").contains("旧文件"))
    }

    @Test("The same content again is answered by a receipt that says so; two files of one name do not meet")
    func sameAgain() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put([MadeUp.licence(1)], as: folder + "/a.csv")
        try await inbox.round()
        try inbox.put([MadeUp.licence(1)], as: folder + "/a.csv")
        try await inbox.round()
        let receipts = try inbox.names().filter { $0.hasSuffix(".回执.txt") }
        #expect(receipts.count == 2)
        let texts = try receipts.map {
            String(decoding: try Data(contentsOf: inbox.url(folder + "/" + $0)), as: UTF8.self)
        }
        #expect(texts.count { $0.contains("没有变化") && $0.contains("nothing changed") } == 1)
        #expect(try await inbox.place.store.head().size == 2)
    }

    @Test("Originals go when their time is over, and the receipt said when", arguments: [0, 1, 30])
    func deletes(days: Int) async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put([MadeUp.licence(1)], as: folder + "/a.csv")
        try await inbox.round { $0.keepDays = days }
        #expect(try inbox.own(".original").count == (days == 0 ? 0 : 1))
        inbox.wait(Double(days) * 86_400 - 60)
        try await inbox.inbox().once()
        #expect(try inbox.own(".original").count == (days == 0 ? 0 : 1))
        inbox.wait(61)
        try await inbox.inbox().once()
        #expect(try inbox.own(".original").isEmpty)
        #expect(try inbox.own(".json").count == 1, "the note stays")
    }

    @Test("An officer fetches an original by name and with a reason, and the look is written down first")
    func fetches() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put([MadeUp.licence(1)], as: folder + "/a.csv")
        let clear = try Data(contentsOf: inbox.url(folder + "/a.csv"))
        try await inbox.round()
        let number = String(try #require(try inbox.own(".original").first).dropLast(9))
        let desk = OriginalDesk(directory: inbox.path, keys: inbox.place.store.keys)
        let out = inbox.place.folder.file("out.csv")
        let at = Instant(microseconds: 1_782_100_000_000_000)
        #expect(try desk.fetch(number, by: "王某", reason: "核对", to: out, at: at) == "a.csv")
        #expect(try Data(contentsOf: URL(fileURLWithPath: out)) == clear)
        let looks = String(decoding: try Data(contentsOf: inbox.url(".xinyuan/looks.jsonl")), as: UTF8.self)
        #expect(looks.contains("王某") && looks.contains("核对") && looks.contains(number))
        #expect(throws: OriginalDesk.Refused.unwritable) {
            try desk.fetch(number, by: "王某", reason: "核对", to: out, at: at)
        }
        #expect(throws: OriginalDesk.Refused.unknown) {
            try desk.fetch("D1", by: "王某", reason: "核对", to: out + "2", at: at)
        }
        let others = try StoreKeys(
            record: [UInt8](repeating: 9, count: 32),
            personal: [UInt8](repeating: 9, count: 32),
            signingSeed: [UInt8](repeating: 9, count: 32)
        )
        #expect(throws: OriginalDesk.Refused.notGenuine) {
            try OriginalDesk(directory: inbox.path, keys: others)
                .fetch(number, by: "王某", reason: "核对", to: out + "3", at: at)
        }
        #expect(!FileManager.default.fileExists(atPath: out + "3"))
    }

    @Test("Two do not work on one folder; a folder that is gone is told once, and work goes on when it is back")
    func oneAtATime() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        let first = inbox.inbox()
        _ = try await first.once()
        await #expect(throws: InboxTrouble.inUse(inbox.path)) { try await inbox.inbox().once() }
        try FileManager.default.moveItem(atPath: inbox.path, toPath: inbox.path + "-away")
        for _ in 0..<3 { await #expect(throws: InboxTrouble.noFolder(inbox.path)) { try await first.once() } }
        try FileManager.default.moveItem(atPath: inbox.path + "-away", toPath: inbox.path)
        try inbox.put([MadeUp.licence(1)], as: folder + "/a.csv")
        inbox.wait(11)
        #expect(try await first.once().taken == 1)
        let told = inbox.events.withLock { $0.map { "\($0)" } }
        #expect(told.count { $0.contains("noFolder") } == 1 && told.count { $0 == "reachable" } == 1, "\(told)")
    }

    @Test("Names of any bytes: broken lines, GBK, 255 bytes, a citizen's number")
    func names() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        let gbk: [UInt8] = [0xD0, 0xED, 0xBF, 0xC9, 0x2E, 0x63, 0x73, 0x76]
        let long = Array((String(repeating: "长", count: 83) + "ab.csv").utf8)
        #expect(long.count == 255)
        let all = [
            Array("a\nb\u{202E}.csv".utf8), gbk, long, Array("\(MadeUp.citizen)张.csv".utf8),
            Array("'; rm -rf *.csv".utf8),
        ]
        for (place, name) in all.enumerated() {
            let source = inbox.place.folder.file("in-\(place).csv")
            try Form(headings: StandardHeadings.licence, rows: [MadeUp.licence(place)]).write(to: source)
            let target = Array((inbox.path + "/" + folder + "/").utf8) + name + [0]
            #expect(target.withUnsafeBytes { rename(source, $0.bindMemory(to: CChar.self).baseAddress) } == 0)
        }
        #expect(try await inbox.round().taken == 5)
        #expect(try inbox.names().count { $0.hasSuffix(".回执.txt") } == 4)
        #expect(try await inbox.round() == InboxTally())
        #expect(try inbox.all().range(of: Data(MadeUp.citizen.utf8)) == nil)
        let listing = inbox.events.withLock { "\($0)" }
        #expect(!listing.contains(MadeUp.citizen))
        // Of the name in another encoding, whose bytes no text can hold, the answers are counted by the shell.
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "ls -b \"$0\" | grep -c '^\\\\320\\\\355\\\\277\\\\311.*receipt'", inbox.path + "/" + folder,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(String(decoding: said, as: UTF8.self) == "2\n")
    }
}

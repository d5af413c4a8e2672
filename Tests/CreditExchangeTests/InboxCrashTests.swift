import CreditExchange
import CreditModel
import CreditSheets
import CreditStore
import CreditStoreSQLite
import Foundation
import Synchronization
import TestSupport
import Testing

/// A store whose commits hold and whose answers get lost: the power goes behind the commit of a numbered call.
private final class CrashingStore: SubmissionWriter {
    struct PowerCut: Error {}

    private let store: SQLiteStore
    private let calls: Mutex<Int>

    init(_ store: SQLiteStore, after calls: Int) {
        self.store = store
        self.calls = Mutex(calls)
    }

    private func passed<Result>(_ result: Result) throws -> Result {
        let rest = calls.withLock { calls in
            calls -= 1
            return calls
        }
        if rest == 0 { throw PowerCut() }
        return result
    }

    func begin(_ start: SubmissionStart) async throws -> SubmissionProgress { try passed(try await store.begin(start)) }
    func append(_ chunk: SubmissionChunk) async throws -> ChunkOutcome { try passed(try await store.append(chunk)) }
    func seal(_ submission: String, at: Instant) async throws -> Receipt {
        try passed(try await store.seal(submission, at: at))
    }
}

@Suite("The drop folder after a crash")
struct InboxCrashTests {
    private let folder = TestInbox.department
    private let rows = (1...20).map { MadeUp.licence($0) }

    /// Twenty rows in chunks of seven: begin, three times append, seal.
    @Test("The power goes behind any commit, also that of the seal: one receipt, the real counts", arguments: 1...5)
    func behindCommit(call: Int) async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put(rows, as: folder + "/a.csv")
        inbox.wait(11)
        let broken = try await inbox.inbox(before: CrashingStore(inbox.place.store, after: call)).once()
        #expect(broken.taken == 0 && broken.troubles == 1)
        #expect(try inbox.names().isEmpty && inbox.own(".original").count == 1, "nothing lies in clear meanwhile")
        let tally = try await inbox.round()
        #expect(tally.taken == 1 && tally.counts.added == 20)
        #expect(try inbox.letter(".回执.txt").contains("新增 20"))
        #expect(try await inbox.place.store.head().size == 21)
        #expect(try await inbox.place.store.status().map(\.submissions) == [1])
        #expect(try await inbox.round() == InboxTally())
    }

    @Test("A file that repeats another says so even where the power goes behind its seal")
    func repeatBehindSeal() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put(rows, as: folder + "/a.csv")
        try await inbox.round()
        try inbox.put(rows, as: folder + "/b.csv")
        inbox.wait(11)
        try await inbox.inbox(before: CrashingStore(inbox.place.store, after: 5)).once()
        try await inbox.round()
        let second = try inbox.names().filter { $0.hasPrefix("b.csv.") && $0.hasSuffix(".回执.txt") }
        let text = String(decoding: try Data(contentsOf: inbox.url(folder + "/" + (second.first ?? ""))), as: UTF8.self)
        #expect(second.count == 1 && text.contains("没有变化") && text.contains("原已有 20"), "\(text)")
        #expect(try await inbox.place.store.head().size == 21)
        #expect(try await inbox.place.store.status().map(\.submissions) == [2])
    }

    @Test(
        "From every state that the disk can be left in it goes on to one answer",
        arguments: ["claimed", "kept", "taking", "answering"],
        [false, true]
    )
    func states(state: String, isClearThere: Bool) async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put(rows, as: folder + "/a.csv")
        let clear = try Data(contentsOf: inbox.url(folder + "/a.csv"))
        try await inbox.round()
        let before = try inbox.names()
        let note = inbox.url(".xinyuan/" + (try #require(try inbox.own(".json").first)))
        let id = note.deletingPathExtension().lastPathComponent
        var values = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: note)) as? [String: Any]
        )
        values["state"] = state
        for key in ["doneAt", "deleteAt"] { values[key] = nil }
        if state == "claimed" { values["digest"] = nil }
        try JSONSerialization.data(withJSONObject: values).write(to: note)
        try Data("cut".utf8).write(to: inbox.url(".xinyuan/\(id).original.tmp"))
        try Data("cut".utf8).write(to: inbox.url(folder + "/.\(id).receipt.part"))
        if isClearThere {
            try clear.write(to: inbox.url(folder + "/.\(id).taken"))
            // A claim that broke off before the original lay sealed.
            if state == "claimed" { try FileManager.default.removeItem(at: inbox.url(".xinyuan/\(id).original")) }
        }
        let tally = try await inbox.round()
        #expect(tally.taken == 1 && tally.troubles == 0 && tally.counts.added == 20, "\(inbox.events.withLock { $0 })")
        #expect(try inbox.names() == before, "the same answers under the same names, and nothing else")
        #expect(try await inbox.place.store.status().map(\.submissions) == [1])
        #expect(try inbox.own(".tmp").isEmpty && inbox.own(".original").count == 1)
    }

    @Test("A claim that never got its hidden name is forgotten, and the file is taken as if nothing had been")
    func neverClaimed() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put(rows, as: folder + "/a.csv")
        try await inbox.round()
        let note = inbox.url(".xinyuan/" + (try #require(try inbox.own(".json").first)))
        let text = try String(contentsOf: note, encoding: .utf8)
            .replacing("\"state\":\"done\"", with: "\"state\":\"claimed\"")
        try Data(text.utf8).write(to: note)
        try FileManager.default.removeItem(
            at: inbox.url(".xinyuan/" + (try #require(try inbox.own(".original").first)))
        )
        try inbox.put([MadeUp.licence(99)], as: folder + "/a.csv")
        #expect(try await inbox.round().counts.added == 1)
        #expect(try inbox.own(".json").count == 1)
    }

    @Test("A file that was being claimed when the inbox's own folder was lost is taken as a new one")
    func forgotten() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put(rows, as: folder + "/.D20260704-AAAAAAAAAA.taken")
        #expect(try await inbox.round().taken == 1)
        #expect(try inbox.names().allSatisfy { !$0.hasPrefix(".") })
    }

    @Test("A sealed original that was changed on the disk is answered: put it here again")
    func damagedOriginal() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put(rows, as: folder + "/a.csv")
        inbox.wait(11)
        try await inbox.inbox(before: CrashingStore(inbox.place.store, after: 1)).once()
        let original = inbox.url(".xinyuan/" + (try #require(try inbox.own(".original").first)))
        var bytes = try Data(contentsOf: original)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: original)
        #expect(try await inbox.round().notTaken == 1)
        #expect(try inbox.letter(".未收-not-taken.txt").contains("重新放入"))
    }

    @Test("A folder that vanished before the receipt: told once; the receipt comes when it is back")
    func folderGone() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put(rows, as: folder + "/a.csv")
        inbox.wait(11)
        try await inbox.inbox(before: CrashingStore(inbox.place.store, after: 5)).once()
        let away = inbox.place.folder.file("away")
        try FileManager.default.moveItem(atPath: inbox.url(folder).path, toPath: away)
        let running = inbox.inbox()
        for _ in 0..<3 {
            inbox.wait(61)
            #expect(try await running.once().troubles == 1)
        }
        try FileManager.default.moveItem(atPath: away, toPath: inbox.url(folder).path)
        inbox.wait(61)
        #expect(try await running.once().counts.added == 20)
        let told = inbox.events.withLock { $0.map { "\($0)" } }
        #expect(told.count { $0.contains("folderGone") } == 1, "\(told)")
    }

    @Test("A copy mended and saved under our own name is taken: what was refused is new, the rest is as it was")
    func mended() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put([MadeUp.licence(1), MadeUp.licence(2, with: ["许可类别": "胡乱"])], as: folder + "/a.csv")
        try await inbox.round()
        let copy = folder + "/" + (try #require(try inbox.names().first { $0.hasSuffix(".xlsx") }))
        var rows: [[String]] = []
        let book = try SheetBook(path: inbox.url(copy).path)
        var reader = try book.open(book.tables.count - 1)
        var row = SheetRow()
        while try reader.next(&row) { rows.append(row.texts.map { $0 == "胡乱" ? "普通" : $0 }) }
        let mended = try XLSXWriter(path: inbox.url(copy).path)
        let sheet = try mended.addSheet("许可")
        for row in rows { try sheet.append(row.map { .text($0) }, style: .text) }
        try mended.close()
        let tally = try await inbox.round()
        #expect(tally.counts.added == 1 && tally.counts.unchanged == 1 && tally.counts.replaced == 0, "\(tally)")
        #expect(try inbox.names().count { $0.hasSuffix(".回执.txt") } == 2)
    }

    @Test("Our own marked-up copy is left alone until somebody mends it and saves it under the same name")
    func mendedCopy() async throws {
        let inbox = try TestInbox(try Folders.city.get())
        try inbox.put(rows, as: folder + "/a.csv")
        try await inbox.round()
        let note = inbox.url(".xinyuan/" + (try #require(try inbox.own(".json").first)))
        var values = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: note)) as? [String: Any])
        var answers = try #require(values["answers"] as? [[String: Any]])
        let copy = folder + "/a.S20260704-AAAAAAAAAA（查验结果）.csv"
        try inbox.put([MadeUp.licence(50)], as: copy)
        answers.append([
            "kind": "copy", "name": Array((copy as NSString).lastPathComponent.utf8).map(Int.init),
            "digest": try Digest.hex(of: inbox.url(copy)),
        ])
        values["answers"] = answers
        try JSONSerialization.data(withJSONObject: values).write(to: note)
        #expect(try await inbox.round() == InboxTally())
        try inbox.put([MadeUp.licence(51)], as: copy)
        #expect(try await inbox.round().counts.added == 1)
    }
}

private enum Digest {
    static func hex(of url: URL) throws -> String {
        try FileDigest.of(path: url.path).map { String(format: "%02x", $0) }.joined()
    }
}

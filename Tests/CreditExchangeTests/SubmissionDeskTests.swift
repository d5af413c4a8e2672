import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditStore
import CreditStoreSQLite
import TestSupport
import Testing

@Suite("Handing in, again and corrected")
struct SubmissionDeskTests {
    private let today = day("2026-07-03")

    private func write(_ rows: [[String: String]], _ place: TestStore, as name: String = "licence.csv") throws -> String
    {
        let path = place.folder.file(name)
        try Form(headings: StandardHeadings.licence, rows: rows).write(to: path)
        return path
    }

    @Test("Good rows are kept when others are bad, and the receipt names their entries")
    func keepsGoodRows() async throws {
        let place = try TestStore(try Folders.city.get())
        let path = try write([MadeUp.licence(1), MadeUp.licence(2, with: ["许可类别": "胡乱"]), MadeUp.licence(3)], place)
        let (outcome, faults) = try await place.submit(path, from: "市场监督管理局", on: today)
        #expect(faults.map(\.row) == [3] && faults.map(\.code) == [.notInCodeList])
        #expect(outcome.receipt.counts.admitted == 2 && outcome.receipt.counts.refused == 1)
        #expect(outcome.receipt.firstSequence == 1 && outcome.receipt.sealSequence == 3)
        #expect(try await place.store.receipt(outcome.receipt.submission) == outcome.receipt)
    }

    @Test("The same file again changes nothing and names the first receipt")
    func sameFileAgain() async throws {
        let place = try TestStore(try Folders.city.get())
        let path = try write([MadeUp.licence(1), MadeUp.licence(2)], place)
        let (first, _) = try await place.submit(path, from: "市场监督管理局", on: today)
        let head = try await place.store.head()
        let (second, _) = try await place.submit(path, from: "市场监督管理局", on: today.adding(days: 1))
        #expect(second.repeats?.submission == first.receipt.submission)
        #expect(second.receipt.counts.unchanged == 2 && second.receipt.counts.added == 0)
        #expect(try await place.store.head().size == head.size)
    }

    @Test("The same key with other content replaces, and history stays")
    func corrects() async throws {
        let place = try TestStore(try Folders.city.get())
        try await place.submit(try write([MadeUp.licence(1)], place), from: "市场监督管理局", on: today)
        let changed = MadeUp.licence(1, with: ["许可内容": "准予从事餐饮服务"])
        let (outcome, _) = try await place.submit(
            try write([changed], place, as: "second.csv"),
            from: "市场监督管理局",
            on: today
        )
        #expect(outcome.receipt.counts.replaced == 1 && outcome.receipt.counts.added == 0)
        let page = try await place.store.page(ListQuery(item: "licence", today: today))
        #expect(page.rows.count == 1)
        let record = try #require(page.rows.first?.record)
        #expect(record.facts.record.fields["content"] == .text("准予从事餐饮服务"))
        #expect(record.id == 1 && record.sequence == 3)
        #expect(try await place.store.history(of: record.id) == [1])
    }

    @Test("A row without any code waits, and is told so once")
    func waitsForItsSubject() async throws {
        let place = try TestStore(try Folders.city.get())
        let path = try write([MadeUp.licence(1, with: ["行政相对人代码_1(统一社会信用代码)": ""])], place)
        let (outcome, faults) = try await place.submit(path, from: "市场监督管理局", on: today)
        #expect(faults.map(\.code) == [.identityMissing])
        #expect(
            outcome.receipt.counts.held == 1 && outcome.receipt.counts.admitted == 0
                && outcome.receipt.counts.warned == 1
        )
        #expect(try await place.store.conflicts().map(\.act.record.subject.name) == ["测试1号有限公司"])
    }

    @Test("A file of several chunks is whole, whatever the chunk", arguments: [1, 7, 10, 1_000])
    func chunks(size: Int) async throws {
        let place = try TestStore(try Folders.city.get())
        let path = try write((0..<50).map { MadeUp.licence($0) }, place)
        let keys = place.store.keys
        let at = Instant(microseconds: (Int64(today.number) * 86_400 + 7_200) * 1_000_000)
        let desk = SubmissionDesk(catalogue: place.catalogue, store: place.store, keys: keys, chunkSize: size) { at }
        let source = try #require(place.catalogue.departments["market-regulation"])
        var rows = 0
        let listener = SubmissionDesk.Listener(faults: { #expect($0.isEmpty) }, progress: { rows = max(rows, $1) })
        let outcome = try await desk.submit(path: path, from: source, listener: listener).outcomes[0]
        #expect(rows == 50 && outcome.receipt.counts.added == 50 && outcome.receipt.sealSequence == 51)
    }
}

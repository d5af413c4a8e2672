import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import Synchronization
import TestSupport
import Testing

@Suite("The desk where anybody's file is checked")
struct CheckDeskTests {
    /// A clock that the test sets.
    final class Hands: Sendable {
        private let time = Mutex<Int64>(day("2026-07-03").start)

        var now: Instant { Instant(microseconds: time.withLock { $0 }) }

        func turn(seconds: Int64) { time.withLock { $0 += seconds * 1_000_000 } }
    }

    private let hands = Hands()
    private let wishes = CheckWishes(receivedOn: day("2026-07-03"))

    private func desk(_ change: (inout CheckLimits) -> Void = { _ in }) throws -> CheckDesk {
        var limits = CheckLimits()
        change(&limits)
        let hands = hands
        let catalogue = try Folders.city.get()
        return CheckDesk(
            catalogue: catalogue,
            personalKey: [UInt8](repeating: 7, count: 32),
            limits: limits,
            clock: { hands.now }
        )
    }

    private func sheet(_ rows: Int, wrong: Set<Int> = []) throws -> [UInt8] {
        let blank = try #require(BlankTemplate(item: "licence", catalogue: try Folders.city.get()))
        var writer = try CSVWriter(encoding: .utf8BOM)
        writer.write(blank.headings)
        for row in 0..<rows {
            let made = MadeUp.licence(row, with: wrong.contains(row) ? ["许可决定日期": "2026-02-30"] : [:])
            writer.write(blank.headings.map { made[$0] ?? "" })
        }
        return try writer.drain()
    }

    private func send(_ bytes: [UInt8], to desk: CheckDesk, client: String = "a") throws -> String {
        let upload = try desk.begin(client: client)
        try bytes.withUnsafeBytes { try upload.append($0) }
        return try upload.finish(named: "许可.csv", wishes)
    }

    private func result(_ token: String, _ desk: CheckDesk) async throws -> CheckResult {
        await desk.finished(token)
        guard case .done(let result) = try #require(desk.state(of: token)) else { throw Missing() }
        return result
    }

    struct Missing: Error {}

    @Test("A file is checked, its copy made, and all of it forgotten when its sender says so")
    func wholeWay() async throws {
        let desk = try desk()
        let token = try send(try sheet(12, wrong: [3, 7]), to: desk)
        #expect(token.count == 26 && token.allSatisfy { $0.isASCII && !$0.isUppercase })
        let result = try await result(token, desk)
        #expect(result.rows.rows == 12 && result.rows.refused == 2 && result.tables[0].kept.count == 12)
        let copy = try #require(try await desk.copy(of: token, in: .zh))
        #expect(copy.name == "许可（查验结果）.xlsx")
        #expect(try copy.file.read(from: 0, atMost: 2) == Array("PK".utf8))
        let again = try #require(try await desk.copy(of: token, in: .zh))
        #expect(again.file === copy.file)
        #expect(desk.held.checks == 1 && desk.held.bytes > copy.file.size)
        desk.discard(token)
        #expect(desk.state(of: token) == nil && desk.held == (0, 0))
        #expect(try await desk.copy(of: token, in: .zh) == nil)
    }

    @Test("A result is held for half an hour")
    func forgets() async throws {
        let desk = try desk()
        let token = try send(try sheet(1), to: desk)
        _ = try await result(token, desk)
        hands.turn(seconds: 1799)
        #expect(desk.state(of: token) != nil)
        hands.turn(seconds: 2)
        #expect(desk.state(of: token) == nil && desk.held == (0, 0))
    }

    @Test("What is too large, too slow or empty is refused, and nothing of it is held")
    func refuses() throws {
        let desk = try desk { $0.fileBytes = 1000 }
        let bytes = [UInt8](repeating: 65, count: 1001)
        #expect(throws: CheckRefusal.tooLarge) { try send(bytes, to: desk) }
        #expect(throws: CheckRefusal.empty) { try send([], to: desk) }
        let slow = try desk.begin(client: "a")
        hands.turn(seconds: 601)
        #expect(throws: CheckRefusal.tooSlow) { try bytes.withUnsafeBytes { try slow.append($0) } }
        _ = consume slow
        #expect(desk.held == (0, 0))
    }

    @Test("One visitor has so many unfinished files, a proxy more")
    func fairness() throws {
        let desk = try desk()
        let first = try (0..<4).map { _ in try desk.begin(client: "a") }
        #expect(throws: CheckRefusal.tooMany) { try desk.begin(client: "a") }
        _ = try desk.begin(client: "b")
        #expect(throws: Never.self) { try desk.begin(client: "a", isProxy: true) }
        #expect(first.count == 4)
    }

    @Test("Where room is short the oldest finished result goes; where none is finished the next is turned away")
    func room() async throws {
        let bytes = try sheet(2)
        let desk = try desk {
            $0.checks = 2
            $0.perClient = 9
        }
        let first = try send(bytes, to: desk)
        _ = try await result(first, desk)
        let second = try send(bytes, to: desk)
        _ = try await result(second, desk)
        let third = try send(bytes, to: desk)
        #expect(desk.state(of: first) == nil && desk.state(of: second) != nil)
        _ = try await result(third, desk)
        let waiting = try (0..<2).map { _ in try desk.begin(client: "a") }
        #expect(throws: CheckRefusal.full) { try desk.begin(client: "a") }
        #expect(waiting.count == 2 && desk.state(of: second) == nil)
    }

    @Test("The bytes of all together have a limit")
    func totalBytes() async throws {
        let bytes = try sheet(30)
        let desk = try desk {
            $0.totalBytes = 2 * bytes.count - 1
            $0.findingBytes = 50
        }
        let first = try send(bytes, to: desk)
        _ = try await result(first, desk)
        _ = try send(bytes, to: desk)
        #expect(desk.state(of: first) == nil)
        #expect(throws: CheckRefusal.full) { try send([UInt8](repeating: 65, count: 2 * bytes.count), to: desk) }
    }

    @Test("One visitor's results make room for one's own; those of others stay")
    func ownGoFirst() async throws {
        let bytes = try sheet(1)
        let desk = try desk {
            $0.heldPerClient = 3
            $0.checks = 6
        }
        let other = try send(bytes, to: desk, client: "b")
        _ = try await result(other, desk)
        var own: [String] = []
        for _ in 0..<9 {
            own.append(try send(bytes, to: desk))
            _ = try await result(own[own.count - 1], desk)
        }
        #expect(own.map { desk.state(of: $0) != nil } == Array(repeating: false, count: 6) + [true, true, true])
        #expect(desk.state(of: other) != nil)
        let waiting = try (0..<4).map { _ in try desk.begin(client: "a") }
        #expect(waiting.count == 4 && desk.state(of: other) != nil && desk.held.checks == 2)
    }

    @Test("One visitor's bytes are bounded, the last result is held however large")
    func ownBytes() async throws {
        let desk = try desk { $0.heldBytesPerClient = 1 }
        let first = try send(try sheet(1), to: desk)
        _ = try await result(first, desk)
        let second = try send(try sheet(1), to: desk)
        _ = try await result(second, desk)
        #expect(desk.state(of: first) == nil && desk.state(of: second) != nil)
    }

    @Test("Results and copies for which there is no room are not kept, and say so")
    func noRoom() async throws {
        let bytes = try sheet(30)
        let narrow = try desk { $0.totalBytes = bytes.count + 100 }
        let token = try send(bytes, to: narrow)
        await narrow.finished(token)
        guard case .failed(.full) = try #require(narrow.state(of: token)) else { throw Missing() }
        #expect(narrow.held.bytes <= bytes.count + 100)
        let wide = try desk { $0.totalBytes = bytes.count + 60_000 }
        let other = try send(bytes, to: wide)
        _ = try await result(other, wide)
        let held = wide.held.bytes
        let tight = try desk { $0.totalBytes = held + 100 }
        let third = try send(bytes, to: tight)
        _ = try await result(third, tight)
        await #expect(throws: CheckRefusal.full) { try await tight.copy(of: third, in: .zh) }
        #expect(tight.held.bytes == held && tight.state(of: third) != nil)
    }

    @Test("No copy is made of a sheet of natural persons, and none of its rows is kept")
    func persons() async throws {
        let (_, template) = try #require(try Folders.city.get().template("licence-2018-person"))
        var writer = try CSVWriter(encoding: .utf8BOM)
        writer.write(template.columns.map(\.heading))
        writer.write(template.columns.map { _ in MadeUp.citizen })
        let desk = try desk()
        let token = try send(try writer.drain(), to: desk)
        let result = try await result(token, desk)
        #expect(result.rows.refused == 1 && result.tables[0].kept.isEmpty && result.noCopy != nil)
        await #expect(throws: CheckRefusal.ofPersons) { try await desk.copy(of: token, in: .zh) }
    }

    @Test("A citizen's number in a file's name is masked")
    func names() async throws {
        let desk = try desk()
        let upload = try desk.begin(client: "a")
        try (try sheet(1)).withUnsafeBytes { try upload.append($0) }
        let token = try upload.finish(named: "\(MadeUp.citizen)张.csv", wishes)
        let result = try await result(token, desk)
        let copy = try #require(try await desk.copy(of: token, in: .zh))
        for name in [result.name, copy.name] {
            #expect(!name.contains(MadeUp.citizen) && !name.contains("*") && name.contains("张"), "\(name)")
        }
    }

    @Test("A check that takes too long is broken off")
    func breaksOff() async throws {
        let desk = try desk { $0.longestCheck = -1 }
        let token = try send(try sheet(1100), to: desk)
        await desk.finished(token)
        guard case .failed(.tooLong) = try #require(desk.state(of: token)) else { throw Missing() }
    }

    @Test("What is no table says why", arguments: ["%PDF-1.7", "MZ\u{0}\u{1}\u{2}", "a,b\n1,2\n", "\n\n\n"])
    func problems(text: String) async throws {
        let desk = try desk()
        let token = try send(Array(text.utf8), to: desk)
        await desk.finished(token)
        guard case .failed(.problem) = try #require(desk.state(of: token)) else { throw Missing() }
    }

    @Test("What is kept of a file has a limit, its counts do not")
    func bounded() async throws {
        let desk = try desk { $0.findingBytes = 20_000 }
        let token = try send(try sheet(400, wrong: Set(0..<400)), to: desk)
        let result = try await result(token, desk)
        #expect(result.rows.refused == 400 && result.total >= 400)
        #expect(result.tables[0].faults.count < 100 && result.tables[0].kept.count < 100)
    }
}

extension Day {
    /// Its beginning in the city, in microseconds.
    fileprivate var start: Int64 { Int64(number) * 86_400_000_000 }
}

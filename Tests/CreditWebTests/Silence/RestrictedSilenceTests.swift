import CreditCatalogue
import CreditExchange
import CreditModel
import CreditStore
import CreditStoreSQLite
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import CreditWeb

/// Point 2 of the plan's issue: what is restricted shows nowhere.
///
/// Two cities are equal in public; one of them has restricted files besides. Every address answers the same in both, to the
/// byte, but for hashes and signatures, which differ between any two ledgers.
@Suite("What is restricted says nowhere so much as that it exists", .serialized)
struct RestrictedSilenceTests {
    /// A city, and the numbers of the entries that are not public in it.
    private struct Told: Sendable {
        let city: SilentCity
        let portal: TestPortal
        let closed: ClosedRange<Int64>
        let closedLater: ClosedRange<Int64>
        let words: String

        func isClosed(_ number: Int64) -> Bool { closed.contains(number) || closedLater.contains(number) }
    }

    /// `like` has what the city has in public, and restricted files.
    private static func told(like other: Told?) async throws -> Told {
        let city = try SilentCity()
        var words = ""
        var ranges: [ClosedRange<Int64>] = []
        for step in 0..<3 {
            try await SilentHistory.open(step, in: city)
            guard step < 2 else { continue }
            let before = try await city.store.head().size
            if let other {
                let end = (step == 0 ? other.closed : other.closedLater).upperBound
                try await city.fill(to: end, at: SilentHistory.restrictedAt(step))
            } else {
                words += try await SilentHistory.restricted(step, in: city)
            }
            ranges.append((before + 1)...(try await city.store.head().size))
        }
        let portal = try TestPortal(city.catalogue, filled: false, over: city.store)
        return Told(city: city, portal: portal, closed: ranges[0], closedLater: ranges[1], words: words)
    }

    private static let cities = Task {
        let with = try await told(like: nil)
        return (with: with, without: try await told(like: with))
    }

    @Test("Every page and every answer is the same, and holds no word of it")
    func everyAddress() async throws {
        let (with, without) = try await Self.cities.value
        let size = try await with.city.store.head().size
        #expect(try await without.city.store.head().size == size)
        let addresses = SilentCrawl(catalogue: with.city.catalogue, size: size).addresses
        #expect(addresses.count > 400 && Set(addresses).count == addresses.count)
        var found = 0
        for address in addresses {
            let reply = try await with.portal.get(address)
            let other = try await without.portal.get(address)
            let number = Self.ledgerNumber(address)
            let isClosed = number.map(with.isClosed) ?? false
            #expect(reply.status == other.status, "\(address)")
            #expect(Self.plain(reply.headers, isClosed) == Self.plain(other.headers, isClosed), "\(address)")
            #expect(Self.plain(reply, isClosed) == Self.plain(other, isClosed), "\(address)")
            if isClosed { #expect(Self.acts(in: reply).isSubset(of: Self.publicActs), "\(address)") }
            expectSilence(in: reply, of: address)
            if reply.status == 200 { found += 1 }
        }
        #expect(found > 150, "the addresses lead to something")
    }

    @Test("What is asked and checked leaves no word of it in the log")
    func logs() async throws {
        let (with, without) = try await Self.cities.value
        for told in [with, without] {
            for address in ["/search?q=%E7%A7%98%E5%90%8D", "/file/\(SilentHistory.unknown)", "/entry/3", "/api/v1/x"] {
                _ = try await told.portal.get(address)
            }
        }
        let lines = with.portal.logs.lines.joined(separator: "\n")
        for canary in SilentHistory.canaries { #expect(!lines.contains(canary), "\(canary)") }
        #expect(!RestrictedCatalogue.items.contains { lines.contains($0) })
    }

    @Test("A sender who has such a file checked learns nothing of what is kept")
    func checks() async throws {
        let (with, without) = try await Self.cities.value
        let item = try #require(with.city.catalogue.item("quiet-expert"))
        let bytes = Array(SilentCity.csv(item, SilentHistory.expertRows).utf8)
        var replies: [TestPortal.Reply] = []
        for told in [with, without] {
            replies.append(
                try await told.portal.get("/api/v1/check?name=a.csv", method: .post, body: [bytes])
            )
        }
        #expect(replies[0].status == 200 && replies[0].bytes == replies[1].bytes)
        for number in SilentHistory.people { #expect(!replies[0].text.contains(number)) }
    }

    @Test("Lists for the office and exports count nothing of it; the conflict desk alone has the rows that wait")
    func office() async throws {
        let (with, without) = try await Self.cities.value
        let stores = (with.city.store, without.city.store)
        #expect(try await stores.0.status() == stores.1.status())
        #expect(try await stores.0.status().map(\.source) == ["market-regulation"])
        let since = SilentHistory.restrictedAt(0).day
        #expect(try await stores.0.received(since: since) == stores.1.received(since: since))
        #expect(try await stores.0.undeterminedTiers() == stores.1.undeterminedTiers())
        let today = SampleFiles.now.day
        let names = try await stores.0.namedSubjects(after: 0, limit: 99, today: today)
        let others = try await stores.1.namedSubjects(after: 0, limit: 99, today: today)
        #expect(names.map(Self.found).sorted() == others.map(Self.found).sorted())
        #expect(Set(names.map(\.name)) == ["明光商贸有限公司", "明日养殖专业合作社", "明记熟食店"])
        let waiting = try await stores.0.conflicts().map(\.act.record.subject.name)
        let open = try await stores.1.conflicts().map(\.act.record.subject.name)
        #expect(waiting == ["秘名戊厂"] + open && open == Array(repeating: "明光商贸有限公司", count: 4))
        for item in with.city.catalogue.items {
            var files: [Data] = []
            for told in [with, without] {
                guard
                    let export = ProvinceExport(item: item.id, catalogue: told.city.catalogue, lists: told.city.store)
                else { continue }
                let path = told.city.folder.file("export.csv")
                _ = try await export.write(to: path, format: .csv, since: Day(number: 0), today: today)
                files.append(try Data(contentsOf: URL(fileURLWithPath: path)))
            }
            #expect(Set(files).count <= 1, "\(item.id)")
        }
    }

    @Test("The senders' receipts name no number, and none stands in the store in clear")
    func numbersAreNowhere() async throws {
        let (with, _) = try await Self.cities.value
        let folder = with.city.folder
        let kept = ["store.sqlite", "store.sqlite-wal"]
            .compactMap {
                FileManager.default.contents(atPath: folder.file($0))
            }
        #expect(!kept.isEmpty && kept.contains { $0.range(of: Data("秘某子".utf8)) != nil }, "it is kept")
        for number in SilentHistory.people {
            #expect(!with.words.contains(number))
            #expect(kept.allSatisfy { $0.range(of: Data(number.utf8)) == nil })
        }
        #expect(with.words.contains("静默专家"), "the receipt names the item to its sender")
        let path = folder.file("again.sqlite")
        let proof = try with.city.store.replay(into: path) { _, _ in }
        #expect(proof.rootHolds && proof.digestHolds)
    }
}

// MARK: - What two ledgers may differ in

extension RestrictedSilenceTests {
    private static let publicActs: Set = ["record", "held", "resolution", "withdrawal", "seal"]

    private func expectSilence(in reply: TestPortal.Reply, of address: String) {
        let asked = URLEncoding.decode(address) ?? address
        let said = reply.text + reply.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        // Whoever asks is told what was asked.
        for canary in SilentHistory.canaries where !asked.contains(canary) && said.contains(canary) {
            Issue.record("\(address) says \(canary)")
        }
    }

    private static func found(_ subject: NamedSubject) -> String {
        "\(subject.key) \(subject.registrationNumber ?? "") \(subject.name ?? "") \(subject.formerNames) "
            + "\(subject.kind) \(subject.shownUntil?.iso ?? "")"
    }

    private static func ledgerNumber(_ address: String) -> Int64? {
        guard address.contains("/ledger/entries/") else { return nil }
        return address.split(separator: "/").last.flatMap { Int64($0) }
    }

    private static func acts(in reply: TestPortal.Reply) -> Set<String> {
        Set(reply.text.matches(of: /"act":"([a-z]+)"/).map { String($0.output.1) })
    }

    /// The name of an act is longer or shorter.
    private static func plain(_ headers: HTTPFields, _ isClosed: Bool) -> [String] {
        headers.filter { !isClosed || $0.name != .contentLength }.map { "\($0.name): \($0.value)" }.sorted()
    }

    /// A body without hashes and signatures, and of an entry that is not public without the kind of its act.
    private static func plain(_ reply: TestPortal.Reply, _ isClosed: Bool) -> String {
        let text = reply.text.replacing(/[0-9a-f]{64,66}/, with: "H")
            .replacing(/(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/, with: "H")
            .replacing(/[A-Za-z0-9+\/]{80,}={0,2}/, with: "S").replacing(/[A-Za-z0-9+\/]{43}=/, with: "R")
        return isClosed ? text.replacing(/"act":"[a-z]+"/, with: "\"act\"") : text
    }
}

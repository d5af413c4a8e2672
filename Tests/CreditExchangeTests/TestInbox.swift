import CreditCatalogue
import CreditExchange
import CreditModel
import CreditStore
import CreditStoreSQLite
import Foundation
import LibCrypto
import Synchronization
import TestSupport
import Testing

/// An inbox before a store of its own, whose clock goes on by what the test says.
final class TestInbox: Sendable {
    static let department = "市场监督管理局"
    let place: TestStore
    let path: String
    private let offset = Mutex<Int64>(0)
    let events = Mutex<[InboxEvent]>([])

    init(_ catalogue: Catalogue) throws {
        place = try TestStore(catalogue)
        path = place.folder.file("inbox")
        try FileManager.default.createDirectory(atPath: path + "/" + Self.department, withIntermediateDirectories: true)
    }

    /// Lets time go by.
    func wait(_ seconds: Double) { offset.withLock { $0 += Int64(seconds * 1e6) } }

    func inbox(
        before store: (any SubmissionWriter)? = nil,
        _ change: (inout InboxOptions) -> Void = { _ in }
    ) -> Inbox {
        var options = InboxOptions()
        options.chunkSize = 7
        change(&options)
        return Inbox(
            directory: path,
            catalogue: place.catalogue,
            store: store ?? place.store,
            keys: place.store.keys,
            options: options,
            clock: { [self] in Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1e6) + offset.withLock { $0 })
            },
            listener: { [self] event in events.withLock { $0.append(event) } }
        )
    }

    /// One round after the files have come to rest.
    @discardableResult
    func round(_ change: (inout InboxOptions) -> Void = { _ in }) async throws -> InboxTally {
        wait(11)
        return try await inbox(before: nil, change).once()
    }

    func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

    func put(_ rows: [[String: String]], as name: String) throws {
        try Form(headings: StandardHeadings.licence, rows: rows).write(to: url(name).path)
    }

    /// The names in a folder, hidden ones among them.
    func names(_ folder: String = TestInbox.department) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    }

    func own(_ suffix: String) throws -> [String] { try names(".xinyuan").filter { $0.hasSuffix(suffix) } }

    /// The text of the one file whose name ends so.
    func letter(_ suffix: String, in folder: String = TestInbox.department) throws -> String {
        let found = try names(folder).filter { $0.hasSuffix(suffix) }
        try #require(found.count == 1, "\(found)")
        return String(decoding: try Data(contentsOf: url(folder + "/" + found[0])), as: UTF8.self)
    }

    /// All bytes below the inbox.
    func all() throws -> Data {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.reduce(into: Data()) { all, name in
            all.append(Data(name.utf8))
            if let data = try? Data(contentsOf: url(name)) { all.append(data) }
        }
    }
}

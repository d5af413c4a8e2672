import CreditCatalogue
import CreditModel
import CreditStore
import CreditStoreTesting
import Foundation
import GRDB
import TestSupport

@testable import CreditStoreSQLite

/// A store in a folder of its own, gone when the test is.
final class Place: Sendable {
    let folder: URL
    let catalogue: Catalogue
    let keys: StoreKeys
    let store: SQLiteStore

    init(_ catalogue: Catalogue? = nil) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let catalogue = try catalogue ?? Folders.city.get()
        keys = try Place.keys()
        store = try SQLiteStore(
            path: folder.appendingPathComponent("store.sqlite").path,
            catalogue: catalogue,
            keys: keys
        )
        self.folder = folder
        self.catalogue = catalogue
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    static func keys() throws -> StoreKeys {
        try StoreKeys(
            record: .init(repeating: 1, count: 32),
            personal: .init(repeating: 2, count: 32),
            signingSeed: .init(repeating: 3, count: 32)
        )
    }

    var path: String { folder.appendingPathComponent("store.sqlite").path }

    var clerk: Clerk { Clerk(store: store, catalogue: catalogue, keys: keys) }

    /// Replays into a fresh file beside the store.
    func replay() throws -> ReplayProof {
        try store.replay(into: folder.appendingPathComponent("again-\(UUID().uuidString).sqlite").path) { _, _ in }
    }

    /// What the file itself says.
    func rows(_ sql: String) throws -> [Row] { try store.rows(sql) }

    /// A number that the file says.
    func number(_ sql: String) throws -> Int? { try store.rows(sql).first?[0] }

    /// Changes the file behind the store's back.
    func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
        try store.pool.write { try $0.execute(sql: sql, arguments: arguments) }
    }
}

extension SQLiteStore {
    /// Rows of a query on the writing connection.
    func rows(_ sql: String) throws -> [Row] {
        try pool.writeWithoutTransaction { try Row.fetchAll($0, sql: sql) }
    }
}

import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditStore
import CreditStoreSQLite
import Foundation
import LibCrypto
import TestSupport
import Testing

/// A real store that public files come to, and between them restricted ones or, in their place, as many entries that say
/// nothing: every public record has the same number with them and without.
final class SilentCity: Sendable {
    let folder: ScratchFolder
    let scratch: RestrictedCatalogue
    let store: SQLiteStore

    var catalogue: Catalogue { scratch.catalogue }

    init() throws {
        scratch = try RestrictedCatalogue.shared.get()
        folder = try ScratchFolder()
        store = try SQLiteStore(
            path: folder.file("store.sqlite"),
            catalogue: scratch.catalogue,
            keys: StoreKeys(
                record: [UInt8](repeating: 1, count: 32),
                personal: SilentCity.personalKey,
                signingSeed: [UInt8](repeating: 3, count: 32)
            )
        )
    }

    static let personalKey = [UInt8](repeating: 2, count: 32)

    /// Hands rows in, each by its fields' ids, and gives what the sender is told.
    @discardableResult
    func hand(
        _ id: String,
        _ rows: [[String: String]],
        from source: String,
        at: Instant
    ) async throws -> (receipt: Receipt, told: String) {
        let item = try #require(catalogue.item(id))
        let department = try #require(catalogue.departments[source])
        let path = folder.file("\(id).csv")
        try Data(SilentCity.csv(item, rows).utf8).write(to: URL(fileURLWithPath: path))
        let desk = SubmissionDesk(catalogue: catalogue, store: store, keys: store.keys) { at }
        var faults: [Fault] = []
        let listener = SubmissionDesk.Listener(faults: { faults += $0 }, progress: { _, _ in })
        let handed = try await desk.submit(path: path, from: department, template: id, listener: listener)
        let outcome = try #require(handed.outcomes.first)
        let lines = Language.allCases.flatMap { handed.lines(catalogue, $0) }
        return (outcome.receipt, lines.joined(separator: "\n") + "\(faults)")
    }

    static func csv(_ item: Item, _ rows: [[String: String]]) -> String {
        let columns = item.templates.first?.columns ?? []
        let lines = [columns.map(\.heading)] + rows.map { row in columns.map { $0.field.flatMap { row[$0] } ?? "" } }
        return lines.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n" }.joined()
    }

    /// A clean row of an item, from the catalogue's own examples.
    func row(_ id: String, _ changes: [String: String]) throws -> [String: String] {
        let item = try #require(catalogue.item(id))
        let examples = Dictionary(item.fields.map { ($0.id, $0.example) }, uniquingKeysWith: { first, _ in first })
        return examples.merging(["regNumber": "", "orgCode": "", "taxNumber": "", "category": "法人及非法人组织"]) { $1 }
            .merging(changes) { $1 }
    }

    /// Appends entries that say nothing of any record until there are so many.
    func fill(to size: Int64, at: Instant) async throws {
        var isSame = true
        while try await store.head().size < size {
            let verdict: PairDecision.Verdict = isSame ? .same : .different
            isSame.toggle()
            let pair = PairDecision(
                source: "transport",
                name: "无关之名",
                code: SilentHistory.full,
                verdict: verdict,
                reason: "填"
            )
            _ = try await store.decide(pair, by: "王某", at: at)
        }
    }
}

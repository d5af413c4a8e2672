import CreditCatalogue
import CreditExchange
import CreditModel
import CreditStore
import CreditStoreSQLite
import TestSupport
import Testing

/// A real store in a folder of its own, and the desk before it.
struct TestStore {
    let folder: ScratchFolder
    let catalogue: Catalogue
    let store: SQLiteStore

    init(_ catalogue: Catalogue) throws {
        folder = try ScratchFolder()
        self.catalogue = catalogue
        store = try SQLiteStore(
            path: folder.file("store.sqlite"),
            catalogue: catalogue,
            keys: StoreKeys(
                record: [UInt8](repeating: 1, count: 32),
                personal: [UInt8](repeating: 2, count: 32),
                signingSeed: [UInt8](repeating: 3, count: 32)
            )
        )
    }

    /// Hands a file in at ten in the morning of a day; gives the outcome and the faults that were told.
    @discardableResult
    func submit(
        _ path: String,
        from department: String,
        on received: Day
    ) async throws -> (outcome: SubmissionDesk.Outcome, faults: [Fault]) {
        let desk = desk(on: received)
        let source = try #require(catalogue.departments.named(department, on: received))
        var faults: [Fault] = []
        let listener = SubmissionDesk.Listener(faults: { faults += $0 }, progress: { _, _ in })
        let handed = try await desk.submit(path: path, from: source, listener: listener)
        return (handed.outcomes[0], faults)
    }

    /// The desk at ten in the morning of a day.
    func desk(on received: Day) -> SubmissionDesk {
        let at = Instant(microseconds: (Int64(received.number) * 86_400 + 2 * 3_600) * 1_000_000)
        return SubmissionDesk(catalogue: catalogue, store: store, keys: store.keys) { at }
    }
}

import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSample
import CreditStore
import CreditStoreSQLite
import Foundation

/// Hands in the files of a sample city in the order and on the days that its manifest says, by the path that a department uses.
struct ManifestRun {
    private let catalogue: Catalogue
    private let store: SQLiteStore
    private let language: Language

    init(_ catalogue: Catalogue, _ store: SQLiteStore, _ language: Language) {
        self.catalogue = catalogue
        self.store = store
        self.language = language
    }

    /// Hands all of it in; files that are held already change nothing.
    func run(_ path: String) async throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let manifest = try SampleCity.manifest(in: folder.path)
        var line = ProgressLine(language == .zh ? "报送" : "handing in")
        var rows = 0
        var admitted = 0
        var unreadable: [String] = []
        for (position, file) in manifest.files.enumerated() {
            guard let day = Day(iso: file.received) else { continue }
            let clock = Clock(on: day)
            let desk = SubmissionDesk(catalogue: catalogue, store: store, keys: store.keys) { clock.instant }
            do {
                let handed = try await desk.submit(
                    path: folder.appendingPathComponent(file.path).path,
                    from: try Departments.find(file.department, in: catalogue, on: day),
                    listener: SubmissionDesk.Listener(faults: { _ in }, progress: { _, _ in })
                )
                rows += handed.counts.rows
                admitted += handed.counts.admitted
            } catch is IntakeProblem {
                unreadable.append(file.path)
            }
            line.show(
                Double(position + 1) / Double(manifest.files.count),
                "\(position + 1)/\(manifest.files.count) \(file.path)"
            )
        }
        line.clear()
        let head = try await store.head()
        switch language {
        case .zh:
            Terminal.line(
                "\(manifest.files.count) 个文件，\(rows) 行，通过 \(admitted)，读不了的文件 \(unreadable.count)；账本 \(head.size) 条。"
            )
        case .en:
            Terminal.line(
                "\(manifest.files.count) files, \(rows) rows, \(admitted) admitted, \(unreadable.count) files unreadable; "
                    + "\(head.size) ledger entries."
            )
        }
    }
}

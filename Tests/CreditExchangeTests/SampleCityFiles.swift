import CreditCatalogue
import CreditModel
import CreditSample
import Foundation
import TestSupport

/// A sample city written into a folder of its own, with its truth by file.
final class SampleCityFiles: Sendable {
    let folder: ScratchFolder
    let catalogue: Catalogue
    let manifest: SampleManifest
    let truth: [String: [SampleFault]]

    init(organisations: Int, records: Int, seed: UInt64 = 20) throws {
        folder = try ScratchFolder()
        catalogue = try Folders.city.get()
        let city = SampleCity(
            seed: seed,
            organisations: organisations,
            records: records,
            catalogue: catalogue,
            today: day("2026-07-03")
        )
        manifest = try city.write(to: folder.path) { _, _ in }
        truth = Dictionary(grouping: try SampleCity.truth(in: folder.path), by: \.file)
    }

    /// One small city that several tests share.
    static let small = Result { try SampleCityFiles(organisations: 500, records: 5_000) }

    func checked(_ file: SampleFile) throws -> Checked {
        try Checked(
            folder.file(file.path),
            catalogue,
            from: catalogue.departments.named(file.department).first,
            on: day(file.received)
        )
    }

    /// What the truth says of a file, in the form of `Checked.lines`.
    func expected(_ file: SampleFile) -> [String] {
        (truth[file.path] ?? []).map { "\($0.row) \($0.column) \($0.code)" }.sorted()
    }
}

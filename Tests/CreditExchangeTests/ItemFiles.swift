import CreditCatalogue
import CreditModel
import CreditSample
import Foundation
import TestSupport

/// The small files of each item of the city's catalogue, made by one sample city.
enum ItemFiles {
    static let today = day("2026-07-03")

    /// The ids of all items; those without a form, which cannot come in a file, are left out.
    static let items = (try? Folders.city.get().items.filter { !$0.templates.isEmpty }.map(\.id)) ?? []
    static let open = (try? Folders.city.get().items.filter { $0.standing == .open }.map(\.id)) ?? []
    static let withdrawn = items.filter { !open.contains($0) }

    /// Where they are; written once for all tests.
    private static let folder = Result { () throws -> (ScratchFolder, SampleManifest, [String: [SampleFault]]) in
        let catalogue = try Folders.city.get()
        let city = SampleCity(seed: 5, organisations: 1_200, records: 1, catalogue: catalogue, today: today)
        let folder = try ScratchFolder()
        let manifest = try city.writeFiles(of: catalogue.items, to: folder.path)
        return (folder, manifest, Dictionary(grouping: try SampleCity.truth(in: folder.path), by: \.file))
    }

    /// A file with its place and what the truth says of it, in the form of `Checked.lines`.
    struct Made {
        let file: SampleFile
        let path: String
        let truth: [String]
    }

    /// The files of an item.
    static func of(_ item: String) throws -> [Made] {
        let (folder, manifest, truth) = try folder.get()
        return manifest.files.filter { $0.item == item }
            .map { file in
                let lines = (truth[file.path] ?? []).map { "\($0.row) \($0.column) \($0.code)" }.sorted()
                return Made(file: file, path: folder.file(file.path), truth: lines)
            }
    }
}

import CreditCatalogue
import Foundation
import TestSupport

/// A copy of the second city's catalogue in a folder of its own, to be broken on purpose.
struct ScratchCatalogue {
    private let folder: URL

    /// Where it is.
    var path: String { folder.path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("catalogue-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: Folders.secondCatalogue), to: folder)
    }

    /// Replaces the first occurrence of a text in a file; an empty text is replaced by appending.
    func edit(_ file: String, _ text: String, into other: String) throws {
        let url = folder.appendingPathComponent(file)
        var content = try String(contentsOf: url, encoding: .utf8)
        if text.isEmpty {
            content += other
        } else {
            guard let range = content.range(of: text) else { throw TextIsNotThere(file: file, text: text) }
            content.replaceSubrange(range, with: other)
        }
        try content.write(to: url, atomically: true, encoding: .utf8)
    }

    func write(_ file: String, _ content: String) throws {
        try content.write(to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }

    func delete(_ file: String) throws {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(file))
    }

    /// What loading says is wrong; nothing where it loads.
    func problems() -> [CatalogueProblem] {
        do throws(CatalogueError) {
            _ = try CatalogueLoader.load(from: folder.path)
            return []
        } catch {
            return error.problems
        }
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    struct TextIsNotThere: Error {
        let file: String
        let text: String
    }
}

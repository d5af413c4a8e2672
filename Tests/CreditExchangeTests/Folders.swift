import CreditCatalogue
import CreditModel
import Foundation

/// The folders that the tests read, and one of their own to write into.
enum Folders {
    /// The root of the package, found from this file.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The city's own catalogue.
    static let city = Result { try CatalogueLoader.load(from: root.appendingPathComponent("catalogue").path) }

    /// Another city's catalogue, invented.
    static let secondCity = Result {
        try CatalogueLoader.load(
            from: root.appendingPathComponent("Tests/CreditCatalogueTests/Fixtures/second-city").path
        )
    }

    /// The register sample, read where it is present and never copied.
    static let registerSample = root.deletingLastPathComponent()
        .appendingPathComponent("shared/data/cn-register-sample-2019/new_enterprises_2019.csv").path

    /// Whether the register sample is here; says so where it is not.
    static let hasRegisterSample: Bool = {
        let isPresent = FileManager.default.fileExists(atPath: registerSample)
        if !isPresent { print("skipped: the register sample is not there (\(registerSample))") }
        return isPresent
    }()
}

/// A folder that goes away with its owner.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("exchange-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
}

/// A legal day written as the catalogue writes it.
func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
    return day
}

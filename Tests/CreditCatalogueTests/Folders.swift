import Foundation

/// The folders that the tests read.
enum Folders {
    /// The root of the package, found from this file.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The city's own catalogue.
    static let city = root.appendingPathComponent("catalogue").path

    /// Another city's catalogue, invented.
    static let secondCity = root.appendingPathComponent("Tests/CreditCatalogueTests/Fixtures/second-city").path

    /// The register sample, read where it is present and never copied.
    static let registerSample = root.deletingLastPathComponent()
        .appendingPathComponent("shared/data/cn-register-sample-2019/new_enterprises_2019.csv").path
}

public import CreditCatalogue
public import Foundation

/// The folders that the tests read, and the catalogues in them, each loaded once.
public enum Folders {
    /// The root of the package, found from this file.
    public static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of the city's own catalogue.
    public static let catalogue = root.appendingPathComponent("catalogue").path

    /// The folder of another city's catalogue, invented, small and quick to load: it has settled thresholds of fines.
    public static let secondCatalogue =
        root.appendingPathComponent("Tests/CreditCatalogueTests/Fixtures/second-city").path

    /// The folder of the example of layouts: a third city, invented, whose departments hand in what their own systems export.
    public static let layoutCatalogue = root.appendingPathComponent("examples/catalogues/yanjiang").path

    /// The example of layouts.
    public static let layoutCity = load(layoutCatalogue)

    /// The city's own catalogue.
    public static let city = load(catalogue)

    /// The other city's catalogue.
    public static let secondCity = load(secondCatalogue)

    /// The published files, read where they are present and never copied: `XINYUAN_DATA`, else beside the repository.
    public static let data =
        ProcessInfo.processInfo.environment["XINYUAN_DATA"]
        ?? root.deletingLastPathComponent().appendingPathComponent("shared/data").path

    /// The register sample.
    public static let registerSample = data + "/cn-register-sample-2019/new_enterprises_2019.csv"

    /// Whether the register sample is here; says so where it is not.
    public static let hasRegisterSample: Bool = {
        let isPresent = FileManager.default.fileExists(atPath: registerSample)
        if !isPresent { print("skipped: the register sample is not there (\(registerSample))") }
        return isPresent
    }()

    private static func load(_ folder: String) -> Result<Catalogue, CatalogueError> {
        Result { () throws(CatalogueError) in try CatalogueLoader.load(from: folder) }
    }
}

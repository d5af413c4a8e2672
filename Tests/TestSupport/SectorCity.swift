public import CreditCatalogue
public import Foundation

/// The second city with a plan, laws, functions, blocks, a grading scheme and an item on persons laid over it.
public enum SectorCity {
    /// The files laid over the second city's.
    public static let overlay = Folders.root.appendingPathComponent("Tests/CreditCatalogueTests/Fixtures/sector-city")

    /// The catalogue.
    public static let catalogue: Result<Catalogue, any Error> = Result {
        let scratch = try ScratchFolder()
        let folder = scratch.file("catalogue")
        try lay(into: folder)
        return try CatalogueLoader.load(from: folder)
    }

    /// Makes the folder of the catalogue anew, to be broken on purpose.
    public static func lay(into folder: String) throws {
        let files = FileManager.default
        try files.copyItem(atPath: Folders.secondCatalogue, toPath: folder)
        for name in files.enumerator(atPath: overlay.path)?.compactMap({ $0 as? String }) ?? []
        where name.hasSuffix(".yaml") {
            try files.copyItem(atPath: overlay.path + "/" + name, toPath: folder + "/" + name)
        }
    }
}

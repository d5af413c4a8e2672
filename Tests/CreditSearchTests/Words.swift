import CreditCatalogue
import CreditSearch
import Foundation

/// The words of the repository's own catalogue, loaded once.
enum Words {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let catalogue = Result { () throws(CatalogueError) in
        try CatalogueLoader.load(from: root.appendingPathComponent("catalogue").path)
    }

    static func parser() throws -> NameParser {
        let catalogue = try catalogue.get()
        return NameParser(catalogue.names, city: catalogue.city)
    }

    static func judge(_ one: String, _ other: String) throws -> MatchJudgement {
        let parser = try parser()
        return NameComparison.judge(NameFacts(one, by: parser), NameFacts(other, by: parser))
    }
}

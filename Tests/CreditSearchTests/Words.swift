import CreditCatalogue
import CreditSearch
import TestSupport

/// The words of the city's own catalogue.
enum Words {
    static func parser() throws -> NameParser {
        let catalogue = try Folders.city.get()
        return NameParser(catalogue.names, city: catalogue.city)
    }

    static func judge(_ one: String, _ other: String) throws -> MatchJudgement {
        let parser = try parser()
        return NameComparison.judge(NameFacts(one, by: parser), NameFacts(other, by: parser))
    }
}

import CreditCatalogue
import CreditModel

/// What is to be said of an item beside its name: withdrawn, about persons, not published.
struct ItemNotes {
    private let item: Item

    init(_ item: Item) {
        self.item = item
    }

    /// The notes, each with its lead; empty for an item that is open and published.
    var words: Bilingual {
        if case .withdrawn(let ground) = item.standing {
            return Bilingual(zh: "　已停止归集：\(ground.zh)", en: "  withdrawn: \(ground.en)")
        }
        if let role = item.personRole {
            return Bilingual(zh: "　不公示；自然人：\(role.zh)", en: "  restricted; persons: \(role.en)")
        }
        if item.publication == .restricted { return Bilingual(zh: "　不公示", en: "  restricted") }
        return Bilingual(zh: "", en: "")
    }
}

import CreditCatalogue
import CreditModel

/// Who sees records of an item, as far as the catalogue says.
enum ItemSight: Sendable, CaseIterable {
    /// Everyone.
    case open
    /// Everyone, but not every record, not every grade, or not every field that a record must have.
    case partly
    /// Nobody in public.
    case closed
    /// It is not taken in at all.
    case withdrawn

    /// In a word.
    var name: Bilingual {
        switch self {
        case .open: Bilingual(zh: "公示", en: "Public")
        case .partly: Bilingual(zh: "部分公示", en: "Partly public")
        case .closed: Bilingual(zh: "不公示", en: "Not public")
        case .withdrawn: Bilingual(zh: "已停止归集", en: "Withdrawn")
        }
    }

    /// The class that gives shape and colour.
    var tone: StaticString {
        switch self {
        case .open: "neutral"
        case .partly: "partly"
        case .closed: "closed"
        case .withdrawn: "ended"
        }
    }
}

extension Catalogue {
    /// Who sees records of an item.
    func sight(of item: Item) -> ItemSight {
        guard item.standing == .open else { return .withdrawn }
        guard item.isListed else { return .closed }
        let isWhole = item.fields.allSatisfy { $0.disclosure == .open || $0.requirement != .required }
        return isWhole && !hidesRecords(of: item) ? .open : .partly
    }

    /// Whether some records of an item are not shown: for their tier, their grade, a value that is adverse, or because nobody declared them public.
    private func hidesRecords(of item: Item) -> Bool {
        if adverseValues(of: item) != nil, !showsEveryTier(of: item) { return true }
        return switch item.publication {
        case .declared, .penaltyTier, .restricted: true
        case .listEntry, .itemTier: !showsEveryTier(of: item)
        case .standing, .validity:
            (item.scheme.flatMap { scheme($0) }?.editions ?? []).contains { $0.grades.contains { !$0.isShown } }
        }
    }

    private func showsEveryTier(of item: Item) -> Bool {
        publication.allSatisfy { rule in
            rule.items[item.id].map { rule.periods[$0.low]?.isShown == true } ?? false
        }
    }
}

/// Who sees it, as a word with a shape.
struct ItemBadge: Sendable {
    let visit: Visit
    let item: Item

    var html: HTML {
        let sight = visit.catalogue.sight(of: item)
        return "<span class=\"tag tag-\(HTML(stringLiteral: sight.tone))\">\(visit[sight.name])</span>"
    }
}

import CreditModel

/// The tiers of items that are shown by their own tier: written at the item or in the rule.
extension PublicationRule {
    /// An item's `tiers:`, by the id of the rule.
    static func tiers(ofItem map: YAMLMap, _ references: References) -> [String: TierRange] {
        guard map.has("tiers") else { return [:] }
        return ranges("tiers", map, known: references.rules, elsewhere: Set(references.rules))
    }

    /// The rule's `items:` together with what the items say themselves; every open item of that kind has a tier.
    static func items(
        _ map: YAMLMap,
        _ items: [Item],
        adverse: (Item) -> Bool,
        _ places: CataloguePlaces
    ) -> [String: TierRange] {
        let id = map.text("id")
        let tiered = items.filter { $0.publication.isByItem && $0.standing == .open }
        // An item that writes tiers of its own, or can have none but its own, is where a missing one is told of.
        let own = tiered.filter { !$0.tiers.isEmpty || $0.publication == .itemTier }
        // One that is adverse by its values alone may have no tier: those records are then not shown (limit 10).
        let byValue = items.filter {
            !$0.publication.isByItem && $0.standing == .open && $0.mayBeTiered(hasAdverseValues: adverse($0))
        }
        var ranges = ranges(
            "items",
            map,
            known: (tiered + byValue).map(\.id),
            elsewhere: Set((own + byValue).map(\.id))
        )
        for item in own + byValue {
            guard let range = item.tiers[id] else {
                if item.publication.isByItem, ranges[item.id] == nil {
                    reportNoTier(places[.item(item.id), "tiers"] ?? map.place, "tiers", id, map.log)
                }
                continue
            }
            if ranges.updateValue(range, forKey: item.id) != nil {
                let place = places[.item(item.id), "tiers"] ?? map.place
                map.log.addDuplicate(
                    Located(value: item.id, place: place),
                    of: Bilingual(zh: "规则“\(id)”下的档次", en: "tier under the rule “\(id)” of")
                )
            }
        }
        return ranges
    }
}

extension Item.Publication {
    /// Whether the tier is the item's, whatever its records say.
    var isByItem: Bool { self == .listEntry || self == .itemTier }

    /// Whether a tier says how long its records are shown.
    var isTiered: Bool { isByItem || self == .penaltyTier }
}

extension Item {
    /// Whether the item may say tiers of its own.
    func mayBeTiered(hasAdverseValues: Bool) -> Bool {
        publication.isByItem || (hasAdverseValues && [.standing, .validity, .declared].contains(publication))
    }
}

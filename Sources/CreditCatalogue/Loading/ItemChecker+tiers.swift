import CreditModel

/// What an item says of its own tiers and of the ground on which it is not public.
extension ItemChecker {
    func checkTiers() {
        if map.has("tiers"), !item.publication.isByItem {
            report(
                "tiers",
                Bilingual(zh: "tiers 只用于 list-entry 和 item-tier", en: "tiers are for list-entry and item-tier"),
                remedy: Bilingual(zh: "删去 tiers，或更正 publication", en: "remove tiers, or correct publication")
            )
        }
        if map.has("atMostMonths"), !item.publication.isByItem, item.publication != .penaltyTier {
            report(
                "atMostMonths",
                Bilingual(
                    zh: "atMostMonths 只用于按失信程度分档公示的事项",
                    en: "atMostMonths is for items that are published by tier"
                ),
                remedy: Bilingual(zh: "删去，或更正 publication", en: "remove it, or correct publication")
            )
        }
    }

    func checkWithheld() {
        if item.withheld != nil, item.publication != .restricted {
            report(
                "withheld",
                Bilingual(
                    zh: "向社会公示的事项不写不公开理由",
                    en: "an item that is published has no ground of non-disclosure"
                ),
                remedy: Bilingual(
                    zh: "写在不公开的字段上，或写 publication: restricted",
                    en: "write it at the fields, or write publication: restricted"
                )
            )
        }
        for entry in entries where entry.field.withheld != nil && entry.field.disclosure == .open {
            map.log.add(
                entry.place(of: "withheld"),
                Bilingual(
                    zh: "字段“\(entry.field.id)”公开，却写了不公开理由",
                    en: "the field “\(entry.field.id)” is public and has a ground of non-disclosure"
                ),
                remedy: Bilingual(
                    zh: "删去 withheld，或写 disclosure: restricted",
                    en: "remove withheld, or write disclosure: restricted"
                )
            )
        }
    }
}

import CreditModel

/// What an item says of its own tiers and of the ground on which it is not public.
extension ItemChecker {
    func checkTiers() {
        guard map.has("tiers"), !item.mayBeTiered(hasAdverseValues: !adverseValues.isEmpty) else { return }
        report(
            "tiers",
            Bilingual(
                zh: "tiers 只用于 list-entry、item-tier，以及有不利取值的公示事项",
                en: "tiers are for list-entry, item-tier, and published items that have adverse values"
            ),
            remedy: Bilingual(
                zh: "删去 tiers，更正 publication，或在取值写 means: adverse",
                en: "remove tiers, correct publication, or write means: adverse at the value"
            )
        )
    }

    /// What the item can say against its subject without being adverse.
    var adverseValues: AdverseValues {
        AdverseValues(item, codeLists: references.codeLists) { references.schemes[$0] }
    }

    /// A value that speaks against its subject needs its deciding document as an adverse item does (limit 2).
    func checkAdverse() {
        if item.polarity == .adverse {
            checkEnd()
        } else if !adverseValues.isEmpty {
            demandDocument(zh: "有不利取值的事项", en: "an item with adverse values")
        }
    }

    /// Nothing adverse is for ever, published or not (limit 5).
    private func checkEnd() {
        guard !item.publication.isTiered, item.roles.endedOn == nil, item.roles.validUntil == nil,
            item.atMostMonths == nil
        else { return }
        report(
            "publication",
            Bilingual(zh: "失信类信息没有期满之日", en: "an adverse item without an end"),
            remedy: Bilingual(
                zh: "添上 atMostMonths，或在 roles 里指明 endedOn、validUntil",
                en: "add atMostMonths, or name endedOn or validUntil under roles"
            )
        )
    }

    /// Two grades in one record would have two answers to whether it may be shown.
    func checkOneGrade() {
        for entry in entries.filter({ $0.field.type.id == "grade" }).dropFirst() {
            map.log.add(
                entry.place(of: "type"),
                Bilingual(zh: "一个事项只能有一个等级字段", en: "an item has one field of a grade at most"),
                remedy: Bilingual(zh: "另立事项，或更正 type", en: "make another item, or correct the type")
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

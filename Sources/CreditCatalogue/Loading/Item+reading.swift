import CreditModel

/// One entry of a file in `sectors/`.
extension Item {
    static let keys = [
        "id", "name", "purpose", "clauses", "section", "polarity", "standing", "ground", "legalBasis", "sources",
        "minimumLevel", "subjectKinds", "personInRole", "content", "scheme", "keyFields", "reportWithin", "publication",
        "tiers", "atMostMonths", "withheld", "register", "fields", "roles", "templates",
    ]

    /// `clause` is the file's own, for items that name none.
    convenience init(reading map: YAMLMap, references: References, clause: String?, places: inout CataloguePlaces) {
        let entries = FieldEntry.list(map, references)
        let fields = entries.map(\.field)
        let own = map.texts("clauses").map(\.value)
        self.init(
            id: map.text("id"),
            name: map.bilingual("name"),
            purpose: map.bilingual("purpose"),
            clauses: own.isEmpty ? clause.map { [$0] } ?? [] : own,
            section: Item.section(map, references),
            polarity: map.word("polarity") ?? .neutral,
            standing: Standing(reading: map),
            legalBasis: LegalBasis.list(map, references),
            sources: Source.list(ofItem: map, references),
            minimumLevel: AuthorityLevel(reading: map, key: "minimumLevel"),
            about: About(reading: map, references: references),
            keyFields: Item.keyFields(map, fields),
            fields: fields,
            roles: Roles(ofItem: map, entries: entries, references: references),
            templates: Template.list(map, entries),
            reportWithin: map.has("reportWithin") ? map.integer("reportWithin", in: 1...366) : nil,
            publication: map.word("publication") ?? .restricted,
            tiers: PublicationRule.tiers(ofItem: map, references),
            atMostMonths: map.has("atMostMonths") ? map.integer("atMostMonths", in: 1...1200) : nil,
            withheld: DisclosureGround.named(in: map, references),
            isRegister: map.flag("register")
        )
        ItemChecker(item: self, map: map, entries: entries, references: references).check()
        places.note(self, map, entries)
    }

    private static func section(_ map: YAMLMap, _ references: References) -> String {
        let section = map.located("section")
        if map.has("section"), !references.sections.contains(section.value) {
            map.log.addUnknown(section, among: references.sections, kind: Bilingual(zh: "报告部分", en: "section"))
        }
        return section.value
    }

    private static func keyFields(_ map: YAMLMap, _ fields: [Field]) -> [String] {
        map.texts("keyFields")
            .map { key in
                if !fields.contains(where: { $0.id == key.value }) {
                    map.log.addUnknown(key, among: fields.map(\.id), kind: Bilingual(zh: "字段", en: "field"))
                }
                return key.value
            }
    }
}

extension Item.Standing {
    fileprivate init(reading map: YAMLMap) {
        self = .open
        let standing = map.located("standing")
        switch standing.value {
        case "open":
            guard map.has("ground") else { return }
            map.log.add(
                map.place(of: "ground"),
                Bilingual(zh: "开放的事项不写停用理由", en: "an open item has no ground of withdrawal"),
                remedy: Bilingual(
                    zh: "删去 ground，或写 standing: withdrawn",
                    en: "remove ground, or write standing: withdrawn"
                )
            )
        case "withdrawn":
            self = .withdrawn(ground: map.bilingual("ground"))
        default:
            guard map.has("standing") else { return }
            map.log.addUnknown(standing, among: ["open", "withdrawn"], kind: Bilingual(zh: "状态", en: "standing"))
        }
    }
}

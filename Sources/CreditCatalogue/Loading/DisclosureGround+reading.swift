import CreditModel

/// `disclosure.yaml`.
extension DisclosureGround {
    static let keys = ["id", "name", "text", "legalBasis", "types"]

    init(reading map: YAMLMap, references: References) {
        for type in map.texts("types") where !FieldType.words.contains(type.value) {
            map.log.addUnknown(type, among: FieldType.words, kind: Bilingual(zh: "字段类型", en: "type of field"))
        }
        self.init(
            id: map.text("id"),
            name: map.bilingual("name"),
            text: map.bilingual("text"),
            legalBasis: LegalBasis.list(map, references),
            types: map.texts("types").map(\.value)
        )
    }

    /// The ground that a field or an item names under `withheld`.
    static func named(in map: YAMLMap, _ references: References) -> String? {
        guard map.has("withheld") else { return nil }
        let id = map.located("withheld")
        if !references.grounds.contains(id.value) {
            map.log.addUnknown(
                id,
                among: references.grounds,
                kind: Bilingual(zh: "不公开理由", en: "ground of non-disclosure")
            )
        }
        return id.value
    }

    /// Two grounds for one type of field would leave it open which holds.
    static func checkTogether(_ grounds: [DisclosureGround], _ maps: [YAMLMap]) {
        var taken: Set<String> = []
        for type in maps.flatMap({ $0.texts("types") }) where !taken.insert(type.value).inserted {
            maps.first?.log.addDuplicate(type, of: Bilingual(zh: "字段类型的理由", en: "ground for the type of field"))
        }
    }
}

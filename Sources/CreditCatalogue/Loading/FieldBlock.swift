import CreditModel

/// One entry of `blocks.yaml`: fields that many items share, with the parts they play.
struct FieldBlock {
    let id: String
    let maps: [YAMLMap]
    let fields: [Field]
    let roles: YAMLMap?

    static let keys = ["id", "fields", "roles"]

    init(reading map: YAMLMap, references: References) {
        map.demand("fields")
        id = map.text("id")
        maps = map.maps("fields", keys: Field.keys)
        fields = maps.map { Field(reading: $0, references: references, scheme: nil) }
        roles = map.has("roles") ? map.map("roles", keys: Item.Roles.keys) : nil
        var seen: Set<String> = []
        for (field, map) in zip(fields, maps) where !seen.insert(field.id).inserted {
            map.log.addDuplicate(map.located("id"), of: Bilingual(zh: "字段", en: "field"))
        }
        if let roles { Item.Roles.check(ofBlock: roles, fields: fields) }
    }
}

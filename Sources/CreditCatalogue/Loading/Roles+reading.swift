import CreditModel

/// An item's `roles:`: which field plays which part, each of the type that the part asks for.
extension Item.Roles {
    private static let codes: Set = ["text", "other-code", "registration-number", "organisation-code"]
    private static let words: Set = ["text", "free-text", "choice", "choices", "authority"]

    private static var parts: [(key: String, path: WritableKeyPath<Item.Roles, String?>, types: Set<String>)] {
        [
            ("creditCode", \.creditCode, ["credit-code"]),
            ("registrationNumber", \.registrationNumber, ["registration-number"]),
            ("organisationCode", \.organisationCode, ["organisation-code"]),
            ("subjectCategory", \.subjectCategory, ["choice"]),
            ("documentNumber", \.documentNumber, codes),
            ("authority", \.authority, ["authority"]),
            ("authorityCode", \.authorityCode, ["authority-code"]),
            ("source", \.source, ["authority", "text"]),
            ("sourceCode", \.sourceCode, ["authority-code"]),
            ("validFrom", \.validFrom, ["day"]),
            ("validUntil", \.validUntil, ["day"]),
            ("shownUntil", \.shownUntil, ["day"]),
            ("endedOn", \.endedOn, ["day"]),
            ("penaltyKinds", \.penaltyKinds, ["choices"]),
            ("fine", \.fine, ["amount"]),
            ("confiscated", \.confiscated, ["amount"]),
            ("content", \.content, ["free-text"]),
            ("openness", \.openness, ["choice"]),
            ("title", \.title, words.union(codes)),
            ("address", \.address, ["text", "free-text"]),
            ("status", \.status, words),
            ("certificate", \.certificate, ["certificate-number"]),
            ("grade", \.grade, ["grade"]),
            ("edition", \.edition, ["text", "choice"]),
            ("points", \.points, ["text", "other-code"]),
        ]
    }

    /// Where a role is said, and the fields that may play it.
    private struct Word {
        let map: YAMLMap
        let fields: [Field]
    }

    /// The roles of the item's blocks, and those that the item itself says, which win.
    init(ofItem map: YAMLMap, entries: [FieldEntry], references: References) {
        var words: [String: Word] = [:]
        for use in FieldUse.all(in: map, references) {
            guard let roles = use.block.roles else { continue }
            for key in roles.keys.map(\.value) where !use.leftOut.contains(roles.optionalText(key) ?? "") {
                words[key] = Word(map: roles, fields: use.block.fields)
            }
        }
        let own = map.has("roles") || words.isEmpty ? map.map("roles", keys: Self.keys) : nil
        if let own { for key in own.keys { words[key.value] = Word(map: own, fields: entries.map(\.field)) } }
        self.init(name: Self.needed("name", words, own ?? map), decidedOn: Self.needed("decidedOn", words, own ?? map))
        for part in Self.parts {
            guard let word = words[part.key] else { continue }
            self[keyPath: part.path] = Self.field(part.key, word.map, word.fields, types: part.types)
        }
    }

    /// Holds a block's roles to its own fields.
    static func check(ofBlock map: YAMLMap, fields: [Field]) {
        for (key, types) in needed + parts.map({ ($0.key, $0.types) }) where map.has(key) {
            _ = field(key, map, fields, types: types)
        }
    }

    static var keys: [String] { needed.map(\.key) + parts.map(\.key) }

    private static var needed: [(key: String, types: Set<String>)] {
        [("name", ["text", "person-name"]), ("decidedOn", ["day"])]
    }

    private static func needed(_ key: String, _ words: [String: Word], _ place: YAMLMap) -> String {
        guard let word = words[key] else {
            place.reportMissing(key)
            return ""
        }
        let types = needed.first { $0.key == key }?.types ?? []
        return field(key, word.map, word.fields, types: types)
    }

    private static func field(_ key: String, _ map: YAMLMap, _ fields: [Field], types: Set<String>) -> String {
        let id = map.located(key)
        guard map.has(key) else { return "" }
        guard let field = fields.first(where: { $0.id == id.value }) else {
            map.log.addUnknown(id, among: fields.map(\.id), kind: Bilingual(zh: "字段", en: "field"))
            return id.value
        }
        if !types.contains(field.type.id) {
            let list = types.sorted().joined(separator: ", ")
            map.log.add(
                id.place,
                Bilingual(
                    zh: "“\(key)”指的字段“\(id.value)”类型是 \(field.type.id)",
                    en: "“\(key)” names the field “\(id.value)”, whose type is \(field.type.id)"
                ),
                remedy: Bilingual(zh: "改指类型为 \(list) 的字段", en: "name a field of type \(list)")
            )
        }
        return id.value
    }
}

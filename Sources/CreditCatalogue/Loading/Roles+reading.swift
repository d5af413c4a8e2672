import CreditModel

/// An item's `roles:`: which field plays which part, each of the type that the part asks for.
extension Item.Roles {
    private static let codes: Set = ["text", "other-code", "registration-number", "organisation-code"]
    private static let words: Set = ["text", "free-text", "choice", "choices", "authority"]

    private static var parts: [(key: String, path: WritableKeyPath<Item.Roles, String?>, types: Set<String>)] {
        [
            ("title", \.title, words),
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
        ]
    }

    init(reading map: YAMLMap, fields: [Field]) {
        self.init(
            name: Self.field("name", map, fields, types: ["text", "person-name"]),
            decidedOn: Self.field("decidedOn", map, fields, types: ["day"])
        )
        for part in Self.parts where map.has(part.key) {
            self[keyPath: part.path] = Self.field(part.key, map, fields, types: part.types)
        }
    }

    static var keys: [String] { ["name", "decidedOn"] + parts.map(\.key) }

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

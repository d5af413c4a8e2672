import CreditModel

/// One entry of an item's `templates:`.
extension Template {
    static let keys = ["id", "name", "columns", "constants", "naturalPersons"]

    /// The word for a column that is known and left out on purpose.
    static let leftOut = "none"

    /// The layouts of an item; one with all columns where it writes none.
    static func list(_ map: YAMLMap, _ entries: [FieldEntry]) -> [Template] {
        let fields = entries.map(\.field)
        let variants = Dictionary(entries.map { ($0.field.id, $0.variants) }, uniquingKeysWith: { first, _ in first })
        guard !map.has("templates") else {
            return map.maps("templates", keys: keys).map { Template(reading: $0, fields: fields, variants: variants) }
        }
        guard !fields.isEmpty else { return [] }
        let name = map.bilingual("name")
        let columns = entries.map { entry in
            let column = Column(heading: entry.field.heading, variants: entry.variants, field: entry.field.id)
            return Located(value: column, place: entry.place)
        }
        checkHeadings(of: columns, map)
        return [
            Template(
                id: defaultID(ofItem: map.text("id")),
                name: Bilingual(zh: name.zh + "信息", en: name.en),
                columns: columns.map(\.value),
                constants: [:],
                isForNaturalPersons: false
            )
        ]
    }

    /// The ids of an item's layouts, with their places.
    static func ids(_ map: YAMLMap) -> [Located<String>] {
        guard !map.has("templates") else { return map.maps("templates", keys: keys).map { $0.located("id") } }
        guard map.has("fields") else { return [] }
        return [Located(value: defaultID(ofItem: map.text("id")), place: map.place(of: "id"))]
    }

    /// The id of the layout that an item has where it writes none.
    static func defaultID(ofItem id: String) -> String { id + "-form" }

    init(reading map: YAMLMap, fields: [Field], variants: [String: [String]]) {
        let columns = Template.columns(map, fields, variants)
        Template.checkHeadings(of: columns, map)
        self.init(
            id: map.text("id"),
            name: map.bilingual("name"),
            columns: columns.map(\.value),
            constants: Template.constants(map, fields),
            isForNaturalPersons: map.flag("naturalPersons")
        )
    }

    private static func columns(
        _ map: YAMLMap,
        _ fields: [Field],
        _ variants: [String: [String]]
    ) -> [Located<Column>] {
        guard !map.says("all", under: "columns") else {
            return fields.map {
                let column = Column(heading: $0.heading, variants: variants[$0.id] ?? [], field: $0.id)
                return Located(value: column, place: map.place(of: "columns"))
            }
        }
        map.demand("columns")
        return map.maps("columns", keys: ["heading", "variants", "field"])
            .map { entry in
                Located(value: column(entry, fields, variants), place: entry.place)
            }
    }

    private static func column(_ map: YAMLMap, _ fields: [Field], _ variants: [String: [String]]) -> Column {
        let id = map.located("field")
        let field = fields.first { $0.id == id.value }
        if field == nil, id.value != leftOut, map.has("field") {
            map.log.addUnknown(id, among: fields.map(\.id) + [leftOut], kind: Bilingual(zh: "字段", en: "field"))
        }
        guard !map.has("heading"), let field else {
            return Column(heading: map.text("heading"), variants: map.texts("variants").map(\.value), field: field?.id)
        }
        let own = map.texts("variants").map(\.value)
        return Column(heading: field.heading, variants: (variants[field.id] ?? []) + own, field: field.id)
    }

    private static func constants(_ map: YAMLMap, _ fields: [Field]) -> [String: String] {
        guard map.has("constants"), let entries = map.map("constants", keys: nil) else { return [:] }
        var constants: [String: String] = [:]
        for key in entries.keys {
            if !fields.contains(where: { $0.id == key.value }) {
                map.log.addUnknown(key, among: fields.map(\.id), kind: Bilingual(zh: "字段", en: "field"))
            }
            constants[key.value] = entries.text(key.value)
        }
        return constants
    }

    private static func checkHeadings(of columns: [Located<Column>], _ map: YAMLMap) {
        var seen: [String: String] = [:]
        for column in columns {
            for heading in Set(([column.value.heading] + column.value.variants).map(Heading.normalised)) {
                guard let other = seen.updateValue(column.value.heading, forKey: heading) else { continue }
                map.log.add(
                    column.place,
                    Bilingual(
                        zh: "列“\(column.value.heading)”与“\(other)”会认成同一个表头“\(heading)”",
                        en: "the columns “\(column.value.heading)” and “\(other)” are both read from “\(heading)”"
                    ),
                    remedy: Bilingual(
                        zh: "改表头或删去相同的 variants",
                        en: "change the heading or remove the variant they share"
                    )
                )
            }
        }
    }
}

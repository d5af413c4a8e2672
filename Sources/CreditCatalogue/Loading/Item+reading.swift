import CreditModel

/// One entry of a file in `sectors/`.
extension Item {
    static let keys = [
        "id", "name", "purpose", "clauses", "section", "polarity", "standing", "ground", "legalBasis", "sources",
        "minimumLevel", "subjectKinds", "keyFields", "reportWithin", "publication", "fields", "roles", "templates",
    ]

    convenience init(reading map: YAMLMap, references: References) {
        let fieldMaps = map.maps("fields", keys: Field.keys)
        let fields = fieldMaps.map { Field(reading: $0, references: references) }
        let roles = map.map("roles", keys: Roles.keys).map { Roles(reading: $0, fields: fields) }
        let variants = Dictionary(
            zip(fields, fieldMaps).map { ($0.id, $1.texts("variants").map(\.value)) },
            uniquingKeysWith: { first, _ in first }
        )
        self.init(
            id: map.text("id"),
            name: map.bilingual("name"),
            purpose: map.bilingual("purpose"),
            clauses: map.texts("clauses").map(\.value),
            section: Item.section(map, references),
            polarity: map.word("polarity") ?? .neutral,
            standing: Standing(reading: map),
            legalBasis: map.maps("legalBasis", keys: LegalBasis.keys).map(LegalBasis.init(reading:)),
            sources: Item.sources(map, references).map { Source(department: $0) },
            minimumLevel: AuthorityLevel(reading: map, key: "minimumLevel"),
            about: .organisations(Item.subjectKinds(map), .fact),
            keyFields: Item.keyFields(map, fields),
            fields: fields,
            roles: roles ?? Roles(name: "", decidedOn: ""),
            templates: map.maps("templates", keys: Template.keys)
                .map {
                    Template(reading: $0, fields: fields, variants: variants)
                },
            reportWithin: map.has("reportWithin") ? map.integer("reportWithin", in: 1...366) : nil,
            publication: map.word("publication") ?? .restricted
        )
        ItemChecker(item: self, map: map, fieldMaps: fieldMaps, references: references).check()
    }

    private static func section(_ map: YAMLMap, _ references: References) -> String {
        let section = map.located("section")
        if map.has("section"), !references.sections.contains(section.value) {
            map.log.addUnknown(section, among: references.sections, kind: Bilingual(zh: "报告部分", en: "section"))
        }
        return section.value
    }

    private static func sources(_ map: YAMLMap, _ references: References) -> [String] {
        map.texts("sources")
            .map { source in
                guard let department = references.departments[source.value] else {
                    map.log.addUnknown(
                        source,
                        among: references.departments.keys,
                        kind: Bilingual(zh: "部门", en: "department")
                    )
                    return source.value
                }
                if !department.isSource {
                    map.log.add(
                        source.place,
                        Bilingual(
                            zh: "部门“\(source.value)”不在本平台报送",
                            en: "the department “\(source.value)” hands in no files here"
                        ),
                        remedy: Bilingual(
                            zh: "换一个部门，或在 departments.yaml 写 source: yes",
                            en: "name another, or write source: yes in departments.yaml"
                        )
                    )
                }
                return source.value
            }
    }

    private static func subjectKinds(_ map: YAMLMap) -> Set<SubjectKind> {
        if map.says("all", under: "subjectKinds") { return Set(SubjectKind.allCases) }
        return Set(map.texts("subjectKinds").compactMap { map.word($0) as SubjectKind? })
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

extension LegalBasis {
    static let keys = ["title", "since", "pending"]

    init(reading map: YAMLMap) {
        self.init(title: map.bilingual("title"), since: map.day("since"), isPending: map.flag("pending"))
    }
}

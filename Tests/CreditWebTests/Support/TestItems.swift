import CreditCatalogue
import CreditModel

extension TestCatalogue {
    static let items = [
        item(
            "registration",
            "企业登记",
            "Registration",
            "registration",
            .neutral,
            .standing,
            ["capital", "status", "legalRep"]
        ),
        item(
            "licence",
            "行政许可",
            "Administrative licence",
            "administration",
            .neutral,
            .standing,
            ["docTitle", "content"]
        ),
        item(
            "penalty",
            "行政处罚",
            "Administrative penalty",
            "administration",
            .adverse,
            .penaltyTier,
            ["violation", "kinds", "facts", "fine"]
        ),
        item("honour", "荣誉", "Honour", "honours", .favourable, .standing, ["honour"]),
        item(
            "serious-breach-list",
            "严重失信主体名单",
            "Serious-breach list",
            "serious-breach",
            .adverse,
            .listEntry,
            ["list", "facts"]
        ),
        item("commitment", "信用承诺", "Commitment", "commitment", .neutral, .declared, ["subject", "openness"]),
        item("inspection", "内部检查", "Inspection", "other", .neutral, .restricted, ["content"]),
        item("points", "个人记分", "Points of persons", "other", .neutral, .restricted, [], withdrawn: "不对自然人记分。"),
    ]

    private static func item(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ section: String,
        _ polarity: Polarity,
        _ publication: Item.Publication,
        _ fields: [String],
        withdrawn: String? = nil
    ) -> Item {
        let all = fields + ["docNumber", "decidedOn", "validUntil", "authority", "remarks"]
        return Item(
            id: id,
            name: Bilingual(zh: zh, en: en),
            purpose: Bilingual(zh: "用于测试的\(zh)", en: "\(en), for tests"),
            clauses: ["1.1"],
            section: section,
            polarity: polarity,
            standing: withdrawn.map { .withdrawn(ground: Bilingual(zh: $0, en: "No points of natural persons.")) }
                ?? .open,
            legalBasis: [
                LegalBasis(
                    title: Bilingual(zh: "国办发〔2020〕49号", en: "Guobanfa 2020 No. 49"),
                    since: nil,
                    isPending: true
                )
            ],
            sources: [],
            minimumLevel: polarity == .adverse ? .county : nil,
            about: .organisations(Set(SubjectKind.allCases), .fact),
            keyFields: ["docNumber"],
            fields: all.map(field),
            roles: roles(fields),
            templates: [template(id, all)],
            reportWithin: 7,
            publication: publication,
            isRegister: id == "registration"
        )
    }

    private static func roles(_ fields: [String]) -> Item.Roles {
        var roles = Item.Roles(name: "name", decidedOn: "decidedOn")
        roles.documentNumber = "docNumber"
        roles.authority = "authority"
        roles.validUntil = "validUntil"
        roles.title = ["violation", "docTitle", "honour", "list", "subject"].first { fields.contains($0) }
        roles.penaltyKinds = fields.contains("kinds") ? "kinds" : nil
        roles.fine = fields.contains("fine") ? "fine" : nil
        roles.openness = fields.contains("openness") ? "openness" : nil
        return roles
    }

    private static func field(_ id: String) -> Field {
        Field(
            id: id,
            heading: "栏目 \(id)",
            label: "Column \(id)",
            meaning: Bilingual(zh: "栏目", en: "What column \(id) holds"),
            type: type(of: id),
            maxLength: 200,
            requirement: id == "decidedOn" ? .required : .optional,
            disclosure: id == "remarks" ? .restricted : .open,
            example: ""
        )
    }

    private static func type(of id: String) -> FieldType {
        switch id {
        case "decidedOn", "validUntil": .day
        case "kinds": .choices(list: "kinds")
        case "fine": .amount(unit: 1_000_000)
        case "facts": .freeText
        case "openness": .choice(list: "openness")
        default: .text
        }
    }

    private static func template(_ id: String, _ fields: [String]) -> Template {
        Template(
            id: "\(id)-1",
            name: Bilingual(zh: "模板", en: "Layout"),
            columns: fields.map { Template.Column(heading: "栏目 \($0)", variants: [], field: $0) },
            constants: [:],
            isForNaturalPersons: false
        )
    }
}

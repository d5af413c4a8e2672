import CreditCatalogue
import CreditModel

/// A small plan with its laws, grounds, a scheme of grades, and items that are unlike those of the other file.
extension TestCatalogue {
    private static func both(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }

    static let laws = [
        Law(
            id: "penalty-law",
            title: both("行政处罚法", "Administrative Penalty Law"),
            number: nil,
            kind: .law,
            validity: Validity(from: Day(year: 2021, month: 7, day: 15), until: nil),
            isPending: false
        ),
        Law(
            id: "grades-2014",
            title: both("示例等级办法", "Measures for grades"),
            number: both("示办〔2014〕1号", "Shi 〔2014〕 No. 1"),
            kind: .document,
            validity: Validity(from: Day(year: 2014, month: 10, day: 1), until: Day(year: 2025, month: 6, day: 30)),
            isPending: true
        ),
    ]

    static let functions = [
        DepartmentFunction(
            id: "market",
            name: both("市场监督管理", "Market regulation"),
            departments: [
                Item.Source(
                    department: "industry-commerce",
                    validity: Validity(from: nil, until: Day(year: 2019, month: 3, day: 31))
                ), Item.Source(department: "market-regulation"),
            ]
        )
    ]

    static let grounds = [
        DisclosureGround(
            id: "personal-information",
            name: both("个人信息", "Personal information"),
            text: both("自然人的姓名和号码不公开。", "Names and numbers of persons are not public."),
            legalBasis: [
                LegalBasis(title: both("个人信息保护法", "Personal Information Protection Law"), since: nil, isPending: true)
            ],
            types: ["certificate-number", "person-name"]
        ),
        DisclosureGround(
            id: "person-in-role",
            name: both("履职人员档案", "File of a person in a role"),
            text: both("只供本人和主管机关查阅。", "For the person and the authority in charge only."),
            legalBasis: [basis("penalty-law", "行政处罚法第四十八条", "Administrative Penalty Law, art. 48")],
            types: []
        ),
    ]

    static let schemes = [
        GradingScheme(
            id: "shop-grade",
            name: both("示例商户等级", "Grades of shops"),
            editions: [
                GradingScheme.Edition(
                    id: "2014",
                    name: both("示例等级办法（2014）", "Measures for grades (2014)"),
                    validity: Validity(from: Day(year: 2014, month: 10, day: 1), until: nil),
                    legalBasis: [
                        basis(
                            "grades-2014",
                            "示例等级办法（示办〔2014〕1号）",
                            "Measures for grades (Shi 〔2014〕 No. 1)",
                            isPending: true
                        )
                    ],
                    isPending: true,
                    grades: [
                        GradingScheme.Grade(
                            code: "A",
                            name: both("A级", "Grade A"),
                            meaning: both("好", "Good"),
                            isShown: true
                        ),
                        GradingScheme.Grade(
                            code: "D",
                            name: both("D级", "Grade D"),
                            meaning: both("差", "Poor"),
                            isShown: false
                        ),
                    ]
                )
            ]
        )
    ]

    private static func basis(_ law: String, _ zh: String, _ en: String, isPending: Bool = false) -> LegalBasis {
        LegalBasis(title: both(zh, en), since: Day(year: 2021, month: 7, day: 15), isPending: isPending, law: law)
    }

    static let plan = Plan(
        title: both("社会信用体系建设任务分工方案", "Task plan for the social credit system"),
        number: both("示府发〔2018〕2号", "Shifufa 〔2018〕 No. 2"),
        date: Day(number: 17_575),
        issuedBy: both("示例市人民政府", "Shili Government"),
        parts: [
            Plan.Part(id: "1", name: both("制度建设", "Rules")), Plan.Part(id: "2", name: both("政务诚信建设", "Government")),
        ],
        clauses: [
            clause("1.1", "信用制度", "Credit rules", "建立健全信用制度。", ["industry-commerce"], served: "/rules", awaits: "线上修复"),
            clause("1.2", "征信服务标准", "Standards", "推动标准体系建设。", [], served: nil, awaits: "争议办理"),
            clause("2.1", "依法行政", "By law", "严格依法行政。", ["ecology"], served: "/nowhere", awaits: nil),
            clause("2.2", "政务公开", "Open government", "以公开为常态。", ["development-reform"], served: "/lists", awaits: nil),
        ]
    )

    private static func clause(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ text: String,
        _ responsible: [String],
        served: String?,
        awaits: String?
    ) -> Clause {
        Clause(
            id: id,
            title: both(zh, en),
            text: both(text, "In English: \(en)."),
            responsible: responsible,
            isForEveryone: responsible.isEmpty,
            served: served.map { [Clause.Service(what: both("按规则公示", "Published by rule"), page: $0)] } ?? [],
            awaits: awaits.map { [both($0, "Still to come: \(id)")] } ?? [],
            withoutItems: id == "1.2" ? both("不是记录。", "It is no kind of record.") : nil
        )
    }

    /// A grade of shops, points of institutions by tier, and a file of persons in a role.
    static let planItems = [
        planItem(
            "shop-grade",
            both("商户等级", "Grades of shops (yearly)"),
            .organisations([.enterprise, .cooperative], .grade(scheme: "shop-grade")),
            .validity,
            [("grade", .grade(scheme: "shop-grade"), .open), ("legalRep", .personName, .restricted)]
        ),
        planItem(
            "late-report",
            both("年报逾期", "Late annual reports"),
            .organisations(Set(SubjectKind.allCases), .fact),
            .itemTier,
            [("content", .text, .open)]
        ),
        planItem(
            "expert-file",
            both("评审专家履职情况", "Conduct of expert evaluators"),
            .personInRole(both("评审专家", "Expert evaluator")),
            .restricted,
            [("certificate", .certificateNumber, .restricted)]
        ),
    ]

    private static func planItem(
        _ id: String,
        _ name: Bilingual,
        _ about: Item.About,
        _ publication: Item.Publication,
        _ fields: [(id: String, type: FieldType, disclosure: DisclosureClass)]
    ) -> Item {
        let all = [("name", FieldType.text, about.isOfPersons ? DisclosureClass.restricted : .open)] + fields
        let role = about.isOfPersons
        var roles = Item.Roles(name: "name", decidedOn: "decidedOn")
        roles.grade = fields.contains { $0.id == "grade" } ? "grade" : nil
        roles.certificate = fields.contains { $0.id == "certificate" } ? "certificate" : nil
        let made = (all + [("decidedOn", FieldType.day, role ? DisclosureClass.restricted : .open)])
            .map { field in
                Field(
                    id: field.0,
                    heading: "表头\(field.0)",
                    label: "Label \(field.0)",
                    meaning: both("含义\(field.0)", "Meaning of \(field.0)"),
                    type: field.1,
                    maxLength: 60,
                    requirement: .required,
                    disclosure: field.2,
                    example: ""
                )
            }
        return Item(
            id: id,
            name: name,
            purpose: both("严格依法行政", "Administer by law"),
            clauses: ["2.1"],
            section: "evaluation",
            polarity: publication == .itemTier ? .adverse : .neutral,
            standing: .open,
            legalBasis: [basis("penalty-law", "行政处罚法", "Administrative Penalty Law")],
            sources: functions[0].departments + [Item.Source(department: "ecology")],
            minimumLevel: nil,
            about: about,
            keyFields: [],
            fields: made,
            roles: roles,
            templates: [
                Template(
                    id: "\(id)-form",
                    name: name,
                    columns: made.map { Template.Column(heading: $0.heading, variants: [], field: $0.id) },
                    constants: [:],
                    isForNaturalPersons: false
                )
            ],
            reportWithin: nil,
            publication: publication,
            tiers: publication == .itemTier
                ? [
                    "rule-2026": PublicationRule.TierRange(low: .minor, high: .serious),
                    "rule-2023": PublicationRule.TierRange(low: .general, high: .general),
                ] : [:],
            atMostMonths: publication == .itemTier ? 24 : nil,
            withheld: role ? "person-in-role" : nil
        )
    }
}

extension Item.About {
    fileprivate var isOfPersons: Bool {
        if case .personInRole = self { true } else { false }
    }
}

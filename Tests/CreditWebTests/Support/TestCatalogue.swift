import CreditCatalogue
import CreditModel

/// A small catalogue in code, so that the portal's tests do not move with the city's files.
enum TestCatalogue {
    static func make() throws -> Catalogue {
        let faults = Dictionary(uniqueKeysWithValues: FaultCode.allCases.map { ($0, blankFault) })
        guard let table = FaultTable(faults) else { throw Incomplete() }
        return Catalogue(
            digest: [UInt8](repeating: 0xAB, count: 32),
            city: city,
            departments: DepartmentRegister(departments),
            calendar: WorkingCalendar(years: [:]),
            identifiers: IdentifierTable(registrars: []),
            faults: table,
            codeLists: ["kinds": kinds, "openness": openness],
            items: items + planItems,
            publication: rules,
            sections: sections,
            names: names,
            laws: laws,
            functions: functions,
            grounds: grounds,
            schemes: schemes,
            plan: plan
        )
    }

    private static let names = NameWords(
        provinces: [NameWords.Province(spellings: ["吉林省", "吉林"], cities: [["长春市", "长春"], ["辽源市", "辽源"]])],
        countyEndings: "县区",
        townEndings: "镇乡",
        notPlaces: [],
        forms: [
            NameWords.Form(words: ["股份有限公司"], endsName: true),
            NameWords.Form(words: ["有限公司", "有限责任公司"], endsName: true), NameWords.Form(words: ["厂"], endsName: false),
        ],
        trades: [["食品"], ["商贸"], ["粮油加工"]],
        generalTrades: [],
        branches: ["分公司"],
        ownCharacters: ""
    )

    struct Incomplete: Error {}

    private static func both(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }

    private static let blankFault = FaultTable.Entry(
        severity: .warn,
        message: both("", ""),
        rule: both("", ""),
        remedy: both("", "")
    )

    private static let city = City(
        name: both("示例市", "Shili"),
        masthead: both("信用示例", "Credit Shili"),
        division: "220400",
        districts: [City.District(code: "220402", name: both("东区", "East District"))],
        operatedBy: both("示例市发展和改革委员会", "Shili Development and Reform Commission"),
        filingNumber: "示ICP备00000001号",
        siteIdentifier: nil,
        contact: City.Contact(
            office: both("示例市信用中心", "Shili Credit Centre"),
            address: both("示例路 1 号", "1 Shili Road"),
            telephone: "12345",
            hours: both("工作日 9:00–17:00", "working days, 9:00–17:00")
        ),
        site: "https://credit.shili.example",
        ledgerOrigin: "credit.shili.example/log"
    )

    private static let departments = [
        department("market-regulation", "示例市市场监督管理局", "Shili Administration for Market Regulation"),
        department("development-reform", "示例市发展和改革委员会", "Shili Development and Reform Commission"),
        department("ecology", "示例市生态环境局", "Shili Ecology and Environment Bureau"),
        department(
            "industry-commerce",
            "示例市工商行政管理局",
            "Shili Administration for Industry and Commerce",
            until: Day(year: 2019, month: 3, day: 31),
            successors: ["market-regulation"]
        ),
    ]

    private static func department(
        _ id: String,
        _ zh: String,
        _ en: String,
        until: Day? = nil,
        successors: [String] = []
    ) -> Department {
        Department(
            id: id,
            name: both(zh, en),
            shortNames: [],
            formerNames: [],
            code: nil,
            level: .city,
            validity: Validity(from: until == nil ? Day(year: 2018, month: 11, day: 1) : nil, until: until),
            successors: successors,
            isSource: true,
            telephone: "12315"
        )
    }

    private static let kinds = CodeList(
        id: "kinds",
        name: both("处罚类别", "Kinds of penalty"),
        values: [
            CodeList.Value(text: "警告", english: "Warning"), CodeList.Value(text: "罚款", english: "Fine", means: .fine),
            CodeList.Value(text: "责令停产停业", english: "Order to suspend business"),
            CodeList.Value(text: "存续", english: "Existing"),
        ]
    )

    private static let openness = CodeList(
        id: "openness",
        name: both("公开类型", "Openness"),
        values: [
            CodeList.Value(text: "可向社会公开", english: "Public", means: .open),
            CodeList.Value(text: "不可公开", english: "Not public"),
        ]
    )

    private static let sections = [
        ("registration", "登记注册基础信息", "Registration"), ("administration", "行政管理信息", "Licences and penalties"),
        ("honours", "诚实守信相关荣誉信息", "Honours"), ("serious-breach", "严重失信主体名单信息", "Serious-breach lists"),
        ("abnormal", "经营（活动）异常名录（状态）信息", "Abnormal-operation lists"), ("commitment", "信用承诺信息", "Commitments"),
        ("evaluation", "信用评价信息", "Evaluations"), ("judicial", "司法判决及执行信息", "Judgments"),
        ("other", "其他信息", "Other"), ("advice", "信用状况提升建议", "Advice"),
    ]
    .map { FileSection(id: $0.0, name: both($0.1, $0.2)) }

    private static let rules = [
        PublicationRule(
            id: "rule-2026",
            title: both("信用修复管理办法", "Measures for credit repair"),
            validity: Validity(from: Day(year: 2026, month: 4, day: 1), until: nil),
            periods: periods(general: 12),
            penaltyKinds: [
                "警告": .init(low: .minor, high: .minor), "罚款": .init(low: .minor, high: .serious),
                "责令停产停业": .init(low: .serious, high: .serious),
            ],
            fines: ["罚款"],
            items: [
                "serious-breach-list": .init(low: .serious, high: .serious),
                "late-report": .init(low: .minor, high: .serious),
            ],
            smallFineBelow: nil,
            hugeFineFrom: nil,
            pending: both("罚款数额标准待定。", "The amounts of fines are pending.")
        ),
        PublicationRule(
            id: "rule-2023",
            title: both("信用修复管理办法（试行）", "Measures for credit repair, trial"),
            validity: Validity(from: nil, until: Day(year: 2026, month: 3, day: 31)),
            periods: periods(general: 36),
            penaltyKinds: ["警告": .init(low: .minor, high: .minor), "罚款": .init(low: .general, high: .general)],
            fines: ["罚款"],
            items: ["late-report": .init(low: .general, high: .general)],
            smallFineBelow: nil,
            hugeFineFrom: nil,
            pending: nil
        ),
    ]

    private static func periods(general: Int) -> [Tier: PublicationRule.Period] {
        [
            .minor: .init(isShown: false, minimumMonths: 0, maximumMonths: 3),
            .general: .init(isShown: true, minimumMonths: 3, maximumMonths: general),
            .serious: .init(isShown: true, minimumMonths: 12, maximumMonths: 36),
        ]
    }
}

extension SubjectKind {
    /// What a kind of organisation is called.
    public var name: Bilingual {
        switch self {
        case .enterprise: Bilingual(zh: "企业", en: "Enterprise")
        case .soleTrader: Bilingual(zh: "个体工商户", en: "Sole trader")
        case .cooperative: Bilingual(zh: "农民专业合作社", en: "Farmers' cooperative")
        case .organ: Bilingual(zh: "机关", en: "Organ of government")
        case .institution: Bilingual(zh: "事业单位", en: "Public institution")
        case .socialOrganisation: Bilingual(zh: "社会组织", en: "Social organisation")
        case .collective: Bilingual(zh: "农村集体经济组织", en: "Rural collective")
        case .other: Bilingual(zh: "其他组织", en: "Other organisation")
        }
    }
}

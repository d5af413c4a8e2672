import CreditModel

/// Words that rows of every layout share.
enum RowWords {
    static let naturalPerson = "自然人"
    static let soleTrader = "个体工商户"
    static let organisation = "法人及非法人组织"
    static let remarks = ["首次申请", "延续", "变更", "补录", "网上办理", "告知承诺制办理"]
    static let listReasons = [
        "未依照规定的期限公示年度报告", "通过登记的住所或者经营场所无法联系", "公示信息隐瞒真实情况、弄虚作假", "未按规定公示有关信息",
    ]
    static let endReasons = ["已改正并履行义务", "列入期满", "原决定已撤销"]

    /// The kind of enterprise that a register writes down.
    static func kind(_ organisation: SampleOrganisation) -> String {
        switch organisation.prefix {
        case "91" where organisation.name.hasSuffix("股份有限公司"): "股份有限公司"
        case "91" where organisation.name.hasSuffix("公司"): "有限责任公司"
        case "91": "内资企业"
        case "92": "个体工商户"
        case "93": "农民专业合作社"
        default: ""
        }
    }

    static let honours = ["守合同重信用企业", "诚信经营示范单位", "劳动关系和谐企业", "消费维权先进单位", "文明单位"]
    /// How files say that something never ends, beside 9999/12/31.
    static let forever = Day(year: 2099, month: 12, day: 31) ?? Day(number: 47_481)
}

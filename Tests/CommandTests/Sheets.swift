/// Rows of the city's licence and penalty layouts, few columns of them: what a department without the rest sends.
enum Sheets {
    static let code = "91220402TEWT90014J"
    static let otherCode = "91220402TEWT90022D"

    private static let licenceHeadings = [
        "行政相对人名称", "行政相对人类别", "行政相对人代码_1(统一社会信用代码)", "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可编号", "许可内容",
        "许可决定日期", "有效期自", "有效期至", "许可机关", "许可机关统一社会信用代码", "当前状态", "数据来源单位", "数据来源单位统一社会信用代码",
    ]

    private static let penaltyHeadings = [
        "行政相对人名称", "行政相对人类别", "行政相对人代码_1(统一社会信用代码)", "行政处罚决定书文号", "违法行为类型", "违法事实", "处罚依据", "处罚类别", "处罚内容",
        "罚款金额（万元）", "处罚决定日期", "处罚有效期", "处罚机关", "处罚机关统一社会信用代码", "数据来源单位", "数据来源单位统一社会信用代码",
    ]

    private static let office = ["辽源市市场监督管理局", "112204000TEWT0447L"]

    /// Licences, one a number; `bad` numbers have a kind that is in no list, `nameless` ones no code.
    static func licences(_ numbers: ClosedRange<Int>, bad: Set<Int> = [], codeless: Set<Int> = []) -> [[String]] {
        [licenceHeadings]
            + numbers.map { number in
                [
                    "测试\(number)号食品有限公司", "法人及非法人组织", codeless.contains(number) ? "" : code, "准予行政许可决定书",
                    "测许字〔2026〕\(number)号", bad.contains(number) ? "胡乱" : "普通", "XK\(number)", "准予从事食品经营",
                    "2026-06-29", "2026-06-29", "2099-12-31",
                ] + office + ["1"] + office
            }
    }

    /// Licences of one organisation and certificate whose document is spelt in these ways.
    static func licence(spelt spellings: [String]) -> [[String]] {
        let headings = licenceHeadings
        return [headings]
            + spellings.flatMap { spelling in
                licences(1...1).dropFirst()
                    .map { row in
                        var row = row
                        if let place = headings.firstIndex(of: "行政许可决定文书号") { row[place] = spelling }
                        return row
                    }
            }
    }

    /// Penalties of a fine alone, whose tier is open until the threshold is settled.
    static func fines(_ numbers: ClosedRange<Int>) -> [[String]] {
        [penaltyHeadings]
            + numbers.map { number in
                [
                    "测试\(number)号食品有限公司", "法人及非法人组织", otherCode, "测罚字〔2026〕\(number)号", "未明码标价", "未标明价格",
                    "《价格法》第四十二条", "罚款", "罚款5000元", "0.5", "2026-06-29", "2027-06-29",
                ] + office + office
            }
    }
}

import CreditCatalogue
import CreditSheets

/// Rows of a layout written as a department writes them: by heading, absent cells empty.
struct Form {
    let headings: [String]
    var rows: [[String: String]]

    /// Writes the rows as a CSV file.
    func write(to path: String) throws {
        let file = try CSVFileWriter(path: path, encoding: .utf8BOM)
        try file.write(headings)
        for row in rows { try file.write(headings.map { row[$0] ?? "" }) }
        try file.close()
    }

    /// All cells of the first sheet of a file, as our own reader sees them.
    static func read(_ path: String) throws -> [[String]] {
        var reader = try SheetFile.open(path: path)
        var row = SheetRow()
        var rows: [[String]] = []
        while try reader.next(&row) { rows.append(row.texts) }
        return rows
    }
}

/// Made-up rows of licences and penalties of the city's own layouts.
enum MadeUp {
    static let codes = [
        "91220402TEWT90014J", "91220402TEWT90022D", "91220402TEWT900308", "91220402TEWT900495", "91220402TEWT900570",
    ]

    /// A citizen number of somebody born in 1885.
    static let citizen = "220402188603050027"

    static func licence(_ number: Int, with changes: [String: String] = [:]) -> [String: String] {
        var row = [
            "行政许可决定文书名称": "准予行政许可决定书", "行政许可决定文书号": "测许字〔2026〕\(number)号", "许可类别": "普通",
            "许可编号": "XK\(number)", "许可内容": "准予从事食品经营", "许可决定日期": "2026-06-29", "有效期自": "2026-06-29",
            "有效期至": "2031-06-28", "许可机关": "辽源市市场监督管理局", "许可机关统一社会信用代码": "112204000TEWT0447L", "当前状态": "1",
        ]
        row.merge(common(number)) { own, _ in own }
        return row.merging(changes) { _, changed in changed }
    }

    static func penalty(_ number: Int, with changes: [String: String] = [:]) -> [String: String] {
        var row = [
            "行政处罚决定书文号": "测罚字〔2026〕\(number)号", "违法行为类型": "未明码标价", "违法事实": "未标明价格",
            "处罚依据": "《价格法》第四十二条", "处罚类别": "罚款、没收违法所得", "处罚内容": "罚款0.5万元，没收违法所得",
            "罚款金额（万元）": "0.5", "没收违法所得、没收非法财物的金额（万元）": "0.012345", "处罚决定日期": "2026-06-29",
            "处罚有效期": "2027-06-29", "处罚机关": "辽源市市场监督管理局", "处罚机关统一社会信用代码": "112204000TEWT0447L",
        ]
        row.merge(common(number)) { own, _ in own }
        return row.merging(changes) { _, changed in changed }
    }

    private static func common(_ number: Int) -> [String: String] {
        [
            "行政相对人名称": "测试\(number)号有限公司", "行政相对人类别": "法人及非法人组织",
            "行政相对人代码_1(统一社会信用代码)": codes[number % codes.count], "行政相对人代码_4(税务登记号)": "220402TEWT9001",
            "法定代表人": "张测试", "法定代表人证件类型": "身份证", "法定代表人证件号码": citizen, "数据来源单位": "辽源市市场监督管理局",
            "数据来源单位统一社会信用代码": "112204000TEWT0447L", "备注": "内部备注",
        ]
    }
}

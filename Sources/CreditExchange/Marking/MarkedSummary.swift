import CreditCatalogue
import CreditModel
import CreditSheets

/// The sheet in front of a marked-up copy: what became of the file, how many of each fault, and every fault with a link to its cell.
struct MarkedSummary {
    /// Faults that are listed; the others are coloured in their cells.
    private static let mostListed = 10_000

    let words: FaultWords
    let language: Language
    let today: Day
    let isSealed: Bool

    func rows(
        named: String,
        tables: [TableFindings],
        unread: [IntakeFile.UnreadTable],
        lines: [String]
    ) -> [SummaryRow] {
        var rows = [
            SummaryRow([say("查验结果：\(named)", "Checked: \(named)")], style: .heading),
            SummaryRow([explanation], style: .explanation),
        ]
        rows += (lines.isEmpty ? tables.flatMap { [line($0)] + $0.skipped.map { $0.line(language) } } : lines)
            .map { SummaryRow([$0]) }
        rows += unread.map {
            SummaryRow([say("工作表“\($0.name)”", "The sheet “\($0.name)” ") + $0.message(in: language)])
        }
        rows.append(SummaryRow([""]))
        guard tables.contains(where: { $0.total > 0 }) else {
            return rows + [SummaryRow([say("没有发现差错。", "Nothing is wrong.")])]
        }
        rows += kinds(tables)
        rows.append(SummaryRow([""]))
        return rows + faults(tables)
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private var explanation: String {
        say(
            "\(today.written.zh)查验。红底：这一行没有收；黄底：收下了，但有提醒；指向单元格可看说明。请在各表里直接改，改好把这个文件再报一次："
                + "没有改动的行不会重复，本表不会被读取。" + numbers,
            "Checked on \(today.written.en). Red: the row was not taken in. Yellow: it was, with a warning. Point at a cell to read why. "
                + "Mend the cells where they are and hand this file in again: rows that you did not touch change nothing, and this "
                + "sheet is not read. " + numbers
        )
    }

    private var numbers: String {
        isSealed
            ? say(
                "证件号码已遮蔽并带有识别码，请勿改动。",
                "Certificate numbers are masked and carry a mark by which they are known again: leave them."
            )
            : say(
                "证件号码已遮蔽；报送前请填回完整号码。",
                "Certificate numbers are masked: fill in the whole ones before handing the file in."
            )
    }

    private func line(_ found: TableFindings) -> String {
        let rows = found.rows
        let name = found.table.name.isEmpty ? "" : say("“\(found.table.name)”", "“\(found.table.name)”: ")
        return say(
            name + "\(found.table.match.item.name.zh)：\(rows.rows) 行，可以收 \(rows.admitted)，拒收 \(rows.refused)，"
                + "待认定主体 \(rows.held)，有提醒 \(rows.warned)。",
            name
                + "\(found.table.match.item.name.en): \(rows.rows) rows, \(rows.admitted) can be taken in, \(rows.refused) refused, "
                + "\(rows.held) wait for their subject, \(rows.warned) with warnings."
        )
    }

    private func kinds(_ tables: [TableFindings]) -> [SummaryRow] {
        var counts: [FaultCode: Int] = [:]
        var first: [FaultCode: Fault] = [:]
        for found in tables {
            counts.merge(found.counts, uniquingKeysWith: +)
            for one in found.faults where first[one.fault.code] == nil { first[one.fault.code] = one.fault }
        }
        let order = counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        let heads = [
            say("处数", "How many"), "", "", say("处理", "Outcome"), say("例如", "For example"), say("怎么改", "What to do"),
            say("依据", "Ground"),
        ]
        return [SummaryRow(heads, style: .heading)]
            + order.compactMap { code, count in
                first[code]
                    .map { fault in
                        SummaryRow(
                            [
                                "\(count)", "", "", words.severity(fault), words.message(fault), words.remedy(fault),
                                words.rule(fault),
                            ],
                            style: words.refuses(fault) ? .refused : .warned
                        )
                    }
            }
    }

    private func faults(_ tables: [TableFindings]) -> [SummaryRow] {
        let heads = [
            say("位置", "Where"), say("列", "Column"), say("内容", "Cell"), say("处理", "Outcome"),
            say("哪里不对", "What is wrong"), say("怎么改", "What to do"), say("依据", "Ground"),
        ]
        var rows = [SummaryRow(heads, style: .heading)]
        var left = MarkedSummary.mostListed
        for found in tables {
            let sorted = found.faults.enumerated()
                .sorted { ($0.element.fault.row, $0.offset) < ($1.element.fault.row, $1.offset) }
            rows += sorted.prefix(left).map { row($0.element, of: found) }
            left -= min(left, sorted.count)
        }
        let total = tables.reduce(0) { $0 + $1.total }
        let listed = rows.count - 1
        guard total > listed else { return rows }
        let rest = say(
            "共 \(total) 处，以上列出 \(listed) 处；其余的改好这些以后再报就会看到。",
            "\(total) in all, \(listed) are listed; the others will show when these are mended and the file is handed in again."
        )
        return rows + [SummaryRow([rest], style: .explanation)]
    }

    private func row(_ one: TableFindings.Found, of found: TableFindings) -> SummaryRow {
        let fault = one.fault
        let name = found.table.name.isEmpty ? "" : found.table.name + " "
        let place = fault.row == 0 ? say("整张表", "whole table") : say("第 \(fault.row) 行", "row \(fault.row)")
        return SummaryRow(
            [
                name + place, fault.column, fault.value, words.severity(fault), words.message(fault),
                words.remedy(fault),
                words.rule(fault),
            ],
            style: .plain,
            link: found.place(of: one).map { (found.table.index, $0.row, $0.column) }
        )
    }
}

import CreditCatalogue
import CreditModel

/// A layout in words, line by line.
struct LayoutWords {
    private let layout: Layout
    private let catalogue: Catalogue
    private let language: Language

    init(_ layout: Layout, _ catalogue: Catalogue, _ language: Language) {
        self.layout = layout
        self.catalogue = catalogue
        self.language = language
    }

    /// All that there is to say.
    var lines: [String] { head + tables + columns + rest }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private var head: [String] {
        var lines = ["\(layout.name[language])（\(layout.id)）"]
        switch layout.content {
        case .records(let id):
            lines.append("  " + say("事项 ", "item ") + "\(catalogue.item(id)?.name[language] ?? id)（\(id)）")
        case .notARecord(let ground):
            lines.append("  " + say("不是信用记录：", "no credit record: ") + ground[language])
        }
        let offices = layout.departments.compactMap { catalogue.departments[$0]?.name[language] }
        if !offices.isEmpty {
            lines.append("  " + say("部门 ", "departments ") + offices.joined(separator: say("、", ", ")))
        }
        return lines
    }

    private var tables: [String] {
        layout.tables.map { table in
            let headings = table.headings.map { ([$0.text] + $0.variants).joined(separator: "/") }
            let named = table.pattern.map { say("，名为 \($0)", ", named \($0)") } ?? ""
            return "  " + say("表 \(table.id)\(named)：", "table \(table.id)\(named): ")
                + headings.joined(separator: " | ")
        }
            + layout.joins.flatMap { join in
                join.pairs.map { pair in
                    let main = layout.tables.first?.id ?? ""
                    let own = "\(main).\(pair.main.text) = \(join.table).\(pair.other.text)"
                    let none =
                        join.isRequired
                        ? say("对不上的拒收", "refused where there is none") : say("可以没有", "may be missing")
                    return "  " + say("对照 ", "join ") + own + "  " + none
                }
            }
    }

    private var columns: [String] {
        let item = layout.item.flatMap(catalogue.item)
        return layout.columns.map { column in
            let field = item?.field(column.field)
            let name = field.map { say($0.heading, $0.label) } ?? column.field
            let table = column.table == layout.tables.first?.id ? "" : column.table + "."
            return "  \(name) ← \(table)\(source(column.source))" + column.steps.map { "  " + step($0) }.joined()
        }
    }

    private func source(_ source: Layout.Source) -> String {
        let words = source.headings.map(\.text)
        switch source {
        case .one: return words.joined()
        case .firstOf: return words.joined(separator: say("，没有则 ", ", else "))
        case .together(_, let between): return words.joined(separator: " + “\(between)” + ")
        }
    }

    private func step(_ step: Layout.Step) -> String {
        switch step {
        case .take(let places):
            say(
                "取第 \(places.lowerBound)–\(places.upperBound) 位",
                "characters \(places.lowerBound)–\(places.upperBound)"
            )
        case .split(let mark, let part): say("“\(mark)”分开的第 \(part) 段", "part \(part) at “\(mark)”")
        case .translate(let words, let otherwise):
            words.sorted { $0.key < $1.key }.map { "\($0.key)→\($0.value)" }.joined(separator: " ")
                + say("，其他：", ", others: ") + otherwise.rawValue
        case .date(let order): say("日期次序 ", "date order ") + order.rawValue
        case .unit(let fen): say("单位 ", "unit ") + (fen == 100 ? "元" : fen == 1_000_000 ? "万元" : "亿元")
        case .prefix(let text): say("前加“\(text)”", "“\(text)” before it")
        }
    }

    private var rest: [String] {
        let constants = layout.constants.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
        var lines = constants.map { "  " + say("固定 ", "always ") + $0 }
        if !layout.given.isEmpty {
            let given = layout.given.map { "--give \($0)=…" }.joined(separator: " ")
            lines.append("  " + say("由报送人说明 ", "said by the sender ") + given)
        }
        lines += layout.skips.map { skip in
            let values =
                skip.values.sorted().map { "“\($0)”" } + skip.containing.map { say("含“\($0)”", "with “\($0)”") }
            return "  " + say("跳过 ", "left out ") + skip.heading.text + " " + values.joined(separator: " ")
                + say("：", ": ") + skip.reason[language]
        }
        if !layout.leftOut.isEmpty {
            lines.append(
                "  " + say("不收的列 ", "columns not taken in ") + layout.leftOut.map(\.text).joined(separator: " | ")
            )
        }
        return lines
    }
}

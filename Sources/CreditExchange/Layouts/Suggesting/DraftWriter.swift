import CreditCatalogue
import CreditModel

/// Writes a draft.
struct DraftWriter {
    let suggestion: LayoutSuggestion
    let language: Language

    var item: Item { suggestion.fit.item }
    var main: ProfiledTable { suggestion.tables[suggestion.main] }

    func text(id: String) -> String {
        var lines = head(id)
        lines += tables + joins
        lines.append("columns:")
        for field in item.fields { if let fit = suggestion.fit.fits[field.id] { lines += column(field, fit) } }
        lines += empty + leftOut
        return lines.joined(separator: "\n") + "\n"
    }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private func head(_ id: String) -> [String] {
        var lines = [
            "# "
                + say(
                    "xinyuan layout suggest 的草稿：看了 \(main.rows) 行。",
                    "A draft by xinyuan layout suggest: \(main.rows) rows were looked at."
                ),
            "# "
                + say(
                    "请逐条核对，改好后放进目录的 layouts/，再用 xinyuan catalogue check 检查。",
                    "Go through it, put it into the catalogue's layouts/ and run xinyuan catalogue check."
                ),
            "# " + say("“疑问”标出拿不准的地方。", "Lines with “doubt” are what could not be made out."),
            "id: \(id)",
            "name: {zh: \(quoted(main.name)), en: \(quoted(main.name))}",
            "item: \(item.id)  # \(item.name[language])",
        ]
        if let rival = suggestion.rival {
            lines.append(
                doubt(
                    "也像事项 \(rival.id)（\(rival.name.zh)）：用 --item \(rival.id) 另拟一份比较",
                    "it looks like the item \(rival.id) (\(rival.name.en)), too: compare with --item \(rival.id)"
                )
            )
        }
        return lines
    }

    private var tables: [String] {
        var lines = ["tables:"]
        let others = suggestion.joins.map(\.table)
        for (place, table) in ([suggestion.main] + others).enumerated() {
            lines.append("  - id: \(name(of: table))")
            if place == 0, !others.isEmpty { lines.append("    main: yes") }
            lines.append("    headings: [\(needed(table).map(quoted).joined(separator: ", "))]")
        }
        return lines
    }

    /// The headings that are used of a table: they are what it is recognised by.
    private func needed(_ table: Int) -> [String] {
        let key = table == suggestion.main ? -1 : table
        var used = suggestion.fit.fits.values.filter { $0.candidate.table == key }.map(\.candidate.heading)
        for join in suggestion.joins {
            if table == suggestion.main { used.append(join.mainHeading) }
            if table == join.table { used.append(join.otherHeading) }
        }
        let all = Set(used)
        var seen: Set<String> = []
        return suggestion.tables[table].headings.filter { all.contains($0) && seen.insert($0).inserted }
    }

    private var joins: [String] {
        guard !suggestion.joins.isEmpty else { return [] }
        return ["joins:"]
            + suggestion.joins.flatMap { join in
                [
                    "  - table: \(name(of: join.table))",
                    "    on: {\(quoted(join.mainHeading)): \(quoted(join.otherHeading))}  # "
                        + say("\(percent(join.share)) 的值对得上", "\(percent(join.share)) of the values are found there"),
                ]
            }
    }

    func name(of table: Int) -> String { table == suggestion.main ? "main" : "table\(table + 1)" }

    /// Required fields without a column, as lines to be filled in.
    private var empty: [String] {
        let empty = suggestion.fit.empty
        let asked = suggestion.fit.asked
        let given =
            asked.isEmpty
            ? []
            : [
                doubt(
                    "没有决定的日期、文号或机关就不是记录：没有这些列，由报送人每次用 --give 说明",
                    "nothing is a record without its day, document and authority: as there are no such columns, the sender says them each time with --give"
                ),
                "given: [\(asked.joined(separator: ", "))]",
            ]
        guard !empty.isEmpty else { return given }
        return given + [
            doubt(
                "下面这些必填字段没有列：每行都一样的，去掉 # 写上值；每次由报送人说明的，改放到 given",
                "no column for these required fields: what is the same in every row is written here; what the sender says each time goes under given"
            ),
            "#constants:",
        ]
            + empty.map { "#  \($0.id):   # \(say($0.heading, $0.label))" }
    }

    /// Columns that nothing is made of.
    private var leftOut: [String] {
        let used = Set(needed(suggestion.main))
        let rest = main.headings.indices.filter { !main.headings[$0].isEmpty && !used.contains(main.headings[$0]) }
        guard !rest.isEmpty else { return [] }
        var lines = [
            "# " + say("认得而不收的列；要收的请移到 columns", "columns that are known and not taken in; move up what is wanted"),
            "leftOut:",
        ]
        for column in rest {
            let profile = main.columns[column]
            var note = say(
                "\(percent(Double(profile.filled) / Double(max(main.rows, 1)))) 有内容",
                "\(percent(Double(profile.filled) / Double(max(main.rows, 1)))) filled"
            )
            if profile.share(.citizenNumber) > 0 { note += say("；有公民身份号码，不收", "; holds citizen numbers, not taken in") }
            lines.append("  - \(quoted(main.headings[column]))  # \(note)")
        }
        return lines
    }
}

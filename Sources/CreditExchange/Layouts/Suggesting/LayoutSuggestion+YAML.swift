import CreditCatalogue
public import CreditModel
import CreditRules
import Foundation

extension LayoutSuggestion {
    /// The draft as a file of `layouts/`, its reasons and doubts as comments in one language; no cell of a person stands in it.
    public func yaml(id: String, in language: Language) -> String {
        let writer = DraftWriter(suggestion: self, language: language)
        return writer.text(id: id)
    }
}

/// Writes a draft.
private struct DraftWriter {
    let suggestion: LayoutSuggestion
    let language: Language

    private var item: Item { suggestion.fit.item }
    private var main: ProfiledTable { suggestion.tables[suggestion.main] }

    func text(id: String) -> String {
        var lines = head(id)
        lines += tables + joins
        lines.append("columns:")
        for field in item.fields { if let fit = suggestion.fit.fits[field.id] { lines += column(field, fit) } }
        lines += empty + leftOut
        return lines.joined(separator: "\n") + "\n"
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

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

    private func name(of table: Int) -> String { table == suggestion.main ? "main" : "table\(table + 1)" }

    private func column(_ field: Field, _ fit: FieldFit) -> [String] {
        let candidate = fit.candidate
        var parts = ["field: \(field.id)"]
        if candidate.table >= 0 { parts.append("table: \(name(of: candidate.table))") }
        parts.append("heading: \(quoted(candidate.heading))")
        let steps = candidate.steps + self.steps(field, fit)
        if !steps.isEmpty { parts.append("steps: [\(steps.map(step).joined(separator: ", "))]") }
        var reasons = [say("表头相似 \(percent(fit.heading))", "heading \(percent(fit.heading)) alike")]
        if let share = fit.values {
            reasons.append(
                say("\(percent(share)) 的值是\(word(field))", "\(percent(share)) of the values are \(word(field))")
            )
        }
        var lines = [
            "  - {\(parts.joined(separator: ", "))}  # \(field.label == field.heading ? "" : language == .zh ? field.heading + "：" : field.label + ": ")"
                + reasons.joined(separator: say("，", ", "))
        ]
        if fit.heading < 0.5, candidate.steps.isEmpty {
            lines.append(
                doubt(
                    "只是内容相符，表头“\(candidate.heading)”并不像",
                    "the cells fit, the heading “\(candidate.heading)” does not look like it",
                    indent: 4
                )
            )
        }
        if let share = fit.values, share < 0.98, candidate.profile.filled > 0 {
            lines.append(
                doubt(
                    "\(percent(1 - share)) 的值不是\(word(field))",
                    "\(percent(1 - share)) of the values are not \(word(field))",
                    indent: 4
                )
            )
        }
        if let unknown = unknownWords(field, candidate) {
            lines.append(
                doubt(
                    "代码表里没有：\(unknown)；用 translate 对照，或加 prefix",
                    "not in the code list: \(unknown); translate them, or put a prefix before them",
                    indent: 4
                )
            )
        }
        if let rival = suggestion.fit.rivals[field.id] {
            lines.append(doubt("“\(rival.heading)”也合适", "“\(rival.heading)” fits as well", indent: 4))
        }
        if case .date = candidate.steps.first, candidate.profile.looks.count > 0 {
            lines.append(doubt("日、月谁在前要核对", "whether the day or the month stands first has to be looked at", indent: 4))
        }
        return lines
    }

    /// A unit that the heading says and that is not the field's.
    private func steps(_ field: Field, _ fit: FieldFit) -> [Layout.Step] {
        guard case .amount(let unit) = field.type else { return [] }
        let own: Int64 = fit.candidate.heading.contains("万") ? 1_000_000 : 100
        return own == unit ? [] : [.unit(own)]
    }

    private func step(_ step: Layout.Step) -> String {
        switch step {
        case .take(let places): "{take: \(places.lowerBound)-\(places.upperBound)}"
        case .split(let mark, let part): "{split: \(quoted(mark)), part: \(part)}"
        case .date(let order): "{date: \(order.rawValue)}"
        case .unit(let unit): "{unit: \(unit == 1_000_000 ? "万元" : "元")}"
        case .prefix(let text): "{prefix: \(quoted(text))}"
        case .translate: "{translate: {}}"
        }
    }

    /// What a field holds, in words.
    private func word(_ field: Field) -> String {
        switch field.type {
        case .creditCode, .authorityCode: say("有效的统一社会信用代码", "valid unified codes")
        case .organisationCode: say("有效的组织机构代码", "valid organisation codes")
        case .registrationNumber: say("有效的注册号", "valid registration numbers")
        case .certificateNumber: say("证件号码", "certificate numbers")
        case .day: say("日期", "dates")
        case .amount: say("金额", "amounts")
        case .choice, .choices: say("代码表里的词", "words of the code list")
        case .authority: say("机关名称", "authorities")
        default:
            field.id == item.roles.name
                ? say("组织名称", "names of organisations") : say("文号的样子", "of the shape of document numbers")
        }
    }

    /// Words that a code list lacks, never more than five; none are quoted where they hardly repeat, since they may be names.
    private func unknownWords(_ field: Field, _ candidate: ColumnCandidate) -> String? {
        guard let list = suggestion.catalogue.codeList(of: field.id, in: item) else { return nil }
        let known = Set(list.values.flatMap { [$0.text] + $0.aliases })
        let profile = candidate.profile
        let unknown = profile.words.filter { !known.contains($0) }.sorted()
        guard !unknown.isEmpty else { return nil }
        guard profile.filled >= profile.values.count * 3, unknown.allSatisfy({ $0.count <= 16 }) else {
            return say("几乎各行不同的词", "words that differ from row to row")
        }
        return unknown.prefix(5).map { "“\(PersonalText.masked($0, on: suggestion.today))”" }
            .joined(separator: say("、", ", "))
    }

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

    private func doubt(_ zh: String, _ en: String, indent: Int = 0) -> String {
        String(repeating: " ", count: indent) + "# " + say("疑问：\(zh)", "doubt: \(en)")
    }

    private func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }

    /// A text as YAML reads it back.
    private func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "_" } && !text.isEmpty
        let words: Set<String> = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]
        if isPlain, !words.contains(text.lowercased()) { return text }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\r\n", with: "\\n")
            .replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        return "\"\(escaped)\""
    }
}

import CreditCatalogue
import CreditModel
import CreditRules

/// One column of a draft: its line, its reasons, its doubts.
extension DraftWriter {
    func column(_ field: Field, _ fit: FieldFit) -> [String] {
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
}

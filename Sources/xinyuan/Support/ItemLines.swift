import CreditCatalogue
import CreditModel

/// Everything that governs an item, line by line.
struct ItemLines {
    let catalogue: Catalogue
    let item: Item
    let language: Language

    var all: [String] {
        head + basis.map(indented) + [indented(sources), indented(about)] + scheme + publication.map(indented)
            + item.fields.map(line)
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private func indented(_ line: String) -> String { "  " + line }

    private var head: [String] {
        var lines = ["\(item.name[language])（\(item.id)）", indented(item.purpose[language])]
        if case .withdrawn(let ground) = item.standing {
            lines.append(indented(say("已停止归集：", "withdrawn: ") + ground[language]))
        }
        lines.append(indented(say("计划条款 ", "clauses of the plan ") + item.clauses.joined(separator: ", ")))
        return lines
    }

    private var basis: [String] {
        item.legalBasis.map { basis in
            let since = basis.since.map { say("，\($0.iso) 起施行", ", since \($0.iso)") } ?? ""
            let until = basis.until.map { say("，\($0.iso) 废止", ", until \($0.iso)") } ?? ""
            let pending = basis.isPending ? say("（待核实）", " (pending)") : ""
            return say("依据 ", "basis ") + basis.title[language] + since + until + pending
        }
    }

    private var sources: String {
        let names = item.sources.compactMap { source -> String? in
            guard let name = catalogue.departments[source.department]?.name[language] else { return nil }
            return name + years(source.validity)
        }
        return say("来源 ", "sources ")
            + (names.isEmpty ? say("各报送部门", "any source department") : names.joined(separator: say("、", ", ")))
    }

    /// `（2018-02-13 至 2024-12-31）`; nothing where both ends are open.
    private func years(_ validity: Validity) -> String {
        switch (validity.from?.iso, validity.until?.iso) {
        case (nil, nil): ""
        case (let from?, nil): say("（\(from) 起）", " (from \(from))")
        case (nil, let until?): say("（至 \(until)）", " (until \(until))")
        case (let from?, let until?): say("（\(from) 至 \(until)）", " (\(from) to \(until))")
        }
    }

    private var about: String {
        if let role = item.personRole { return say("关于自然人：", "about persons: ") + role[language] }
        let kinds = SubjectKind.allCases.filter(item.subjectKinds.contains).map { $0.name[language] }
        let all = say("各类组织和个体工商户", "organisations of all kinds and sole traders")
        return say("关于 ", "about ")
            + (kinds.count == SubjectKind.allCases.count ? all : kinds.joined(separator: say("、", ", ")))
    }

    private var scheme: [String] {
        guard let scheme = item.scheme.flatMap(catalogue.scheme) else { return [] }
        return scheme.editions.flatMap { edition -> [String] in
            let pending = edition.isPending ? say("（待核实）", " (pending)") : ""
            let title = "\(scheme.name[language]) \(edition.id) \(edition.name[language])"
            let grades = edition.grades.map { grade in
                let shown =
                    (grade.isShown ? "" : say("（不公示）", " (not shown)"))
                    + (grade.isAdverse ? say("（不利）", " (adverse)") : "")
                return "    \(grade.code)  \(grade.name[language])\(shown)  \(grade.meaning[language])"
            }
            return [indented(say("等级 ", "grades ") + title + years(edition.validity) + pending)] + grades
        }
    }

    private var publication: [String] {
        var lines = [say("公示方式 ", "publication ") + item.publication.rawValue]
        for rule in catalogue.publication {
            guard let range = rule.items[item.id] else { continue }
            let tiers = range.low == range.high ? range.low.rawValue : "\(range.low.rawValue)–\(range.high.rawValue)"
            lines.append(say("档次 ", "tier ") + "\(rule.id): \(tiers)")
        }
        if let months = item.atMostMonths { lines.append(say("最长公示 \(months) 个月", "shown at most \(months) months")) }
        if let ground = item.withheld, let named = catalogue.grounds.first(where: { $0.id == ground }) {
            lines.append(say("不公开理由 ", "withheld: ") + named.name[language] + say("：", ": ") + named.text[language])
        }
        return lines
    }

    private func line(_ field: Field) -> String {
        let mark = field.requirement == .required ? "*" : " "
        let name = say(field.heading, "\(field.label) (\(field.heading))")
        let ground = catalogue.ground(of: field, in: item).map { say("（\($0.name.zh)）", " (\($0.name.en))") } ?? ""
        return
            "  \(mark) \(name)  ≤\(field.maxLength)  \(field.disclosure.rawValue)\(ground)  \(field.meaning[language])"
    }
}

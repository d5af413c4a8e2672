import CreditCatalogue
import CreditModel

/// One clause: its words, who answers for it, what serves it, what is withdrawn, pending and still to come.
struct ClauseView: Sendable {
    let visit: Visit
    let plan: Plan
    let coverage: ClauseCoverage
    let samples: [String: Samples.Sample]

    private var clause: Clause { coverage.clause }

    var html: HTML {
        """
        <h1>\(clause.id) \(visit[clause.title])</h1>
        \(words)
        <dl class="rows">
        <div><dt>\(visit.say("所在部分", "Part"))</dt><dd>\(part)</dd></div>
        <div><dt>\(visit.say("负责部门", "Who answers for it"))</dt><dd>\(responsible)</dd></div>
        </dl>
        \(records)\(services)\(withdrawn)\(pending)\(awaits)
        \(neighbours)
        """
    }

    /// The plan's words; in English the original stays at hand, since it is what binds.
    private var words: HTML {
        visit.say(
            "<blockquote class=\"quote\"><p>\(clause.text.zh)</p></blockquote>",
            """
            <blockquote class="quote"><p>\(clause.text.en)</p></blockquote>
            <details><summary>The Chinese original, which binds</summary><p lang="zh-Hans">\(clause.text.zh)</p></details>
            """
        )
    }

    private var part: HTML {
        guard let part = plan.parts.first(where: { $0.id == clause.part }) else { return "\(clause.part)" }
        return "\(part.id) \(visit[part.name])"
    }

    private var responsible: HTML {
        var lines: [HTML] = clause.responsible.map { "<li>\(ResponsibleDepartment(visit: visit, id: $0).html)</li>\n" }
        if clause.isForEveryone {
            lines.append(visit.say("<li>各成员单位</li>", "<li>every member department</li>"))
        }
        return lines.isEmpty ? visit.say("计划没有写明", "the plan names none") : "<ul class=\"plain\">\n\(lines)</ul>"
    }

    private var records: HTML {
        guard !coverage.open.isEmpty else {
            guard let ground = clause.withoutItems else { return "" }
            return part("records", visit.say("记录", "Records"), "<p>\(visit[ground])</p>")
        }
        let rows: [HTML] = coverage.open.map { ClauseItem(visit: visit, item: $0, sample: samples[$0.id]).html }
        return part("records", visit.say("落实它的记录", "Records that serve it"), "<ul class=\"entries\">\n\(rows)</ul>")
    }

    private var services: HTML {
        guard !clause.served.isEmpty else { return "" }
        let rows: [HTML] = clause.served.map { service in
            guard let page = service.page.flatMap({ Page(served: $0) }) else {
                return "<li>\(visit[service.what])</li>\n"
            }
            return "<li><a href=\"\(visit.link(page))\">\(visit[service.what])</a></li>\n"
        }
        return part("services", visit.say("记录以外的落实", "What else serves it"), "<ul>\n\(rows)</ul>")
    }

    private var withdrawn: HTML {
        guard !coverage.withdrawn.isEmpty else { return "" }
        return part(
            "withdrawn",
            visit.say("已停止归集的", "What is withdrawn, and why"),
            "<dl class=\"rows\">\n\(coverage.withdrawn.map { WithdrawnLine(visit: visit, item: $0).html })</dl>"
        )
    }

    private var pending: HTML {
        let found = PendingLines(visit: visit, items: coverage.open).html
        guard !found.isEmpty else { return "" }
        return part("pending", visit.say("待核实的", "What is pending"), found)
    }

    private var awaits: HTML {
        guard !clause.awaits.isEmpty else { return "" }
        let rows: [HTML] = clause.awaits.map { "<li>\(visit[$0])</li>\n" }
        return part("awaits", visit.say("还没有做的", "What is still to come"), "<ul>\n\(rows)</ul>")
    }

    private func part(_ id: StaticString, _ heading: HTML, _ content: HTML) -> HTML {
        let id = HTML(stringLiteral: id)
        return """
            <section class="part" aria-labelledby="\(id)"><h2 id="\(id)">\(heading)</h2>
            \(content)
            </section>

            """
    }

    private var neighbours: HTML {
        guard let place = plan.clauses.firstIndex(where: { $0.id == clause.id }) else { return "" }
        let before = place > 0 ? plan.clauses[place - 1] : nil
        let after = place + 1 < plan.clauses.count ? plan.clauses[place + 1] : nil
        return """
            <nav class="pages" aria-label="\(visit.say("前后条目", "Neighbouring clauses"))">
            \(before.map { step($0, visit.say("上一条：", "Before: ")) })\(after.map { step($0, visit.say("下一条：", "Next: ")) })</nav>
            """
    }

    private func step(_ clause: Clause, _ lead: HTML) -> HTML {
        "<a href=\"\(visit.link(.clause(clause.id)))\">\(lead)\(clause.id) \(visit[clause.title])</a>\n"
    }
}

extension Page {
    /// A page that the catalogue names by its path; only those without parts that vary.
    init?(served path: String) {
        let plain: [Page] = [
            .home, .lists, .catalogue, .departments, .plan, .subjects, .laws(), .rules, .ledger, .guide, .objection,
            .repair, .report,
            .check,
        ]
        guard let page = plain.first(where: { $0.path == path }) else { return nil }
        self = page
    }
}

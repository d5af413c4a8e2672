import CreditCatalogue
import CreditModel

/// The page of a department: its names and years, the clauses it answers for, the items it may send and their terms.
struct DepartmentView: Sendable {
    let visit: Visit
    let department: Department

    private var register: DepartmentRegister { visit.catalogue.departments }
    private var predecessors: [Department] { register.predecessors(of: department.id) }

    var html: HTML {
        """
        <h1>\(visit[department.name])</h1>
        \(ended)<dl class="rows">
        \(names)\(years)\(level)\(heritage)\(functions)\(telephone)</dl>
        \(clauses)
        \(DepartmentItems(visit: visit, department: department).html)
        """
    }

    private func row(_ name: HTML, _ value: HTML) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n"
    }

    /// A department that is no more says who sends today.
    private var ended: HTML {
        guard let last = department.validity.until, last < visit.today else { return "" }
        let acting = register.acting(for: department, on: visit.today)
        let heirs = acting.map(link).joined(separator: visit.say("、", ", "))
        return """
            <div class="panel"><p>\(visit.say("这个名称用到 \(visit.time(last))。", "This name was in use until \(visit.time(last)). "))\
            \(visit.say("以后的决定由\(heirs)报送。", "Later decisions are sent by \(heirs)."), if: !acting.isEmpty)</p></div>

            """
    }

    private func link(_ department: Department) -> HTML {
        "<a href=\"\(visit.link(.department(department.id)))\">\(visit[department.name])</a>"
    }

    private var names: HTML {
        let chinese: HTML = visit.language == .en ? visit.chinese(department.name.zh) : ""
        return row(visit.say("全称", "Name in Chinese"), chinese)
            + row(visit.say("简称", "Short names"), visit.chinese(department.shortNames.joined(separator: "、")))
            + row(visit.say("曾用名", "Former names"), visit.chinese(department.formerNames.joined(separator: "、")))
    }

    private var years: HTML {
        row(visit.say("以此名称作决定", "Decides under this name"), DayWords(visit: visit).years(department.validity))
    }

    private var level: HTML {
        row(visit.say("层级", "Level"), department.level.map { "\(visit[$0.name])" } ?? "")
    }

    private var heritage: HTML {
        row(visit.say("承接自", "Took over from"), list(predecessors))
            + row(visit.say("由谁承接", "Taken over by"), list(department.successors.compactMap { register[$0] }))
    }

    private func list(_ departments: [Department]) -> HTML {
        guard !departments.isEmpty else { return "" }
        let lines: [HTML] = departments.map { "<li>\(link($0))</li>\n" }
        return "<ul class=\"plain\">\n\(lines)</ul>"
    }

    private var functions: HTML {
        let found = visit.catalogue.functions.flatMap { function in
            function.departments.filter { $0.department == department.id }
                .map { source -> HTML in "\(visit[function.name])\(DayWords(visit: visit).bracketed(source.validity))" }
        }
        return row(visit.say("职能", "Functions"), found.joined(separator: visit.say("、", ", ")))
    }

    private var telephone: HTML {
        row(visit.say("电话", "Telephone"), department.telephone.map { "<a href=\"tel:\($0)\">\($0)</a>" } ?? "")
    }

    private var clauses: HTML {
        guard let plan = visit.catalogue.plan else { return "" }
        let ids = Set([department.id] + predecessors.map(\.id))
        let own = plan.clauses.filter { !ids.isDisjoint(with: $0.responsible) }
        let shared = plan.clauses.filter { $0.isForEveryone && ids.isDisjoint(with: $0.responsible) }.map(\.id)
        guard !own.isEmpty || (department.isSource && !shared.isEmpty) else { return "" }
        let lines: [HTML] = own.map { clause in
            "<li><a href=\"\(visit.link(.clause(clause.id)))\">\(clause.id) \(visit[clause.title])</a>\(inherited(clause))</li>\n"
        }
        let rest: HTML = """
            <p>\(visit.say("全体成员单位共同负责的：", "Shared by every member department: "))\(ClauseLinks(visit: visit, clauses: shared).short)</p>
            """
        return """
            <section class="part" aria-labelledby="clauses"><h2 id="clauses">\(visit.say("计划中由它负责的", "Clauses of the plan it answers for"))</h2>
            \("<ul class=\"plain\">\n\(lines)</ul>", if: !own.isEmpty)
            \(rest, if: !shared.isEmpty && department.isSource)</section>
            """
    }

    /// Which predecessors the plan named, where it did not name this one.
    private func inherited(_ clause: Clause) -> HTML {
        guard !clause.responsible.contains(department.id) else { return "" }
        let names = predecessors.filter { clause.responsible.contains($0.id) }.map { visit[$0.name] }
        let joined = names.joined(separator: visit.language == .zh ? "、" : ", ")
        return " <span class=\"dim\">\(visit.say("计划写的是\(joined)", "the plan names \(joined)"))</span>"
    }
}

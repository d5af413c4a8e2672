import CreditCatalogue
import CreditModel

/// The plan's content: how far it is served, counted, then a line a clause.
struct PlanView: Sendable {
    let visit: Visit
    let samples: [String: Samples.Sample]

    var html: HTML {
        guard let plan = visit.catalogue.plan else { return withoutPlan }
        let all = ClauseCoverage.all(in: visit.catalogue)
        return """
            <h1>\(visit[FooterLinks.title(.plan)])</h1>
            <p class="lead">\(issued(plan))</p>
            \(PlanCounts(visit: visit, all: all, samples: samples).html)
            \(plan.parts.map { part in section(part, all.filter { $0.clause.part == part.id }) })
            """
    }

    private var withoutPlan: HTML {
        """
        <h1>\(visit[FooterLinks.title(.plan)])</h1>
        <p class="lead">\(visit.say("目录里还没有录入任务分工方案。能归集什么，见", "The plan is not in the catalogue yet. What may be recorded stands in "))\
        <a href="\(visit.link(.catalogue))">\(visit[FooterLinks.title(.catalogue)])</a>\(visit.say("。", "."))</p>
        """
    }

    private func issued(_ plan: Plan) -> HTML {
        visit.say(
            """
            \(visit[plan.issuedBy]) \(visit.time(plan.date))印发的《\(visit[plan.title])》（\(visit[plan.number])），\
            每一条用什么落实、谁负责、还缺什么。
            """,
            """
            The \(visit[plan.title]) (\(visit[plan.number])), issued by \(visit[plan.issuedBy]) on \(visit.time(plan.date)): \
            what serves each clause, who answers for it, and what is still to come.
            """
        )
    }

    private func section(_ part: Plan.Part, _ rows: [ClauseCoverage]) -> HTML {
        guard !rows.isEmpty else { return "" }
        return """
            <section aria-labelledby="part-\(part.id)"><h2 id="part-\(part.id)">\(part.id)　\(visit[part.name])</h2>
            <ul class="ledgerlines">
            \(rows.map(row))</ul></section>

            """
    }

    private func row(_ coverage: ClauseCoverage) -> HTML {
        """
        <li><a href="\(visit.link(.clause(coverage.clause.id)))">\(coverage.clause.id) \(visit[coverage.clause.title])</a>\
        <span class="by">\(facts(coverage).joined(separator: visit.say("；", "; ")))</span></li>

        """
    }

    private func facts(_ coverage: ClauseCoverage) -> [HTML] {
        let clause = coverage.clause
        let open = coverage.open.count
        let published = coverage.open.count { samples[$0.id].map { $0 != .none } ?? false }
        let closed = coverage.open.count { !$0.isListed }
        var facts: [HTML] = []
        if open > 0 {
            facts.append(visit.say("\(open) 种记录", "\(open) \(open == 1 ? "kind" : "kinds") of record"))
            if published > 0 { facts.append(visit.say("\(published) 种已有公示", "\(published) with entries published")) }
            let empty = open - closed - published
            if empty > 0 { facts.append(visit.say("\(empty) 种可公示、还没有记录", "\(empty) with nothing published yet")) }
            if closed > 0 { facts.append(visit.say("\(closed) 种不公示", "\(closed) not public")) }
        } else {
            facts.append(
                clause.served.isEmpty
                    ? visit.say("没有记录落实", "no kind of record") : visit.say("由其他功能落实", "served otherwise")
            )
        }
        if !coverage.withdrawn.isEmpty {
            facts.append(
                visit.say("另有 \(coverage.withdrawn.count) 种已停止归集", "\(coverage.withdrawn.count) more withdrawn")
            )
        }
        if !clause.awaits.isEmpty {
            facts.append(visit.say("还缺 \(clause.awaits.count) 项", "\(clause.awaits.count) still to come"))
        }
        if coverage.isPending { facts.append(visit.say("有待核实的依据", "grounds pending")) }
        return facts
    }
}

/// How much of the plan is served, in numbers that hide nothing.
struct PlanCounts: Sendable {
    let visit: Visit
    let all: [ClauseCoverage]
    let samples: [String: Samples.Sample]

    var html: HTML {
        let recorded = all.count { $0.standing == .recorded }
        let published = all.count { $0.open.contains { samples[$0.id].map { $0 != .none } ?? false } }
        let otherwise = all.count { $0.standing == .servedOtherwise }
        let unserved = all.count { $0.standing == .unserved }
        let waiting = all.count { !$0.clause.awaits.isEmpty }
        let withdrawn = all.count { !$0.withdrawn.isEmpty }
        let pending = all.count { $0.isPending }
        return """
            <dl class="facts panel counts">
            \(fact(visit.say("计划条数", "Clauses"), all.count))\
            \(fact(visit.say("有记录可归集", "With a kind of record"), recorded))\
            \(fact(visit.say("今天有公示的记录", "With entries published today"), published))\
            \(fact(visit.say("只由其他功能落实", "Served otherwise only"), otherwise))\
            \(fact(visit.say("还没有落实", "Not served yet"), unserved))\
            \(fact(visit.say("还有事项没做完", "With something still to come"), waiting))\
            \(fact(visit.say("有内容已停止归集", "With something withdrawn"), withdrawn))\
            \(fact(visit.say("有待核实的依据", "With grounds pending"), pending))</dl>
            <p class="note">\(visit.say("一条可以同时算在几项里。", "A clause may count under several of these."))</p>
            """
    }

    private func fact(_ name: HTML, _ count: Int) -> HTML { "<div><dt>\(name)</dt><dd>\(count)</dd></div>\n" }
}

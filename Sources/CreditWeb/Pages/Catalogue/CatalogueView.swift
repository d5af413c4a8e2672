import CreditCatalogue
import CreditModel

/// The catalogue's content: the ways in, the items by clause of the plan, what is withdrawn.
struct CatalogueView: Sendable {
    let visit: Visit

    private var catalogue: Catalogue { visit.catalogue }
    private var open: [Item] { catalogue.items.filter { $0.standing == .open } }
    private var withdrawn: [Item] { catalogue.items.filter { $0.standing != .open } }

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.catalogue)])</h1>
        <p class="lead">\(visit.say("目录写明平台可以归集什么、由谁报送、依据什么、公示多久。目录里没有的，一律不收。", "The catalogue says what may be recorded, who sends it, on what ground and how long it is shown. What is not in it is not taken in."))</p>
        \(ways)
        \(catalogue.plan.map(byClause) ?? flat)
        \(withdrawals)
        <p class="note">\(visit.say("目录摘要 ", "Digest of the catalogue: "))<span class="hex">\(Base16.grouped(catalogue.digest))</span></p>
        """
    }

    private var ways: HTML {
        """
        <nav aria-label="\(visit.say("查目录的途径", "Ways into the catalogue"))"><ul class="doors">
        <li><a href="\(visit.link(.departments))">\(visit.say("按部门：要报什么、什么时候报", "By department: what is owed, by when"))</a></li>
        <li><a href="\(visit.link(.subjects))">\(visit.say("按主体：会记录我的什么", "By subject: what may be recorded about me"))</a></li>
        <li><a href="\(visit.link(.laws()))">\(visit.say("按法律依据", "By law"))</a></li>
        \("<li><a href=\"\(visit.link(.plan))\">\(visit[FooterLinks.title(.plan)])</a></li>\n", if: catalogue.plan != nil)</ul></nav>
        """
    }

    private func byClause(_ plan: Plan) -> HTML {
        let counts = ItemSight.allCases
            .map { sight in (sight, catalogue.items.count { catalogue.sight(of: $0) == sight }) }
            .filter { $0.1 > 0 }
            .map { sight, count -> HTML in
                visit.say("\(visit[sight.name]) \(count) 项", "\(count) \(visit[sight.name].lowercased())")
            }
            .joined(separator: visit.say("，", ", "))
        let strays = open.filter { item in !item.clauses.contains { plan.clause($0) != nil } }
        return """
            <p>\(visit.say("共 \(catalogue.items.count) 项：", "\(catalogue.items.count) items: "))\(counts)\(visit.say("。没有写部门的，各部门都可以报送。", ". Where no sender is named, every department may send."))</p>
            <div class="index">
            \(plan.parts.map { part($0, plan) })</div>
            \("<h2>\(visit.say("其他", "Others"))</h2>\n<ul class=\"plain\">\n\(strays.map(line))</ul>", if: !strays.isEmpty)
            """
    }

    private func part(_ part: Plan.Part, _ plan: Plan) -> HTML {
        let clauses = plan.clauses.filter { $0.part == part.id }
        guard clauses.contains(where: { clause in open.contains { $0.clauses.contains(clause.id) } }) else { return "" }
        return """
            <h2>\(part.id)　\(visit[part.name])</h2>
            \(clauses.map { clause($0, plan) })
            """
    }

    /// An item stands under the first clause it names; the page of a clause has all that serve it.
    private func clause(_ clause: Clause, _ plan: Plan) -> HTML {
        let items = open.filter { $0.clauses.contains(clause.id) }
        guard !items.isEmpty else { return "" }
        let home = items.filter { item in item.clauses.first { plan.clause($0) != nil } == clause.id }
        return """
            <h3><a href="\(visit.link(.clause(clause.id)))">\(clause.id) \(visit[clause.title])</a></h3>
            \("<ul>\(home.map(line))</ul>\n", if: !home.isEmpty)
            """
    }

    private func line(_ item: Item) -> HTML {
        let sight = catalogue.sight(of: item)
        let tone: HTML = sight == .open ? "" : " class=\(HTML(stringLiteral: sight.tone))"
        let about = AboutWords(visit: visit, item: item)
        let sender = item.sources.isEmpty ? "" : SenderWords(visit: visit, item: item).shortest
        let polarity = item.polarity == .neutral ? "" : about.polarity + (sender.isEmpty ? "" : visit.say("；", "; "))
        let facts = polarity + sender
        // As short as can be: there are many of them.
        return """
            <li><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a> <i\(tone)>\(visit[sight.name])</i>\
            \("<em>\(facts)</em>", if: !facts.isEmpty)</li>
            """
    }

    /// A catalogue without a plan is a plain list.
    private var flat: HTML {
        let cards: [HTML] = open.map { item in
            """
            <li class="card"><h3><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a></h3>
            <p>\(visit[item.purpose])</p></li>

            """
        }
        return """
            <h2>\(visit.say("归集的事项", "Items"))</h2>
            <ul class="cards">
            \(cards)</ul>
            """
    }

    /// By name: the page of each, and of its clause, has the ground.
    private var withdrawals: HTML {
        guard !withdrawn.isEmpty else { return "" }
        return """
            <h2 id="withdrawn">\(visit.say("已停止归集的事项", "Withdrawn items"))</h2>
            <p>\(visit.say("原计划列有这些事项，后来的法律不再允许；各页写明理由。报送来的一律拒收，并说明理由。", "The plan had these; later law no longer allows them; each page has the ground. What is sent is refused, with the ground."))</p>
            <ul class="plain">
            \(withdrawn.map(withdrawal))</ul>
            """
    }

    private func withdrawal(_ item: Item) -> HTML {
        """
        <li><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a></li>

        """
    }
}

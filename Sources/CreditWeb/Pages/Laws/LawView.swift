import CreditCatalogue
import CreditModel

/// One instrument: number, rank, dates, and everything of the catalogue that rests on it.
struct LawView: Sendable {
    let visit: Visit
    let law: Law

    var html: HTML {
        let uses = LawUses(of: law.id, in: visit.catalogue)
        return """
            <h1>\(visit[law.title])\(PendingMark(visit: visit).html, if: law.isPending)</h1>
            \(unverified)<dl class="rows">
            \(number)<div><dt>\(visit.say("种类", "Kind"))</dt><dd>\(visit[law.kind.name])</dd></div>
            <div><dt>\(visit.say("效力", "In force"))</dt><dd>\(dates)</dd></div>
            </dl>
            \(items(uses.items))\(editions(uses.editions))\(grounds(uses.grounds))
            \(visit.say("<p class=\"empty\">目录里没有事项引用它。</p>", "<p class=\"empty\">Nothing in the catalogue cites it.</p>"), if: uses.count == 0)
            """
    }

    private var unverified: HTML {
        guard law.isPending else { return "" }
        return """
            <div class="panel"><p>\(visit.say("它的文号或者施行日期还没有经专人核实。", "Its number or its date was not verified by a person yet."))</p></div>

            """
    }

    private var number: HTML {
        guard let number = law.number else { return "" }
        return "<div><dt>\(visit.say("文号", "Number"))</dt><dd>\(visit[number])</dd></div>\n"
    }

    private var dates: HTML {
        let words = LawDates(visit: visit, validity: law.validity).html
        return words.isEmpty ? visit.say("没有写明", "not stated") : words
    }

    private func items(_ items: [Item]) -> HTML {
        guard !items.isEmpty else { return "" }
        let rows: [HTML] = items.map { item in
            """
            <li><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a><span class="by">\
            \(ItemBadge(visit: visit, item: item).html) \(articles(item.legalBasis))</span></li>

            """
        }
        return part("items", visit.say("以它为依据的事项", "Items that rest on it"), "<ul class=\"ledgerlines\">\n\(rows)</ul>")
    }

    private func editions(_ editions: [(scheme: GradingScheme, edition: GradingScheme.Edition)]) -> HTML {
        guard !editions.isEmpty else { return "" }
        let rows: [HTML] = editions.map { scheme, edition in
            let item = visit.catalogue.items.first { $0.scheme == scheme.id }
            let name: HTML =
                item.map { "<a href=\"\(visit.link(.item($0.id)))#scheme\">\(visit[scheme.name])</a>" }
                ?? "\(visit[scheme.name])"
            return "<li>\(name)<span class=\"by\">\(visit[edition.name])</span></li>\n"
        }
        return part(
            "schemes",
            visit.say("以它为依据的等级标准", "Schemes of grades that rest on it"),
            "<ul class=\"ledgerlines\">\n\(rows)</ul>"
        )
    }

    private func grounds(_ grounds: [DisclosureGround]) -> HTML {
        guard !grounds.isEmpty else { return "" }
        let rows: [HTML] = grounds.map { ground in
            """
            <li><a href="\(visit.link(.laws()))#ground-\(ground.id)">\(visit[ground.name])</a><span class="by">\(articles(ground.legalBasis))</span></li>

            """
        }
        return part(
            "grounds",
            visit.say("以它为依据的不公开理由", "Grounds for what is not public"),
            "<ul class=\"ledgerlines\">\n\(rows)</ul>"
        )
    }

    /// The citations of this instrument, which may name articles.
    private func articles(_ bases: [LegalBasis]) -> HTML {
        bases.filter { $0.law == law.id }
            .map { basis -> HTML in
                "\(visit[basis.title])\(PendingMark(visit: visit).html, if: basis.isPending && !law.isPending)"
            }
            .joined(separator: visit.say("；", "; "))
    }

    private func part(_ id: StaticString, _ heading: HTML, _ content: HTML) -> HTML {
        let id = HTML(stringLiteral: id)
        return
            "<section class=\"part\" aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(heading)</h2>\n\(content)</section>\n"
    }
}

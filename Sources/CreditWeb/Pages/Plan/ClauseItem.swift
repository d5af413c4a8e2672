import CreditCatalogue
import CreditModel

/// An item that serves a clause: who sends it, who sees it, its forms, and one that is published.
struct ClauseItem: Sendable {
    let visit: Visit
    let item: Item
    let sample: Samples.Sample?

    var html: HTML {
        let about = AboutWords(visit: visit, item: item)
        return """
            <li class="entry"><p class="what"><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a> \
            \(ItemBadge(visit: visit, item: item).html)</p>
            <p class="by">\(visit.say("对象：", "About "))\(about.subjects)\(visit.say("。报送：", "; sent by "))\
            \(SenderWords(visit: visit, item: item).short)\(visit.say("。", ". "))\(sight)\(visit.say("。", "."))</p>
            <p class="links">\(visit.say("模板：", "Forms: "))\(ItemFormLinks(visit: visit, item: item).html) \
            \(SampleLink(visit: visit, item: item, sample: sample).html)</p></li>

            """
    }

    /// How long it is shown, or why nobody sees it.
    private var sight: HTML {
        guard !item.isListed else {
            return visit.say("公示：", "Shown: ") + PublicationWords(visit: visit, item: item).short
        }
        let grounds = GroundWords(visit: visit, item: item)
        guard let ground = grounds.whole else { return visit.say("不公示", "Not public") }
        return visit.say("不公示，理由：", "Not public, ground: ") + grounds.link(ground)
    }
}

/// A withdrawn item with its ground.
struct WithdrawnLine: Sendable {
    let visit: Visit
    let item: Item

    var html: HTML {
        guard case .withdrawn(let ground) = item.standing else { return "" }
        return """
            <div><dt><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a></dt><dd>\(visit[ground])</dd></div>

            """
    }
}

/// A department as the plan names it, with whoever acts for it today.
struct ResponsibleDepartment: Sendable {
    let visit: Visit
    let id: String

    var html: HTML {
        guard let department = visit.catalogue.departments[id] else { return "\(id)" }
        let acting = visit.catalogue.departments.acting(for: department, on: visit.today)
        guard acting.map(\.id) != [id], !acting.isEmpty else { return link(department) }
        let names = acting.map(link).joined(separator: visit.say("、", ", "))
        return link(department) + visit.say("（今由\(names)承接）", " (now \(names))")
    }

    private func link(_ department: Department) -> HTML {
        "<a href=\"\(visit.link(.department(department.id)))\">\(visit[department.name])</a>"
    }
}

/// What the items of a clause rest on and nobody has verified.
struct PendingLines: Sendable {
    let visit: Visit
    let items: [Item]

    /// Nothing where all is verified.
    var html: HTML {
        var seen: Set<Bilingual> = []
        var laws: Set<String> = []
        let bases = items.flatMap { item in
            item.legalBasis + (item.scheme.flatMap { visit.catalogue.scheme($0) }?.editions.flatMap(\.legalBasis) ?? [])
        }
        let lines: [HTML] = bases.filter(\.isPending)
            .filter { basis in basis.law.map { laws.insert($0).inserted } ?? seen.insert(basis.title).inserted }
            .map { "<li>\(line($0))</li>\n" }
        let editions: [HTML] = items.compactMap { $0.scheme }.flatMap { visit.catalogue.scheme($0)?.editions ?? [] }
            .filter { $0.isPending && seen.insert($0.name).inserted }
            .map { "<li>\(visit[$0.name])</li>\n" }
        guard !lines.isEmpty || !editions.isEmpty else { return "" }
        return """
            <p>\(visit.say("文号、施行日期或者条款未经专人核实：", "Number, date or article was not verified by a person:"))</p>
            <ul class="plain">
            \(lines)\(editions)</ul>
            """
    }

    /// A law of the register stands once, whatever articles of it are cited.
    private func line(_ basis: LegalBasis) -> HTML {
        guard let law = basis.law.flatMap({ visit.catalogue.law($0) }) else { return "\(visit[basis.title])" }
        return "<a href=\"\(visit.link(.law(law.id)))\">\(visit[law.citation(article: nil)])</a>"
    }
}

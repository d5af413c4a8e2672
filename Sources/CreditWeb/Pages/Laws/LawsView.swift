import CreditCatalogue
import CreditModel

/// The register by rank of instrument; then those that items name without registering them; then the grounds of clause 2.2.
struct LawsView: Sendable {
    /// So many instruments go on one page; of more, each kind has its own.
    private static let most = 80

    let visit: Visit

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.laws())])</h1>
        <p class="lead">\(visit.say("目录里的每个事项都要有依据。文号、日期或者条款没有经专人核实的，标明待核实。", "Every item of the catalogue has its legal basis. Where a number, a date or an article was not verified by a person, it says pending."))</p>
        \(visit.catalogue.laws.count > LawsView.most ? kinds : "\(Law.Kind.allCases.map(section))")
        \(inline)
        \(grounds)
        """
    }

    /// The instruments of one kind, as a page of their own.
    func only(_ kind: Law.Kind) -> HTML {
        """
        <h1>\(visit[kind.heading])</h1>
        <ul class="ledgerlines">
        \(laws(kind).map(line))</ul>
        """
    }

    private func laws(_ kind: Law.Kind) -> [Law] { visit.catalogue.laws.filter { $0.kind == kind } }

    private var kinds: HTML {
        let rows: [HTML] = Law.Kind.allCases.filter { !laws($0).isEmpty }
            .map { kind in
                let pending = laws(kind).count(where: \.isPending)
                return """
                    <li><a href="\(visit.link(.laws(kind)))">\(visit[kind.heading])</a><span class="by">\
                    \(visit.say("\(laws(kind).count) 件，其中待核实 \(pending) 件", "\(laws(kind).count), of which \(pending) pending"))</span></li>

                    """
            }
        return "<ul class=\"ledgerlines\">\n\(rows)</ul>"
    }

    private func section(_ kind: Law.Kind) -> HTML {
        guard !laws(kind).isEmpty else { return "" }
        return """
            <section aria-labelledby="kind-\(kind.rawValue)"><h2 id="kind-\(kind.rawValue)">\(visit[kind.heading])</h2>
            <ul class="ledgerlines">
            \(laws(kind).map(line))</ul></section>

            """
    }

    private func line(_ law: Law) -> HTML {
        let uses = LawUses(of: law.id, in: visit.catalogue).count
        return """
            <li><a href="\(visit.link(.law(law.id)))">\(visit[law.citation(article: nil)])</a><span class="by">\
            \(LawDates(visit: visit, validity: law.validity).html)\(visit.say("；\(uses) 处引用", "; cited \(uses) \(uses == 1 ? "time" : "times")"))\
            \(PendingMark(visit: visit).html, if: law.isPending)</span></li>

            """
    }

    /// Bases that items write out themselves.
    private var inline: HTML {
        var seen: Set<LegalBasis> = []
        let bases = visit.catalogue.items.flatMap(\.legalBasis).filter { $0.law == nil && seen.insert($0).inserted }
        guard !bases.isEmpty else { return "" }
        return """
            <section aria-labelledby="inline"><h2 id="inline">\(visit.say("事项自己写明的依据", "Bases that items state themselves"))</h2>
            \(BasisList(visit: visit, bases: bases).html)</section>
            """
    }

    private var grounds: HTML {
        guard !visit.catalogue.grounds.isEmpty else { return "" }
        return """
            <section class="part" aria-labelledby="grounds"><h2 id="grounds">\(visit.say("不公开的理由", "Grounds for what is not public"))</h2>
            <p>\(visit.say("以公开为常态、不公开为例外：每个不公开的字段和事项都要写明其中一条。", "Publication is the rule: every field and item that is not public states one of these."))</p>
            \(visit.catalogue.grounds.map(ground))</section>
            """
    }

    private func ground(_ ground: DisclosureGround) -> HTML {
        """
        <section aria-labelledby="ground-\(ground.id)"><h3 id="ground-\(ground.id)">\(visit[ground.name])</h3>
        <p>\(visit[ground.text])</p>
        \(BasisList(visit: visit, bases: ground.legalBasis).html)</section>

        """
    }
}

extension Law.Kind {
    /// What a list of such instruments is headed by.
    var heading: Bilingual {
        switch self {
        case .law: Bilingual(zh: "法律", en: "Laws of the National People’s Congress")
        case .regulation: Bilingual(zh: "行政法规", en: "Administrative regulations")
        case .localRegulation: Bilingual(zh: "地方性法规", en: "Local regulations")
        case .rule: Bilingual(zh: "规章", en: "Rules of ministries and governments")
        case .document: Bilingual(zh: "规范性文件", en: "Normative documents")
        case .standard: Bilingual(zh: "标准", en: "Standards")
        }
    }
}

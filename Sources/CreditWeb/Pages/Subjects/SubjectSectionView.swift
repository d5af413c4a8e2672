import CreditCatalogue
import CreditModel

/// One section of the credit file: each item by whom, how long, on what ground, with the fields that the public sees.
struct SubjectSectionView: Sendable {
    let visit: Visit
    let topic: SubjectTopic
    let section: FileSection
    let items: [Item]

    var html: HTML {
        """
        <h1>\(visit[section.name])</h1>
        <p class="lead">\(visit.say("信用档案的这一部分里，可以记录\(visit[topic.name])的内容。", "What this section of the credit file may hold about this kind of subject: \(visit[topic.name].lowercased())."))</p>
        \(visit.say("<p class=\"empty\">这一部分没有可以记录的内容。</p>", "<p class=\"empty\">Nothing may be recorded here.</p>"), if: items.isEmpty)\
        \(items.map(item))
        \(SubjectRemedies(visit: visit).html)
        """
    }

    private func item(_ item: Item) -> HTML {
        """
        <section class="part" aria-labelledby="\(item.id)"><h2 id="\(item.id)"><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a></h2>
        <dl class="rows">
        <div><dt>\(visit.say("由谁报送", "By whom"))</dt><dd>\(SenderWords(visit: visit, item: item).short)</dd></div>
        <div><dt>\(visit.say("公示多久", "How long"))</dt><dd>\(PublicationWords(visit: visit, item: item).short)</dd></div>
        <div><dt>\(visit.say("依据", "On what ground"))</dt><dd>\(bases(item))</dd></div>
        <div><dt>\(visit.say("公开的字段", "Public fields"))</dt><dd>\(fields(item) { $0.disclosure == .open })</dd></div>
        \(hidden(item))</dl></section>

        """
    }

    /// The laws in a line; their dates stand with the item.
    private func bases(_ item: Item) -> HTML {
        item.legalBasis
            .map { basis -> HTML in
                BasisWords(visit: visit, basis: basis).link + "\(PendingMark(visit: visit).html, if: basis.isPending)"
            }
            .joined(separator: visit.say("、", ", "))
    }

    private func hidden(_ item: Item) -> HTML {
        guard item.fields.contains(where: { $0.disclosure != .open }) else { return "" }
        return """
            <div><dt>\(visit.say("不公开的字段", "Fields not public"))</dt><dd>\(fields(item) { $0.disclosure != .open })</dd></div>

            """
    }

    private func fields(_ item: Item, _ fits: (Field) -> Bool) -> HTML {
        item.fields.filter(fits).map { field -> HTML in visit.say("\(field.heading)", "\(field.label)") }
            .joined(separator: visit.say("、", ", "))
    }
}

import CreditCatalogue
import CreditModel

/// The fields of an item: heading, meaning, what may stand in it, and whether the public sees it; a list, so that it reads on a phone.
struct ItemFields: Sendable {
    let visit: Visit
    let item: Item

    private var grounds: GroundWords { GroundWords(visit: visit, item: item) }

    var html: HTML {
        """
        <section class="part" aria-labelledby="fields"><h2 id="fields">\(visit.say("字段", "Fields"))</h2>
        <dl class="rows fields">
        \(item.fields.map(field))</dl>
        \(reasons)</section>
        """
    }

    private func field(_ field: Field) -> HTML {
        let words = FieldWords(visit: visit, field: field, item: item)
        return """
            <div><dt>\(name(of: field))</dt><dd>\(visit[field.meaning])\
            <span class="by">\(words.requirement)\(visit.say("；", "; "))\(words.type)\(visit.say("；", "; "))\(sight(of: field))</span></dd></div>

            """
    }

    /// The exact heading; in English its label goes before it.
    private func name(of field: Field) -> HTML {
        visit.say("\(field.heading)", "\(field.label)<br>\(visit.chinese(field.heading))")
    }

    private func sight(of field: Field) -> HTML {
        guard field.disclosure != .open || !item.isListed else { return visit.say("公开", "public") }
        let word: HTML =
            field.disclosure == .shared ? visit.say("只供政务共享", "agencies only") : visit.say("不公开", "not public")
        guard let ground = grounds.of(field) else { return word }
        return word + visit.say("：", ": ") + grounds.link(ground)
    }

    /// The grounds that occur above, in their own words.
    private var reasons: HTML {
        let found = grounds.all
        guard !found.isEmpty else { return "" }
        let rows: [HTML] = found.map { "<div><dt>\(visit[$0.name])</dt><dd>\(visit[$0.text])</dd></div>\n" }
        return """
            <h3>\(visit.say("不公开的理由", "Why some of it is not public"))</h3>
            <dl class="rows">
            \(rows)</dl>
            """
    }
}

import CreditCatalogue
import CreditModel

/// The item page's content.
struct ItemView: Sendable {
    let visit: Visit
    let item: Item
    let sample: Samples.Sample?

    private var about: AboutWords { AboutWords(visit: visit, item: item) }

    var html: HTML {
        """
        <h1>\(visit[item.name]) \(ItemBadge(visit: visit, item: item).html)</h1>
        <blockquote class="quote"><p>\(visit[item.purpose])</p>\
        <footer>\(visit.say("计划条目：", "Clauses of the plan: "))\(ClauseLinks(visit: visit, clauses: item.clauses).html)</footer></blockquote>
        \(withdrawal)\(restriction)\
        <dl class="rows">
        \(row(visit.say("编号", "Id"), "<code>\(item.id)</code>"))\
        \(row(visit.say("关于谁", "About whom"), about.subjects))\
        \(row(visit.say("是什么", "What it says"), content))\
        \(ground)\(row(visit.say("谁可以报送", "Who may send it"), SenderWords(visit: visit, item: item).full))\
        \(taking)\(row(visit.say("公示多久", "How long it is shown"), PublicationWords(visit: visit, item: item).full))\
        \(section)</dl>
        \(SchemeView(visit: visit, item: item).html)\
        \(forms)\
        \(ItemFields(visit: visit, item: item).html)
        \(item.standing == .open ? item.templates.map(layout) : [])
        """
    }

    private func row(_ name: HTML, _ value: HTML) -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n" }

    private var withdrawal: HTML {
        guard case .withdrawn(let ground) = item.standing else { return "" }
        return """
            <div class="panel"><p><strong>\(visit.say("已停止归集。", "Withdrawn."))</strong> \(visit[ground])</p></div>

            """
    }

    /// An item that nobody sees in public says so, and why.
    private var restriction: HTML {
        guard item.standing == .open, !item.isListed else { return "" }
        let grounds = GroundWords(visit: visit, item: item)
        let why: HTML = grounds.whole.map { visit.say("\(visit[$0.text])", "\(visit[$0.text])") } ?? ""
        return """
            <div class="panel"><p><strong>\(visit.say("这类记录不公示，本网站任何地方都不显示。", "Records of this kind are not public: they are shown nowhere on this site."))</strong> \(why)</p></div>

            """
    }

    private var content: HTML {
        item.polarity == .neutral
            ? about.content : about.content + visit.say("（\(about.polarity)）", " (\(about.polarity))")
    }

    private var ground: HTML {
        guard !item.legalBasis.isEmpty else { return "" }
        return row(visit.say("归集依据", "Legal basis"), BasisList(visit: visit, bases: item.legalBasis).html)
    }

    /// What matters to whoever sends; nobody sends what is withdrawn.
    private var taking: HTML {
        guard item.standing == .open else { return "" }
        return row(visit.say("认定机关层级", "Level of the authority"), about.level)
            + row(visit.say("报送时限", "To be sent"), about.term)
            + row(visit.say("怎样算同一条", "What makes it the same record"), identity)
    }

    private var identity: HTML {
        let names = item.keyFields.compactMap { item.field($0) }
            .map { field -> HTML in visit.say("“\(field.heading)”", "“\(field.label)”") }
            .joined(separator: visit.say("、", ", "))
        let whom: HTML = item.personRole == nil ? visit.say("主体", "subject") : visit.say("证件号码", "certificate number")
        guard !names.isEmpty else {
            return visit.say("每个\(whom)只有一条；再报即为更正", "one a \(whom); a second one corrects it")
        }
        return visit.say(
            "\(whom)相同，而且\(names)也相同的，是同一条；再报即为更正",
            "the same \(whom) and the same \(names); a second one corrects it"
        )
    }

    private var section: HTML {
        guard item.isListed, let section = visit.catalogue.sections.first(where: { $0.id == item.section }) else {
            return ""
        }
        return row(visit.say("在信用档案的", "Section of the credit file"), "\(visit[section.name])")
            + row(
                visit.say("看实例", "See it"),
                "<span class=\"links\">\(SampleLink(visit: visit, item: item, sample: sample).html)</span>"
            )
    }

    private var forms: HTML {
        guard item.standing == .open, !item.templates.isEmpty else { return "" }
        return """
            <p class="more links" id="forms">\(visit.say("空白模板：", "Blank forms: "))\(ItemFormLinks(visit: visit, item: item).html) \
            <a href="\(visit.link(.check))">\(visit.say("填好后先查验", "Check it when it is filled in"))</a></p>

            """
    }

    private func layout(_ template: Template) -> HTML {
        let headings: [HTML] = template.columns.map { "<li>\(visit.chinese($0.heading))</li>" }
        let refused = visit.say("　自然人的表整份拒收", ": sheets of persons are refused whole")
        return """
            <details><summary>\(visit.say("模板表头：", "Headings of "))\(visit[template.name])\
            \(refused, if: template.isForNaturalPersons)</summary>
            <ol class="headings">\(headings)</ol></details>

            """
    }
}

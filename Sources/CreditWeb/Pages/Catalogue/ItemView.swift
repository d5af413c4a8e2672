import CreditCatalogue
import CreditModel

/// The item page's content.
struct ItemView: Sendable {
    let visit: Visit
    let item: Item

    var html: HTML {
        """
        <h1>\(visit[item.name])</h1>
        <p class="lead">\(visit[item.purpose])</p>
        \(withdrawal)\
        <dl class="rows">
        <div><dt>\(visit.say("编号", "Id"))</dt><dd><code>\(item.id)</code></dd></div>
        <div><dt>\(visit.say("任务条目", "Clauses of the plan"))</dt><dd>\(item.clauses.joined(separator: visit.language == .zh ? "、" : ", "))</dd></div>
        \(ground)<div><dt>\(visit.say("谁可以报送", "Who may send it"))</dt><dd>\(senders)</dd></div>
        \(level)\(term)<div><dt>\(visit.say("公示", "Publication"))</dt><dd>\(publication)</dd></div>
        </dl>
        \(list, if: item.isListed)\(forms)\(fields)
        \(item.standing == .open ? item.templates.map(layout) : [])
        """
    }

    private var withdrawal: HTML {
        guard case .withdrawn(let ground) = item.standing else { return "" }
        return """
            <div class="panel"><p><strong>\(visit.say("已停止归集。", "Withdrawn."))</strong> \(visit[ground])</p></div>

            """
    }

    private var ground: HTML {
        guard !item.legalBasis.isEmpty else { return "" }
        return """
            <div><dt>\(visit.say("归集依据", "Legal basis"))</dt><dd>\(BasisList(visit: visit, bases: item.legalBasis).html)</dd></div>

            """
    }

    private var senders: HTML {
        guard item.standing == .open else { return visit.say("任何部门都不得报送", "No department") }
        guard !item.sources.isEmpty else { return visit.say("在本平台报送的各部门", "Every department that hands in here") }
        return item.sourceDepartments
            .map { id -> HTML in "\(visit.catalogue.departments[id].map { visit[$0.name] } ?? id)" }
            .joined(separator: visit.say("、", "; "))
    }

    private var level: HTML {
        guard let level = item.minimumLevel else { return "" }
        return """
            <div><dt>\(visit.say("认定机关层级", "Level of the authority"))</dt><dd>\(visit[level.name])\
            \(visit.say("及以上", " and above"))</dd></div>

            """
    }

    private var term: HTML {
        guard let days = item.reportWithin else { return "" }
        return """
            <div><dt>\(visit.say("报送时限", "To be sent within"))</dt><dd>\
            \(visit.say("自作出决定之日起 \(days) 个工作日", "\(days) working days of the decision"))</dd></div>

            """
    }

    private var publication: HTML {
        switch item.publication {
        case .standing: visit.say("事实存续期间公示，结束后标明已结束", "While the fact stands, and afterwards as ended")
        case .validity: visit.say("公示到有效期届满", "Until the end of its validity")
        case .penaltyTier, .listEntry, .itemTier:
            visit.say("按失信程度分档公示，见", "By tier, see ")
                + "<a href=\"\(visit.link(.rules))\">\(visit[FooterLinks.title(.rules)])</a>"
        case .declared: visit.say("声明可向社会公开的才公示", "Only where it is declared public")
        case .restricted: visit.say("不公示", "Not published")
        }
    }

    private var list: HTML {
        "<p><a href=\"\(visit.link(.list(item: item.id)))\">\(visit.say("查看已公示的信息", "What is published"))</a></p>\n"
    }

    private var forms: HTML {
        guard item.standing == .open, !item.templates.isEmpty else { return "" }
        return """
            <p class="more">\(visit.say("空白模板：", "Blank form: "))<a href="\(Link.to(.workbook, of: item.id))">XLSX</a>　\
            <a href="\(Link.to(.text, of: item.id))">CSV</a>　<a href="\(visit.link(.check))">\(visit.say("填好后先查验", "Check it when it is filled in"))</a></p>

            """
    }

    private var fields: HTML {
        """
        <h2 id="fields">\(visit.say("字段", "Fields"))</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="fields"><table>
        <thead><tr><th scope="col">\(visit.say("表头", "Heading"))</th><th scope="col">\(visit.say("含义", "Meaning"))</th>\
        <th scope="col">\(visit.say("类型", "Type"))</th><th scope="col">\(visit.say("必填", "Required"))</th>\
        <th scope="col">\(visit.say("公开", "Public"))</th></tr></thead>
        <tbody>
        \(item.fields.map(field))</tbody></table></div>
        """
    }

    private func field(_ field: Field) -> HTML {
        """
        <tr><th scope="row">\(name(of: field))</th><td>\(visit[field.meaning])</td>\
        <td>\(FieldWords(visit: visit, field: field, item: item).type)</td>\
        <td>\(FieldWords(visit: visit, field: field, item: item).requirement)</td><td>\(visit[field.disclosure.name])</td></tr>

        """
    }

    /// The exact heading; in English its label goes before it.
    private func name(of field: Field) -> HTML {
        visit.say("\(field.heading)", "\(field.label)<br>\(visit.chinese(field.heading))")
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

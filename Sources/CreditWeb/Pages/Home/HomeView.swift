import CreditCatalogue
import CreditModel
import CreditStore

/// The home page's content.
struct HomeView: Sendable {
    private static let mostDepartments = 6
    private static let mostLists = 12

    let visit: Visit
    let news: HomeNotices.News

    var html: HTML {
        """
        <div class="home">
        <h1>\(visit[visit.catalogue.city.masthead])</h1>
        <p class="lead">\(visit.say("查询在\(visit[visit.catalogue.city.name])的企业和其他组织的公共信用信息。", "Look up the public credit information of organisations in \(visit[visit.catalogue.city.name])."))</p>
        \(SearchBox(visit: visit, place: .home).html)
        \(examples, if: !news.examples.isEmpty)\
        <p class="note">\(visit.say("信息由各部门报送，平台逐项核验，写入不可篡改的存证日志，按规定的期限公示。", "Departments hand the information in; it is checked cell by cell, written to a ledger that cannot be rewritten, and shown for as long as the rules say."))</p>
        </div>
        \(week)
        \(turning)
        \(doors)
        """
    }

    private var examples: HTML {
        let links: [HTML] = news.examples.map { example in
            "<li><a href=\"\(visit.link(.results(query: example)))\">\(visit.chinese(example))</a></li>"
        }
        return """
            <div class="examples"><p>\(visit.say("例如", "For example"))</p><ul>\(links)</ul></div>

            """
    }

    private var week: HTML {
        let rows: [HTML] = news.received.prefix(HomeView.mostDepartments)
            .map { row in
                let name = visit.catalogue.departments[row.source]?.name ?? Bilingual(zh: row.source, en: row.source)
                return
                    "<li><span class=\"who\">\(visit[name])</span> <span class=\"what\">\(counts(row.counts))</span></li>\n"
            }
        let others = news.received.count - rows.count
        return """
            <section class="quiet" aria-labelledby="week">
            <h2 id="week">\(visit.say("近七天收到的信息", "Received in the last seven days"))</h2>
            \(visit.say("<p>近七天没有收到新的信息。</p>", "<p>Nothing came in during the last seven days.</p>"), if: rows.isEmpty)\
            \("<ul class=\"received\">\n\(rows)</ul>", if: !rows.isEmpty)
            \(visit.say("<p class=\"note\">另有 \(others) 个部门报送。</p>", "<p class=\"note\">And \(others) more departments.</p>"), if: others > 0)\
            </section>
            """
    }

    private func counts(_ counts: [ReceivedCount]) -> HTML {
        counts.map { count -> HTML in
            let name = visit.catalogue.item(count.item)?.name ?? Bilingual(zh: count.item, en: count.item)
            return visit.say("\(visit[name]) \(count.admitted) 条", "\(visit[name]): \(count.admitted)")
        }
        .joined(separator: visit.say("、", ", "))
    }

    private var turning: HTML {
        """
        <section class="quiet" aria-labelledby="turn">
        <h2 id="turn">\(visit.say("需要办理", "What you can do"))</h2>
        <ul class="doors">
        <li><a href="\(visit.link(.objection))">\(visit.say("信息有误，提出异议", "Object to an entry that is wrong"))</a></li>
        <li><a href="\(visit.link(.repair))">\(visit.say("已经纠正，申请修复", "Apply for repair after correcting"))</a></li>
        <li><a href="\(visit.link(.report))">\(visit.say("发现失信，如实举报", "Report a breach"))</a></li>
        </ul></section>
        """
    }

    /// One line of what people look for.
    private var doors: HTML {
        let listed = visit.catalogue.items.filter(\.isListed)
        let lists: [HTML] =
            listed.count > HomeView.mostLists
            ? sections(listed)
            : listed.map { "<li><a href=\"\(visit.link(.list(item: $0.id)))\">\(visit[$0.name])</a></li>\n" }
        return """
            <nav class="quiet" aria-labelledby="seek"><h2 id="seek">\(visit.say("双公示和名单", "Public lists"))</h2>
            <ul class="line">
            \(lists)<li><a href="\(visit.link(.rules))">\(visit.say("政策：公示规则", "Policy: publication rules"))</a></li>
            <li><a href="\(visit.link(.catalogue))">\(visit.say("信用目录", "Catalogue"))</a></li>
            <li><a href="\(visit.link(.check))">\(visit[FooterLinks.title(.check)])</a></li>
            </ul></nav>
            """
    }

    /// Where there are many lists, the sections of the credit file stand for them.
    private func sections(_ listed: [Item]) -> [HTML] {
        visit.catalogue.sections.filter { section in listed.contains { $0.section == section.id } }
            .map { "<li><a href=\"\(visit.link(.lists))#\($0.id)\">\(visit[$0.name])</a></li>\n" }
    }
}

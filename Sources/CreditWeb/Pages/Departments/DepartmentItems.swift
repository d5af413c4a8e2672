import CreditCatalogue
import CreditModel

/// What a department may send: first what is its own to send, then what every department may.
struct DepartmentItems: Sendable {
    let visit: Visit
    let department: Department

    var html: HTML {
        guard department.isSource else {
            return visit.say(
                "<p>它只作为认定机关出现，不在本平台报送。</p>",
                "<p>It is named as an authority only and hands nothing in here.</p>"
            )
        }
        let items = visit.catalogue.items(from: department.id)
        let own = items.filter { !$0.sources.isEmpty }
        let shared = items.filter { $0.sources.isEmpty }
        return """
            <section class="part" aria-labelledby="owed"><h2 id="owed">\(heading)</h2>
            <p>\(visit.say("期限自作出决定之日起算，以工作日计。", "Terms are working days, counted from the day of the decision. "))\
            <a href="\(visit.link(.guide))">\(visit[FooterLinks.title(.guide)])</a>\(visit.say("、", ", "))\
            <a href="\(visit.link(.check))">\(visit[FooterLinks.title(.check)])</a></p>
            \("<ul class=\"entries\">\n\(own.map(line))</ul>", if: !own.isEmpty)
            \("<h3>\(visit.say("各部门都可以报送的", "What every department may send"))</h3>\n<ul class=\"entries\">\n\(shared.map(line))</ul>", if: !shared.isEmpty)\
            \(visit.say("<p>目前没有。</p>", "<p>Nothing at present.</p>"), if: items.isEmpty)</section>
            """
    }

    /// Of a department that is no more, what its own decisions could be.
    private var heading: HTML {
        let hasEnded = department.validity.until.map { $0 < visit.today } ?? false
        return hasEnded
            ? visit.say("当年的决定可以报送的事项和期限", "What its decisions of then may be sent as, and by when")
            : visit.say("可以报送的事项和期限", "What it may send, and by when")
    }

    private func line(_ item: Item) -> HTML {
        let about = AboutWords(visit: visit, item: item)
        return """
            <li class="entry"><p class="what"><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a> \
            \(ItemBadge(visit: visit, item: item).html)\(years(item))</p>
            <p class="by"><strong>\(about.term)</strong>\(visit.say("；", "; "))\(visit.say("对象：", "about "))\(about.subjects)\
            \(visit.say("；认定机关：", "; level of the authority: "))\(about.level)</p>
            <p class="links">\(ItemFormLinks(visit: visit, item: item).html)\(layouts(item))\(published(item))</p></li>

            """
    }

    /// The years to which the department is limited in it, beyond those in which it bears its name.
    private func years(_ item: Item) -> HTML {
        var seen: Set<Validity> = [department.validity, Validity(from: nil, until: nil)]
        let spans = item.sources.filter { $0.department == department.id && seen.insert($0.validity).inserted }
        guard !spans.isEmpty else { return "" }
        let joined = spans.map { DayWords(visit: visit).years($0.validity) }.joined(separator: visit.say("、", ", "))
        return " <span class=\"dim\">\(visit.say("决定日期\(joined)", "decisions \(joined)"))</span>"
    }

    /// Its own exports that are read as they are.
    private func layouts(_ item: Item) -> HTML {
        let known = visit.catalogue.layouts.filter {
            $0.content == .records(item: item.id) && ($0.departments.isEmpty || $0.departments.contains(department.id))
        }
        guard !known.isEmpty else { return "" }
        let names = known.map { visit[$0.name] }.joined(separator: visit.language == .zh ? "、" : ", ")
        return visit.say(" 也收系统导出：\(names)", " exports read as they are: \(names)")
    }

    private func published(_ item: Item) -> HTML {
        guard item.isListed else { return "" }
        return """
             <a href="\(visit.link(.list(item: item.id, ListFilter(source: department.id))))">\(visit.say("已公示的", "what is published"))</a>
            """
    }
}

import CreditCatalogue
import CreditFiles
import CreditModel
import CreditStore

/// The list page's content: what is wanted, then one page of it.
struct ListView: Sendable {
    let visit: Visit
    let item: Item
    let filter: ListFilter
    let list: PublicList

    var html: HTML {
        """
        <h1>\(visit[item.name])</h1>
        <p class="lead">\(visit[item.purpose])\(visit.say("　", " "))<a href="\(visit.link(.item(item.id)))">\
        \(visit.say("归集哪些内容、依据什么", "What it holds and on what ground"))</a></p>
        \(form)
        \(entries)
        \(pages)
        """
    }

    private var form: HTML {
        """
        <form class="filter panel" action="\(Link.to(.list(item: item.id), in: visit.language))" method="get">
        <div><label for="source">\(visit.say("报送部门", "Department"))</label>
        <select id="source" name="source"><option value="">\(visit.say("全部", "All"))</option>
        \(departments)</select></div>
        <div><label for="from">\(visit.say("决定日期自", "Decided from"))</label>
        <input id="from" name="from" type="date" value="\(filter.from?.iso)" max="\(visit.today.iso)"></div>
        <div><label for="until">\(visit.say("至", "until"))</label>
        <input id="until" name="until" type="date" value="\(filter.until?.iso)" max="\(visit.today.iso)"></div>
        \("<input type=\"hidden\" name=\"type\" value=\"large\">", if: visit.isLarge)\
        <div><button type="submit" class="second">\(visit.say("筛选", "Show"))</button></div>
        </form>
        """
    }

    /// The departments that may send the item.
    private var departments: [HTML] {
        visit.catalogue.departments.all
            .filter { $0.isSource && item.mayCome(from: $0.id) }
            .map { department in
                """
                <option value="\(department.id)"\(" selected", if: department.id == filter.source)>\(visit[department.name])</option>

                """
            }
    }

    private var entries: HTML {
        guard !list.rows.isEmpty else {
            return visit.say("<p class=\"empty\">没有符合条件的信息。</p>", "<p class=\"empty\">Nothing fits.</p>")
        }
        let rows = list.rows.map { EntryRow(visit: visit, entry: $0.entry, on: visit.today, subject: $0.subject).html }
        return "<ul class=\"entries\">\n\(rows)</ul>"
    }

    private var pages: HTML {
        var first = filter
        first.cursor = nil
        var next = filter
        next.cursor = list.next?.text
        return """
            <nav class="pages" aria-label="\(visit.say("翻页", "Pages"))">
            \(step(first, visit.say("回到第一页", "First page")), if: filter.cursor != nil)\
            \(step(next, visit.say("下一页", "Next page")), if: list.next != nil)</nav>
            <p class="note">\(visit.say("本列表截至存证日志第 \(list.pin) 条；翻页时不会因为新信息而错位。", "This list stands at entry \(list.pin) of the ledger; turning pages does not make it drift."))</p>
            """
    }

    private func step(_ filter: ListFilter, _ words: HTML) -> HTML {
        "<a href=\"\(visit.link(.list(item: item.id, filter)))\">\(words)</a>\n"
    }
}

import CreditCatalogue
import CreditExchange
import CreditModel

/// One table of a file that was checked: what it is, its faults by kind, and the rows.
struct CheckTableView: Sendable {
    let visit: Visit
    let token: String
    let found: TableFindings
    let filter: CheckFilter

    var html: HTML {
        let pages = CheckRows(found, filter)
        return """
            <section>
            <h2 id="table">\(visit[found.table.match.item.name])</h2>
            <p class="note">\(visit.say("按“\(visit[found.table.match.template.name])”识别，表头在第 \(found.table.headingRow) 行。", "Recognised as \(visit[found.table.match.template.name]); its headings stand in row \(found.table.headingRow)."))</p>
            \(whole)\(kinds)
            \(grid(pages))
            </section>
            """
    }

    /// Faults of the table as a whole.
    private var whole: HTML {
        let faults = found.faults.filter { $0.fault.row == 0 }
        guard !faults.isEmpty else { return "" }
        let words = CheckFaultWords(visit: visit)
        return """
            <div class="panel wrong"><h3>\(visit.say("整张表的问题", "Of the sheet as a whole"))</h3><ul class="faults">
            \(faults.prefix(50).map { words.item($0, id: nil) })</ul></div>
            """
    }

    /// Each kind of fault with its count, as a filter.
    private var kinds: HTML {
        guard found.total > 0 else { return "" }
        let table = visit.catalogue.faults
        let sorted = found.counts.sorted { left, right in
            let refuses = (table[left.key].severity == .refuse, table[right.key].severity == .refuse)
            if refuses.0 != refuses.1 { return refuses.0 }
            return left.value != right.value ? left.value > right.value : left.key.rawValue < right.key.rawValue
        }
        let columns = Dictionary(grouping: found.faults, by: \.fault.code).mapValues { Set($0.map(\.fault.column)) }
        let links: [HTML] = sorted.map { code, count in
            let words = CheckFaultWords(visit: visit).kind(code, in: columns[code] ?? [])
            var wanted = CheckFilter(sheet: filter.sheet)
            wanted.fault = code.rawValue
            return link(wanted, count, words, isRefusal: table[code].severity == .refuse)
        }
        return """
            <nav class="kinds" aria-label="\(visit.say("按差错筛选", "Filter by fault"))"><h3>\(visit.say("差错", "Faults"))</h3><ul>
            \(choice(CheckFilter(sheet: filter.sheet), visit.say("全部行", "All rows")))\
            \(choice(CheckFilter(sheet: filter.sheet, isFaultyOnly: true), visit.say("只看有问题的行", "Rows with faults only")))
            \(links)</ul></nav>
            """
    }

    private func isCurrent(_ wanted: CheckFilter) -> Bool {
        wanted.fault == filter.fault && (wanted.fault != nil || wanted.isFaultyOnly == filter.isFaultyOnly)
    }

    private func choice(_ wanted: CheckFilter, _ words: HTML) -> HTML {
        """
        <li><a href="\(visit.link(.checked(token, wanted)))#table"\(" aria-current=\"true\"", if: isCurrent(wanted))>\(words)</a></li>

        """
    }

    private func link(_ wanted: CheckFilter, _ count: Int, _ words: HTML, isRefusal: Bool) -> HTML {
        """
        <li class="\(isRefusal ? "no" : "hm")"><a href="\(visit.link(.checked(token, wanted)))#table"\(" aria-current=\"true\"", if: isCurrent(wanted))>\
        <span class="tag \(isRefusal ? "tag-adverse" : "tag-pending")">\(isRefusal ? visit.say("拒收", "refused") : visit.say("提醒", "warning"))</span> \
        \(words) <span class="count">\(visit.say("\(Grouped.text(count)) 处", "\(Grouped.text(count))"))</span></a></li>

        """
    }

    private func grid(_ pages: CheckRows) -> HTML {
        if found.isOfPersons {
            return """
                \(CheckGrid(visit: visit, found: found, rows: [], faults: [:]).html)
                <p class="note">\(visit.say("自然人表格的各行不显示，也不留存。", "The rows of a sheet of natural persons are neither shown nor kept."))</p>
                """
        }
        guard !pages.isEmpty else {
            return visit.say(
                "<p class=\"empty\">这里没有要显示的行。</p>",
                "<p class=\"empty\">There are no rows to show here.</p>"
            )
        }
        let number = min(filter.page, pages.count)
        return """
            \(CheckGrid(visit: visit, found: found, rows: pages.rows(ofPage: number), faults: pages.faults).html)
            \(note(pages))\(turning(pages, number))
            """
    }

    private func note(_ pages: CheckRows) -> HTML {
        guard pages.isCut else { return "" }
        return visit.say(
            "<p class=\"note\">网页只显示一部分行；全部都在标注文件里。</p>",
            "<p class=\"note\">The page shows some of the rows only; all of them are in the marked-up copy.</p>"
        )
    }

    private func turning(_ pages: CheckRows, _ number: Int) -> HTML {
        guard pages.count > 1 else { return "" }
        func step(_ page: Int, _ words: HTML) -> HTML {
            var wanted = filter
            wanted.page = page
            return "<a href=\"\(visit.link(.checked(token, wanted)))#table\">\(words)</a>\n"
        }
        return """
            <nav class="pages" aria-label="\(visit.say("翻页", "Pages"))"><p class="note">\(visit.say("第 \(number) 页，共 \(pages.count) 页", "Page \(number) of \(pages.count)"))</p>
            \(step(number - 1, visit.say("上一页", "Page before")), if: number > 1)\
            \(step(number + 1, visit.say("下一页", "Next page")), if: number < pages.count)</nav>
            """
    }
}

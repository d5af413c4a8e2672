import CreditCatalogue
import CreditExchange
import CreditModel

/// What came of a check: the counts in a sentence, the copy to download, then one table of the file as a grid.
struct CheckResultView: Sendable {
    let visit: Visit
    let token: String
    let result: CheckResult
    let filter: CheckFilter
    private let found: TableFindings

    /// `nil` where the file has no such table.
    init?(visit: Visit, token: String, result: CheckResult, filter: CheckFilter) {
        guard result.tables.indices.contains(filter.sheet) else { return nil }
        self.visit = visit
        self.token = token
        self.result = result
        self.filter = filter
        found = result.tables[filter.sheet]
    }

    var html: HTML {
        """
        <h1>\(isClean ? visit.say("没有发现问题", "Nothing was found wrong") : visit.say("查验结果", "What was found"))</h1>
        <p class="note file">\(visit.chinese(result.name))</p>
        <p class="lead">\(sentence)</p>
        \(next)
        <div class="acts"><p class="pages">\(copy)<a href="\(visit.link(.check))">\(visit.say("再查一个文件", "Check another file"))</a></p>
        \(CheckDiscard(visit: visit, token: token, isFinished: true).html)</div>
        \(unread)\(tables)
        \(CheckTableView(visit: visit, token: token, found: found, filter: filter).html)
        """
    }

    private var copy: HTML {
        guard result.noCopy == nil else { return "" }
        return """
            <a href="\(Link.to(.marked, of: token, in: visit.language))" download>\(visit.say("下载标注文件", "Download the marked-up copy"))</a>

            """
    }

    private var isClean: Bool { result.total == 0 && !result.unread.contains(where: \.needsAttention) }

    private var sentence: HTML {
        let rows = result.rows
        let warned = CheckCounts(visit: visit, tables: result.tables).warnings
        func number(_ value: Int) -> String { Grouped.text(value) }
        return visit.say(
            "\(number(rows.rows)) 行里 <strong>\(number(rows.admitted)) 行可以收</strong>，\(number(rows.refused)) 行拒收，\(number(rows.held)) 行要人确认主体；提醒 \(number(warned)) 处。",
            "Of \(number(rows.rows)) rows <strong>\(number(rows.admitted)) would be taken in</strong>, \(number(rows.refused)) refused, \(number(rows.held)) would wait until somebody says whom they are about; warnings: \(number(warned))."
        )
    }

    private var next: HTML {
        if let noCopy = result.noCopy { return "<p>\(visit[noCopy])</p>" }
        guard isClean else {
            return visit.say(
                "<p>在原来的表里改好，或者下载标注文件直接在里面改，然后再查一次。</p>",
                "<p>Mend them in your own sheet, or download the marked-up copy and mend them there; then check again.</p>"
            )
        }
        return visit.say(
            "<div class=\"panel well\"><p><strong>辛苦了，可以报送了。</strong>这次查验没有保存任何内容，请把同一份文件按本部门的报送渠道交来；收到后会有回执。</p></div>",
            "<div class=\"panel well\"><p><strong>Well done: it is ready to be handed in.</strong> This check kept nothing; hand the same file in the way your department does. You will have a receipt.</p></div>"
        )
    }

    private var unread: HTML {
        guard !result.unread.isEmpty else { return "" }
        let rows: [HTML] = result.unread.prefix(20)
            .map { table in
                visit.say(
                    "<li>“\(table.name)”\(table.message(in: .zh))</li>",
                    "<li>“\(visit.chinese(table.name))” \(table.message(in: .en))</li>"
                )
            }
        return """
            <details\(" open", if: result.unread.contains(where: \.needsAttention))><summary>\(visit.say("没有读取的工作表：\(result.unread.count) 张", "Sheets that were not read: \(result.unread.count)"))</summary>\
            <ul>\(rows)</ul></details>

            """
    }

    /// Links to the tables, where there are several.
    private var tables: HTML {
        guard result.tables.count > 1 else { return "" }
        let links: [HTML] = result.tables.enumerated()
            .map { place, table in
                var wanted = CheckFilter()
                wanted.sheet = place
                let current: HTML = place == filter.sheet ? " aria-current=\"page\"" : ""
                return """
                    <li><a href="\(visit.link(.checked(token, wanted)))"\(current)>\(visit.chinese(table.table.name)) <span class="count">\(Grouped.text(table.total))</span></a></li>

                    """
            }
        return """
            <nav class="tabs" aria-label="\(visit.say("工作表", "Sheets"))"><ul>
            \(links)</ul></nav>
            """
    }
}

/// Counts over tables.
struct CheckCounts {
    let visit: Visit
    let tables: [TableFindings]

    /// Faults that do not keep a row out.
    var warnings: Int {
        tables.reduce(0) { sum, table in
            sum + table.counts.reduce(0) { $0 + (visit.catalogue.faults[$1.key].severity == .warn ? $1.value : 0) }
        }
    }
}

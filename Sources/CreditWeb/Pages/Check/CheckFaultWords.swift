import CreditCatalogue
import CreditExchange
import CreditModel

/// What the check page says of a fault: where, what is wrong, what to do, on what ground.
struct CheckFaultWords: Sendable {
    let visit: Visit

    private var table: FaultTable { visit.catalogue.faults }

    func refuses(_ found: TableFindings.Found) -> Bool { table[found.fault.code].severity == .refuse }

    /// A word for a cell, so that colour is not alone.
    func mark(_ refuses: Bool) -> HTML {
        let words = refuses ? visit.say("拒", "no") : visit.say("醒", "hm")
        let whole = refuses ? visit.say("拒收", "refused") : visit.say("提醒", "warning")
        return "<b class=\"flag\"\(" lang=\"en\"", if: visit.language == .en) title=\"\(whole)\">\(words)</b> "
    }

    /// One fault as an item of a list.
    func item(_ found: TableFindings.Found, id: String?) -> HTML {
        let fault = found.fault
        let refuses = refuses(found)
        return """
            <li\(" id=\"\(id)\"", if: id != nil)><span class="tag \(refuses ? "tag-adverse" : "tag-pending")">\(refuses ? visit.say("拒收", "refused") : visit.say("提醒", "warning"))</span> \
            \(place(found))\(text(table.message(for: fault, in: visit.language)))\
            <span class="fix">\(visit.say("怎么改：", "What to do: "))\(text(table.remedy(for: fault, in: visit.language)))</span>\
            <span class="ground">\(visit.say("依据：", "Ground: "))\(text(table[fault.code].rule[visit.language]))</span></li>

            """
    }

    /// What a kind of fault is called: its message without the words of one cell, with its column where it is of one only.
    func kind(_ code: FaultCode, in columns: Set<String>) -> HTML {
        let some = visit[Bilingual(zh: "有的栏", en: "some columns")]
        let column = columns.count == 1 ? columns.first ?? some : some
        let bare = Fault(row: 0, column: column, value: "…", code: code)
        let words = table.message(for: bare, in: visit.language)
        return text(words.replacing("的“…”", with: ""))
    }

    /// The column, leading to the cell.
    private func place(_ found: TableFindings.Found) -> HTML {
        guard found.fault.row > 0, let column = found.column else { return "" }
        let letters = ColumnLetters.text(column)
        let words = visit.say("\(letters) 列", "Column \(letters)")
        return "<a class=\"where\" href=\"#c\(found.fault.row)-\(column)\">\(words)</a> "
    }

    /// Text in the visitor's language that may quote Chinese cells and headings.
    private func text(_ words: String) -> HTML {
        guard visit.language == .en else { return "\(words)" }
        return ChineseRuns.marked(words)
    }
}

/// Marks what is Chinese within an English sentence, so that it is read and shown as such.
enum ChineseRuns {
    static func marked(_ text: String) -> HTML {
        var html = HTML()
        var run = ""
        var isChinese = false
        func flush() {
            guard !run.isEmpty else { return }
            html += isChinese ? "<span lang=\"zh-Hans\">\(run)</span>" : "\(run)"
            run = ""
        }
        for character in text {
            let chinese = character.unicodeScalars.contains { $0.value >= 0x2E80 }
            if chinese != isChinese {
                flush()
                isChinese = chinese
            }
            run.append(character)
        }
        flush()
        return html
    }
}

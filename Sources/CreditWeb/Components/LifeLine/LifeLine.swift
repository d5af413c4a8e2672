import CreditCatalogue
import CreditFiles
import CreditModel

/// The life line: time across, a bar for each entry from its decision to its last day, grouped as the sections are; today
/// marked, what ended faded, every bar a link.
///
/// Beside it the same as a table.
struct LifeLine: Sendable {
    /// More bars than this are left to the sections below, and the page says so.
    static let mostBars = 40
    private static let rowHeight = 36
    private static let groupHeight = 34
    private static let top = 40

    let visit: Visit
    let file: CreditFile
    private let groups: [CreditFile.Section]
    private let total: Int
    private let axis: TimeAxis

    init(visit: Visit, file: CreditFile) {
        self.visit = visit
        self.file = file
        let all = file.entries
        total = all.count
        groups = LifeLine.latest(file.sections, of: total)
        let drawn = groups.flatMap(\.entries)
        axis = TimeAxis(
            beginnings: drawn.map(\.decidedOn),
            ends: drawn.compactMap(\.lastDay),
            today: file.today
        )
    }

    /// The sections with only the latest entries of the whole file, where there are too many.
    private static func latest(_ sections: [CreditFile.Section], of total: Int) -> [CreditFile.Section] {
        let filled = sections.filter { !$0.entries.isEmpty }
        guard total > mostBars else { return filled }
        let days = filled.flatMap { $0.entries.map { ($0.decidedOn, $0.id) } }.sorted { $0 > $1 }
        let bound = days[mostBars - 1]
        return filled.compactMap { section in
            let kept = section.entries.filter { ($0.decidedOn, $0.id) >= bound }
            return kept.isEmpty ? nil : CreditFile.Section(section: section.section, entries: kept)
        }
    }

    /// The whole section of the page; nothing where there is nothing to draw.
    var html: HTML {
        guard total > 0 else { return "" }
        return """
            <section class="lifeline" aria-labelledby="life">
            <h2 id="life">\(visit.say("信用时间线", "Life line"))</h2>
            \(legend)
            <div class="scroll" tabindex="0" role="region" aria-label="\(visit.say("信用时间线，可左右滚动", "Life line, scrolls sideways"))">
            \(chart)
            </div>
            \(remainder, if: total > LifeLine.mostBars)\(LifeLineTable(visit: visit, file: file, groups: groups).html)
            </section>

            """
    }

    private var remainder: HTML {
        let count = LifeLine.mostBars
        return visit.say(
            "<p class=\"note\">共 \(total) 条，图中只画最近的 \(count) 条，其余见下面各部分。</p>\n",
            "<p class=\"note\">There are \(total) entries; the chart shows the latest \(count), the rest stand in the sections below.</p>\n"
        )
    }

    private var legend: HTML {
        """
        <ul class="legend">
        <li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect class="bar neutral" x="1" y="1" width="10" \
        height="10"/></svg> \(visit.say("一般信息", "Neutral"))</li>
        <li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="bar favourable" cx="6" cy="6" \
        r="5"/></svg> \(visit.say("荣誉", "Honour"))</li>
        <li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path class="bar adverse" d="M6 0l6 6-6 6-6-6z"/>\
        </svg> \(visit.say("处罚和名单", "Adverse"))</li>
        <li><svg viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><rect class="bar ended" x="1" y="2" width="22" \
        height="8"/></svg> \(visit.say("已结束", "Ended"))</li>
        </ul>
        """
    }

    private var chart: HTML {
        var y = LifeLine.top
        var body = HTML()
        for group in groups {
            body += heading(group, at: y)
            y += LifeLine.groupHeight
            for entry in group.entries {
                body += LifeBar(visit: visit, entry: entry, on: file.on, axis: axis, top: y).html
                y += LifeLine.rowHeight
            }
        }
        let height = y + 10
        return """
            <svg width="\(TimeAxis.width)" height="\(height)" viewBox="0 0 \(TimeAxis.width) \(height)" role="group" \
            aria-labelledby="life-title life-desc">
            <title id="life-title">\(visit.say("\(file.subject.name)的信用时间线", "Life line of \(file.subject.name)"))</title>
            <desc id="life-desc">\(summary)</desc>
            \(grid(height: height))\(body)</svg>
            """
    }

    private var summary: HTML {
        let adverse = file.entries.count { $0.polarity == .adverse && !$0.hasEnded }
        let from = visit[axis.first]
        let until = visit[axis.last]
        return visit.say(
            "从\(from)到\(until)，共 \(total) 条信息，其中公示中的处罚和名单 \(adverse) 条。下面有同样内容的表格。",
            "From \(from) to \(until): \(total) entries, \(adverse) of them adverse and published. The same as a table stands below."
        )
    }

    private func heading(_ group: CreditFile.Section, at y: Int) -> HTML {
        """
        <line class="rule" x1="0" x2="\(TimeAxis.width)" y1="\(y + 4)" y2="\(y + 4)"/>\
        <text class="group" x="0" y="\(y + 24)">\(visit[group.section.name])</text>

        """
    }

    private func grid(height: Int) -> HTML {
        let years: [HTML] = axis.years.map { mark in
            """
            <line class="year" x1="\(mark.place)" x2="\(mark.place)" y1="18" y2="\(height)"/>\
            <text class="tick" x="\(mark.place)" y="13">\(mark.year)</text>

            """
        }
        let past = file.on < file.today
        return """
            \(years)\(day(file.on, "on", visit.say("所查日期", "as of"), height), if: past)\
            \(day(file.today, "today", visit.say("今天", "today"), height))
            """
    }

    private func day(_ day: Day, _ name: StaticString, _ label: HTML, _ height: Int) -> HTML {
        let x = axis.place(of: day)
        return """
            <line class="\(HTML(stringLiteral: name))" x1="\(x)" x2="\(x)" y1="36" y2="\(height)"/>\
            <text class="\(HTML(stringLiteral: name))-label" x="\(x)" y="31">\(label)</text>

            """
    }
}

extension FileEntry {
    /// The day its bar ends: the last day shown, else that of its validity; `nil` while it has none.
    var lastDay: Day? { shownUntil ?? validUntil }
}

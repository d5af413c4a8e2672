import CreditFiles
import CreditModel

/// One entry on the life line: its name, and below it the bar.
///
/// The whole row is the link's target.
struct LifeBar: Sendable {
    let visit: Visit
    let entry: FileEntry
    let on: Day
    let axis: TimeAxis
    let top: Int

    var html: HTML {
        let words = EntryWords(visit: visit, entry: entry, on: on)
        let tone = HTML(stringLiteral: words.tone)
        let start = axis.place(of: entry.decidedOn)
        let end = isOpen ? TimeAxis.width - 12 : max(start + 12, entry.lastDay.map { axis.place(of: $0) } ?? start)
        return """
            <a href="\(visit.link(.entry(entry.id)))"><rect class="hit" x="\(hitStart(start))" y="\(top)" \
            width="\(max(240, end - start))" height="34"/>\(label(start))\
            <rect class="bar \(tone)" x="\(start)" y="\(top + 22)" width="\(end - start)" height="8"/>\(shape(start, tone))\
            \(arrow(tone), if: isOpen)</a>

            """
    }

    private var isOpen: Bool { entry.lastDay.map { axis.isBeyond($0) } ?? true }

    /// Whether the name must run leftwards, since it would leave the chart.
    private func runsLeft(_ start: Int) -> Bool { start > TimeAxis.width - 330 }

    private func hitStart(_ start: Int) -> Int { runsLeft(start) ? min(start, TimeAxis.width - 240) : start }

    private func label(_ start: Int) -> HTML {
        let x = runsLeft(start) ? TimeAxis.width : start
        return """
            <text class="name\(" left", if: runsLeft(start))" x="\(x)" y="\(top + 16)">\(visit[entry.itemName]) \
            <tspan lang="zh-Hans">\(entry.shortTitle)</tspan></text>
            """
    }

    /// A word and a shape go with the colour: diamond, disc, square.
    private func shape(_ start: Int, _ tone: HTML) -> HTML {
        let y = top + 26
        guard !axis.isBefore(entry.decidedOn) else {
            return "<path class=\"bar \(tone) point\" d=\"M13 \(y - 8)l-13 8 13 8z\"/>"
        }
        return switch entry.polarity {
        case .adverse: "<path class=\"bar \(tone) point\" d=\"M\(start) \(y - 7)l7 7-7 7-7-7z\"/>"
        case .favourable: "<circle class=\"bar \(tone) point\" cx=\"\(start)\" cy=\"\(y)\" r=\"6\"/>"
        case .neutral:
            "<rect class=\"bar \(tone) point\" x=\"\(start - 5)\" y=\"\(y - 5)\" width=\"10\" height=\"10\"/>"
        }
    }

    private func arrow(_ tone: HTML) -> HTML {
        "<path class=\"bar \(tone) point\" d=\"M\(TimeAxis.width - 13) \(top + 18)l13 8-13 8z\"/>"
    }
}

extension FileEntry {
    /// Its title, cut where it would run over the chart; nothing where it only repeats the item's name.
    var shortTitle: String {
        guard title != itemName.zh else { return document ?? "" }
        return title.count > 16 ? String(title.prefix(15)) + "…" : title
    }
}

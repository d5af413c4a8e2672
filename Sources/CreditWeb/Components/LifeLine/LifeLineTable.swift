import CreditFiles
import CreditModel

/// The life line for those who do not see it: the same entries, the same days, in rows.
struct LifeLineTable: Sendable {
    let visit: Visit
    let file: CreditFile
    let groups: [CreditFile.Section]

    var html: HTML {
        """
        <details class="astable"><summary>\(visit.say("以表格查看", "Show as a table"))</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="\(visit.say("信用时间线表格", "Life line as a table"))">
        <table>
        <thead><tr><th scope="col">\(visit.say("自", "From"))</th><th scope="col">\(visit.say("至", "Until"))</th>\
        <th scope="col">\(visit.say("信息", "Entry"))</th><th scope="col">\(visit.say("状态", "Status"))</th></tr></thead>
        <tbody>
        \(groups.flatMap(\.entries).map(row))</tbody>
        </table></div></details>
        """
    }

    private func row(_ entry: FileEntry) -> HTML {
        let last: HTML = entry.lastDay.map { "\(visit[$0])" } ?? "—"
        return """
            <tr><td>\(visit[entry.decidedOn])</td><td>\(last)</td><td><a href="\(visit.link(.entry(entry.id)))">\
            \(visit[entry.itemName])</a> \(visit.chinese(entry.shortTitle))</td>\
            <td>\(EntryWords(visit: visit, entry: entry, on: file.on).tag)</td></tr>

            """
    }
}

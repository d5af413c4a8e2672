import CreditExchange
import CreditModel

/// Rows of a table as its sender sees them: letters above the columns, numbers beside the rows, what is wrong below each row.
struct CheckGrid: Sendable {
    let visit: Visit
    let found: TableFindings
    let rows: ArraySlice<TableFindings.KeptRow>
    let faults: [Int: [TableFindings.Found]]

    /// Characters of a cell that is in order; of others as many as were kept.
    private static let longest = 40

    var html: HTML {
        """
        <div class="scroll grid" tabindex="0" role="region" aria-labelledby="table"><table>
        <thead><tr><th scope="col"><span class="unseen">\(visit.say("行", "Row"))</span></th>\(letters)</tr>
        <tr><th scope="row">\(found.table.headingRow)</th>\(headings)</tr></thead>
        <tbody\(" lang=\"zh-Hans\"", if: visit.language == .en)>
        \(body)</tbody></table></div>
        """
    }

    private var width: Int {
        let shown = rows.map(\.cells.count).max() ?? 0
        let headings = (found.table.headings.lastIndex { !$0.isEmpty } ?? -1) + 1
        return min(max(shown, headings, 1), 512)
    }

    private var letters: [HTML] {
        (0..<width).map { "<th scope=\"col\" class=\"letter\">\(ColumnLetters.text($0))</th>" }
    }

    private var headings: [HTML] {
        (0..<width)
            .map { column in
                let heading = column < found.table.headings.count ? found.table.headings[column] : ""
                return "<th scope=\"col\">\(visit.chinese(heading))</th>"
            }
    }

    private var body: HTML {
        var html = HTML()
        var last = found.table.headingRow
        let width = width
        for row in rows {
            // Above a page's first row stand the rows of the page before.
            if last > found.table.headingRow, row.number > last + 1 { html += gap(last + 1, row.number - 1, width) }
            last = row.number
            html += line(row, faults[row.number] ?? [], width)
        }
        return html
    }

    private func gap(_ first: Int, _ last: Int, _ width: Int) -> HTML {
        """
        <tr class="gap"\(" lang=\"en\"", if: visit.language == .en)><td></td><td colspan="\(width)"><div>\(first == last ? visit.say("第 \(first) 行没有显示", "Row \(first) is not shown") : visit.say("第 \(first)–\(last) 行没有显示", "Rows \(first)–\(last) are not shown"))</div></td></tr>

        """
    }

    private func line(_ row: TableFindings.KeptRow, _ found: [TableFindings.Found], _ width: Int) -> HTML {
        let words = CheckFaultWords(visit: visit)
        let ofRow = found.contains { $0.column == nil }
        let cells: [HTML] = (0..<width)
            .map { column in
                let text = column < row.cells.count ? row.cells[column] : ""
                let here = found.indices.filter { found[$0].column == column }
                guard !here.isEmpty else { return "<td>\(CheckGrid.shortened(text))</td>" }
                let refuses = here.contains { words.refuses(found[$0]) }
                let explained = here.map { "w\(row.number)-\($0)" }.joined(separator: " ")
                return """
                    <td class="\(refuses ? "no" : "hm")" id="c\(row.number)-\(column)" aria-describedby="\(explained)">\(words.mark(refuses))\(text)</td>
                    """
            }
        let refusesRow = found.contains { $0.column == nil && words.refuses($0) }
        let number: HTML =
            ofRow
            ? "<th scope=\"row\" class=\"\(refusesRow ? "no" : "hm")\">\(words.mark(refusesRow))\(row.number)</th>"
            : "<th scope=\"row\">\(row.number)</th>"
        return "<tr\(" class=\"ok\"", if: found.isEmpty)>\(number)\(cells)</tr>\n"
            + explanation(row, found, width, words)
    }

    private func explanation(
        _ row: TableFindings.KeptRow,
        _ found: [TableFindings.Found],
        _ width: Int,
        _ words: CheckFaultWords
    ) -> HTML {
        guard !found.isEmpty else { return "" }
        let items: [HTML] = found.enumerated().map { words.item($1, id: "w\(row.number)-\($0)") }
        return """
            <tr class="why"\(" lang=\"en\"", if: visit.language == .en)><td></td><td colspan="\(width)"><ul class="faults">
            \(items)</ul></td></tr>

            """
    }

    private static func shortened(_ text: String) -> String {
        text.count > longest ? String(text.prefix(longest - 1)) + "…" : text
    }
}

/// The letters of a workbook's columns.
enum ColumnLetters {
    /// The letters of a column counted from 0: `A`, `Z`, `AA`.
    static func text(_ column: Int) -> String {
        var rest = column + 1
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(65 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

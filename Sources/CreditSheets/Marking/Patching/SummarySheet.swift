/// The part of the sheet in front.
struct SummarySheet {
    private static let mostLinks = 65_000

    let marking: WorkbookMarking
    let styles: StyleBook
    /// The names of the sheets, by their index.
    let sheetNames: [String]
    private let layout: SummaryLayout

    init(marking: WorkbookMarking, styles: StyleBook, sheetNames: [String]) {
        self.marking = marking
        self.styles = styles
        self.sheetNames = sheetNames
        layout = SummaryLayout(marking.summary)
    }

    var xml: String {
        var rows = ""
        var links: [String] = []
        var merges: [String] = []
        for (index, row) in marking.summary.enumerated() {
            let height = layout.height(across: row)
            rows += "<row r=\"\(index + 1)\"" + (height.map { " ht=\"\($0)\" customHeight=\"1\"" } ?? "") + ">"
            if height != nil {
                let last = CellAddress.text(row: index + 1, column: layout.widths.count - 1)
                merges.append("<mergeCell ref=\"A\(index + 1):\(last)\"/>")
            }
            for (column, text) in row.cells.enumerated() {
                let reference = CellAddress.text(row: index + 1, column: column)
                let target = column == 0 && links.count < SummarySheet.mostLinks ? target(row) : nil
                let style = styles.summary(row.style, isLink: target != nil)
                rows += XMLText.cell(reference, style: style, text: cut(marking.blanked(text)))
                if let target {
                    links.append("<hyperlink ref=\"\(reference)\" location=\"\(XMLText.escaped(target))\"/>")
                }
            }
            rows += "</row>"
        }
        let merged =
            merges.isEmpty ? "" : "<mergeCells count=\"\(merges.count)\">" + merges.joined() + "</mergeCells>"
        let hyperlinks = links.isEmpty ? "" : "<hyperlinks>" + links.joined() + "</hyperlinks>"
        return XMLText.declaration + "<worksheet xmlns=\"\(XMLText.main)\">"
            + "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
            + "<sheetFormatPr defaultRowHeight=\"15\"/>\(columns)<sheetData>\(rows)</sheetData>\(merged)\(hyperlinks)"
            + "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/></worksheet>"
    }

    private var columns: String {
        guard !layout.widths.isEmpty else { return "" }
        let columns = layout.widths.enumerated()
            .map { index, width in
                "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
            }
        return "<cols>" + columns.joined() + "</cols>"
    }

    private func target(_ row: SummaryRow) -> String? {
        guard let link = row.link, sheetNames.indices.contains(link.table), row.cells.first?.isEmpty == false else {
            return nil
        }
        let name = sheetNames[link.table].split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''")
        return "'\(name)'!" + CellAddress.text(row: link.row, column: link.column)
    }

    private func cut(_ text: String) -> String {
        text.utf8.count > 32_000 ? String(text.prefix(8_000)) : text
    }
}

extension NewMarkedWorkbook {
    func writeSummary(_ plans: [Plan], _ sheet: XLSXSheet) throws(SheetError) {
        let layout = SummaryLayout(marking.summary)
        for (column, width) in layout.widths.enumerated() { try sheet.setColumn(column, width: width) }
        for row in marking.summary {
            let number = sheet.lastRow + 1
            if let height = layout.height(across: row) {
                try sheet.write(
                    cellText(row.cells[0]),
                    row: number,
                    across: 0...(layout.widths.count - 1),
                    height: height,
                    style: row.style == .plain ? .wrapped : row.style
                )
                continue
            }
            try sheet.append(row.cells.map { .text(cellText($0)) }, style: row.style)
            guard let link = row.link, let first = row.cells.first, !first.isEmpty,
                let plan = plans.first(where: { $0.table == link.table }), let place = plan.place(of: link.row)
            else { continue }
            let target = CellAddress.text(sheet: plan.name, row: place, column: link.column)
            try sheet.link(cellText(first), to: target, row: number, column: 0, style: row.style)
        }
        for plan in plans where plan.isCut { try sheet.append([.text(cutNotice(plan.name))], style: .explanation) }
    }

    private func cutNotice(_ name: String) -> String {
        "“\(name)”超过 \(mostRows) 行，此处只列出表头和有标记的行。 "
            + "“\(name)” has more than \(mostRows) rows: only its headings and the marked rows are listed here."
    }

    func write(_ plan: Plan, _ sheet: XLSXSheet) throws(SheetError) {
        guard var reader = try open(plan.table) else { return }
        var marks = plan.marks
        var row = SheetRow()
        while try reader.next(&row) {
            // A marked row that holds nothing is passed over by the reader, but its cells are to be seen.
            try writeEmptyRows(before: row.number, plan, &marks, sheet)
            guard let place = plan.place(of: row.number) else { continue }
            try write(row, plan, marks.take(row: row.number), at: place, sheet)
        }
        try writeEmptyRows(before: mostRows + 1, plan, &marks, sheet)
    }

    private func writeEmptyRows(
        before row: Int,
        _ plan: Plan,
        _ marks: inout MarkedCells,
        _ sheet: XLSXSheet
    ) throws(SheetError) {
        while let empty = marks.nextRow, empty < row {
            guard let place = plan.place(of: empty) else { return }
            try writeCells([], marks.take(row: empty), at: place, sheet)
        }
    }

    private func write(
        _ row: SheetRow,
        _ plan: Plan,
        _ marks: ArraySlice<CellMark>,
        at place: Int,
        _ sheet: XLSXSheet
    ) throws(SheetError) {
        let texts = texts(row, plan)
        let isHeading = row.number == plan.marking.headingRow
        try writeCells(texts, marks, at: place, sheet, plain: isHeading ? .heading : .text)
    }

    /// A row's texts, with what is secret sealed and masked.
    private func texts(_ row: SheetRow, _ plan: Plan) -> [String] {
        var texts = row.texts
        if row.number > plan.marking.headingRow {
            for column in plan.marking.secretColumns where column < texts.count && !texts[column].isEmpty {
                texts[column] = marking.seal(texts[column])
            }
        }
        guard let headings = plan.secretHeadings else { return texts }
        for column in texts.indices where !texts[column].isEmpty && headings.covers(row: row.number, column: column) {
            texts[column] = headings.masked(texts[column])
        }
        return texts
    }

    private func writeCells(
        _ texts: [String],
        _ marks: ArraySlice<CellMark>,
        at row: Int,
        _ sheet: XLSXSheet,
        plain: SheetStyle = .text
    ) throws(SheetError) {
        var marks = marks
        let count = max(texts.count, (marks.last?.column ?? -1) + 1)
        for column in 0..<count {
            let mark = marks.first?.column == column ? marks.popFirst() : nil
            let text = column < texts.count ? texts[column] : ""
            let style = mark.map { $0.kind == .refused ? SheetStyle.refused : .warned } ?? plain
            guard !text.isEmpty || mark != nil else { continue }
            try sheet.write(text.isEmpty ? .empty : .text(cellText(text)), row: row, column: column, style: style)
            guard let mark, !mark.note.isEmpty, sheet.notes < MarkedWorkbook.mostComments else { continue }
            // In order with the rows: the library does not go back.
            let note = cellText(MarkedWorkbook.comment(mark.note))
            try sheet.addNote(note, row: row, column: column, author: MarkedWorkbook.author)
        }
    }

    /// A text as it may stand in a cell: without secrets, and no longer than Excel allows.
    private func cellText(_ text: String) -> String {
        let clean = marking.blanked(text)
        guard clean.utf8.count > NewMarkedWorkbook.longestCell else { return clean }
        var units = 0
        let fitting = clean.unicodeScalars.prefix { scalar in
            units += scalar.value > 0xFFFF ? 2 : 1
            return units <= NewMarkedWorkbook.longestCell
        }
        return String(fitting)
    }
}

internal import CXLSXWriter

/// A marked workbook written anew, for files that are no workbooks of Excel 2007 or later.
///
/// Every visible table becomes a sheet with its rows as text. The library's temporary files lie beside the result and hold
/// no more than it: secrets are gone before a cell is handed over.
struct NewMarkedWorkbook {
    /// Rows above which a table's sheet holds its headings and marked rows only.
    static let mostRows = 1_000_000
    private static let longestCell = 32_767

    let book: SheetBook
    let marking: WorkbookMarking

    /// A table of the source and how it is written.
    private struct Plan {
        var table: Int
        var name: String
        var marking: TableMarking
        var marks: MarkedCells
        /// Where the rows go that are written, where not every one is.
        var places: [Int: Int]?

        var isCut: Bool { places != nil }

        /// The row of the result in which a row of the source stands.
        func place(of row: Int) -> Int? {
            guard let places else { return row }
            return places[row]
        }
    }

    func write(to path: String) throws(SheetError) {
        var names = SheetNames()
        let summaryName = names.name(marking.summaryName)
        var plans: [Plan] = []
        for (index, table) in book.tables.enumerated() where table.isVisible && !table.isOurs {
            plans.append(try plan(index, name: names.name(sheetName(table.name))))
        }
        let workbook = try OpenWorkbook(
            path: path,
            constantMemory: true,
            created: nil,
            temporaryFolder: NewMarkedWorkbook.folder(of: path)
        )
        try writeSummary(plans, XLSXSheet(workbook, workbook.addSheet(summaryName)))
        for plan in plans { try write(plan, XLSXSheet(workbook, workbook.addSheet(plan.name))) }
        try workbook.define(
            MarkedWorkbook.summaryMark,
            as: "=" + CellAddress.text(sheet: summaryName, row: 1, column: 0)
        )
        try workbook.close()
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func sheetName(_ table: String) -> String {
        let file = table.split(separator: "/").last.map(String.init) ?? ""
        return marking.blanked(file.isEmpty ? "数据" : file)
    }

    private func plan(_ index: Int, name: String) throws(SheetError) -> Plan {
        let table = marking.marking(of: index) ?? TableMarking(table: index, headingRow: 0, marks: [])
        let marks = MarkedCells(table.marks)
        var places: [Int: Int]?
        if try lastRow(index) > NewMarkedWorkbook.mostRows {
            let kept = marks.rows.union(table.headingRow > 0 ? [table.headingRow] : []).sorted()
                .prefix(NewMarkedWorkbook.mostRows)
            places = Dictionary(uniqueKeysWithValues: zip(kept, 1...))
        }
        return Plan(table: index, name: name, marking: table, marks: marks, places: places)
    }

    /// The number of a table's last row, or of the first one that is too many.
    private func lastRow(_ index: Int) throws(SheetError) -> Int {
        var last = 0
        guard var reader = try open(index) else { return 0 }
        var row = SheetRow()
        while last <= NewMarkedWorkbook.mostRows, try reader.next(&row) { last = row.number }
        return last
    }

    /// A reader of a table; none where it holds nothing.
    private func open(_ index: Int) throws(SheetError) -> (any SheetReader)? {
        do throws(SheetError) {
            return try book.open(index)
        } catch  where error.kind == .empty {
            return nil
        }
    }
}

extension NewMarkedWorkbook {
    private func writeSummary(_ plans: [Plan], _ sheet: XLSXSheet) throws(SheetError) {
        for (column, width) in SummaryWidths.widths(marking.summary).enumerated() {
            try sheet.setColumn(column, width: width)
        }
        for row in marking.summary {
            let number = sheet.lastRow + 1
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
        "“\(name)”超过 1,000,000 行，此处只列出表头和有标记的行。 "
            + "“\(name)” has more than 1,000,000 rows: only its headings and the marked rows are listed here."
    }

    private func write(_ plan: Plan, _ sheet: XLSXSheet) throws(SheetError) {
        guard var reader = try open(plan.table) else { return }
        var marks = plan.marks
        var row = SheetRow()
        while try reader.next(&row) {
            // A marked row that holds nothing is passed over by the reader, but its cells are to be seen.
            try writeEmptyRows(before: row.number, plan, &marks, sheet)
            guard let place = plan.place(of: row.number) else { continue }
            try write(row, plan, marks.take(row: row.number), at: place, sheet)
        }
        try writeEmptyRows(before: NewMarkedWorkbook.mostRows + 1, plan, &marks, sheet)
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
        var texts = row.texts
        if row.number > plan.marking.headingRow {
            for column in plan.marking.secretColumns where column < texts.count && !texts[column].isEmpty {
                texts[column] = marking.seal(texts[column])
            }
        }
        let isHeading = row.number == plan.marking.headingRow
        try writeCells(texts, marks, at: place, sheet, plain: isHeading ? .heading : .text)
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

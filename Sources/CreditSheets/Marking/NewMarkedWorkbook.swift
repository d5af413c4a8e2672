/// A marked workbook written anew, for files that are no workbooks of Excel 2007 or later.
///
/// Every visible table becomes a sheet with its rows as text. The library's temporary files lie beside the result and hold
/// no more than it: secrets are gone before a cell is handed over.
struct NewMarkedWorkbook {
    static let longestCell = 32_767

    let book: SheetBook
    let marking: WorkbookMarking
    /// Rows above which a table's sheet holds its headings and marked rows only.
    var mostRows = 1_000_000

    /// A table of the source and how it is written.
    struct Plan {
        var table: Int
        var name: String
        var marking: TableMarking
        var marks: MarkedCells
        /// The headings of columns that are masked.
        var secretHeadings: SecretHeadings?
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
        if try lastRow(index) > mostRows {
            let kept = marks.rows.union(table.headingRow > 0 ? [table.headingRow] : []).sorted()
                .prefix(mostRows)
            places = Dictionary(uniqueKeysWithValues: zip(kept, 1...))
        }
        return Plan(
            table: index,
            name: name,
            marking: table,
            marks: marks,
            secretHeadings: try secretHeadings(table),
            places: places
        )
    }

    private func secretHeadings(_ table: TableMarking) throws(SheetError) -> SecretHeadings? {
        guard let reader = try open(table.table) else { return nil }
        let headings = try SecretHeadings(reader, table, marking)
        return headings.isEmpty ? nil : headings
    }

    /// The number of a table's last row, or of the first one that is too many.
    private func lastRow(_ index: Int) throws(SheetError) -> Int {
        var last = 0
        guard var reader = try open(index) else { return 0 }
        var row = SheetRow()
        while last <= mostRows, try reader.next(&row) { last = row.number }
        return last
    }

    /// A reader of a table; none where it holds nothing.
    func open(_ index: Int) throws(SheetError) -> (any SheetReader)? {
        do throws(SheetError) {
            return try book.open(index)
        } catch  where error.kind == .empty {
            return nil
        }
    }
}

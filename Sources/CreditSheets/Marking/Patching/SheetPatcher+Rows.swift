extension SheetPatcher {
    func startData(_ tag: PartTag) throws {
        if tag.name == "c" {
            startCell(tag)
        } else if tag.name == "row" {
            try startRow(tag)
        } else {
            cell.start(tag.name)
        }
    }

    func endData(_ name: XMLName, at offset: Int64, length: Int) throws {
        if name == "c" {
            try endCell(at: offset + Int64(length))
        } else if name == "row" {
            endRow(at: offset)
        } else {
            cell.end(name)
        }
    }

    private func startRow(_ tag: PartTag) throws {
        let next = tag.attributes.number("r") ?? row + 1
        guard next > row else { throw SheetError(.xmlBroken, row: row, detail: "row order") }
        let xml = absentRows(before: next)
        if !xml.isEmpty { patches.insert(tag.offset, xml) }
        row = next
        cell.column = -1
        rowMarks = marks.take(row: row)
        rowTag = rowMarks.isEmpty ? nil : (tag.text, tag.offset)
        let isStyled = ["1", "true"].contains(tag.attributes.text("customFormat") ?? "0")
        rowStyle = isStyled ? tag.attributes.number("s") : nil
    }

    private func endRow(at offset: Int64) {
        let xml = absentCells(before: .max)
        guard !xml.isEmpty, let rowTag else { return }
        guard rowTag.text.isEmpty else { return patches.insert(offset, xml) }
        patches.replace(offset - 2, 2, with: ">\(xml)</\(rowTag.text.name)>".utf8)
    }

    /// The marked rows above one that are not in the sheet.
    func absentRows(before next: Int) -> String {
        var xml = ""
        rowStyle = nil
        while let absent = marks.nextRow, absent < next {
            xml += "<\(prefix)row r=\"\(absent)\">"
            for mark in marks.take(row: absent) { xml += absentCell(mark) }
            xml += "</\(prefix)row>"
        }
        return xml
    }

    /// The marked cells of this row to the left of one that are not in the sheet.
    func absentCells(before column: Int) -> String {
        var xml = ""
        while let mark = rowMarks.first, mark.column < column {
            xml += absentCell(mark)
            rowMarks.removeFirst()
        }
        // The row may now hold columns that it does not speak of.
        if !xml.isEmpty, let rowTag { patches.remove("spans", of: rowTag.text, at: rowTag.offset) }
        return xml
    }

    private func absentCell(_ mark: CellMark) -> String {
        let style = styles.marked(absentStyle(mark.column), mark.kind)
        return "<\(prefix)c r=\"\(CellAddress.text(row: mark.row, column: mark.column))\" s=\"\(style)\"/>"
    }
}

import CreditCatalogue
import CreditModel
import CreditRules
import CreditSheets

/// One row: whether it is one, its partners, its cells.
extension LayoutRows {
    func isSkipped() -> Bool {
        guard let skip = skips.first(where: { $0.tells(raw) }) else { return false }
        if let place = skipped.firstIndex(where: { $0.reason == skip.reason }) {
            skipped[place].rows += 1
        } else {
            skipped.append(Skipped(reason: skip.reason, rows: 1, first: raw.number))
        }
        return true
    }

    /// A cell behind the last heading: the row has been shifted, and no column of it can be trusted.
    func checkWidth(_ faults: inout [Fault]) {
        let isWide = (width..<max(width, raw.count)).contains { raw.withCell($0) { !CellText($0).isEmpty } }
        if isWide { add(.rowTooWide, column: "", value: "", detail: nil, &faults) }
    }

    func find(in join: LayoutJoin, _ faults: inout [Fault]) -> Int? {
        let isThere = JoinedTable.makeKey(&key, raw, join.keys)
        switch isThere ? join.table.find(key) : .none {
        case .row(let row): return row
        case .several(let row) where join.takesFirst: return row
        case .several: report(.joinAmbiguous, join, &faults)
        case .none: if join.isRequired { report(.joinMissing, join, &faults) }
        }
        return nil
    }

    /// Says that a row has no partner; what would have come from the other table is then not spoken of again.
    private func report(_ code: FaultCode, _ join: LayoutJoin, _ faults: inout [Fault]) {
        for column in columns where column.join == join.position { spoken.insert(column.heading) }
        let value = join.keys.map { raw.withCell($0) { CellText($0).string } }.joined(separator: " ")
        let detail = Bilingual(zh: join.name, en: join.name)
        add(code, column: join.heading, value: shown(value), detail: detail, &faults)
    }

    func fill(
        _ row: inout SheetRow,
        _ place: Int,
        _ column: LayoutColumn,
        _ partners: [Int?],
        _ faults: inout [Fault]
    ) {
        if case .one(let source) = column.source, column.steps.isEmpty {
            withCell(source, column.join, partners) { cell in
                let isNothing = !column.none.isEmpty && column.none.contains(CellText(cell).string)
                row.append(isNothing ? UnsafeBufferPointer(start: nil, count: 0) : cell, at: place)
            }
            return
        }
        let cell = text(of: column, partners)
        switch cell.isEmpty ? .text("") : column.steps.apply(to: cell) {
        case .text(var text): text.withUTF8 { row.append($0, at: place) }
        case .notTranslated(let value, let known):
            let words = known.prefix(12).joined(separator: "、")
            spoken.insert(column.heading)
            let detail = Bilingual(zh: words, en: words)
            add(.valueNotTranslated, column: column.heading, value: shown(value), detail: detail, &faults)
            row.append(UnsafeBufferPointer(start: nil, count: 0), at: place)
        }
    }

    private func text(of column: LayoutColumn, _ partners: [Int?]) -> String {
        func text(_ source: Int) -> String {
            let text = withCell(source, column.join, partners) { CellText($0).string }
            return column.none.contains(text) ? "" : text
        }
        switch column.source {
        case .one(let source): return text(source)
        case .firstOf(let sources): return sources.lazy.map(text).first { !$0.isEmpty } ?? ""
        case .together(let sources, let between):
            return sources.map(text).filter { !$0.isEmpty }.joined(separator: between)
        }
    }

    private func withCell<R>(
        _ source: Int,
        _ join: Int?,
        _ partners: [Int?],
        _ body: (UnsafeBufferPointer<UInt8>) -> R
    ) -> R {
        guard let join else { return raw.withCell(source, body) }
        guard let row = partners[join] else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        return joins[join].table.withCell(row, source, body)
    }

    /// A cell as a fault may show it (limit 8).
    private func shown(_ text: String) -> String {
        let masked = PersonalText.masked(text, on: CitizenNumber.everyDay)
        return masked.count > 60 ? String(masked.prefix(59)) + "…" : masked
    }

    private func add(_ code: FaultCode, column: String, value: String, detail: Bilingual?, _ faults: inout [Fault]) {
        if context.catalogue.faults[code].severity == .refuse { isRefused = true }
        faults.append(Fault(row: raw.number, column: column, value: value, code: code, detail: detail))
    }
}

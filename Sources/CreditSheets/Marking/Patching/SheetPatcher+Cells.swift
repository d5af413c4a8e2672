extension SheetPatcher {
    // A number that is shorter is nobody's.
    private static let shortNumber = 6

    func startCell(_ tag: PartTag) {
        let column = tag.attributes.bytes("r").flatMap { CellReference.column(text: $0) } ?? cell.column + 1
        let xml = rowMarks.isEmpty ? "" : absentCells(before: column)
        if !xml.isEmpty { patches.insert(tag.offset, xml) }
        let style = tag.attributes.number("s") ?? 0
        cell.begin(column, at: tag.offset, style: style, kind: SheetPatcher.kind(tag.attributes.bytes("t")))
        if let mark = rowMarks.first, mark.column == column {
            rowMarks.removeFirst()
            cell.newStyle = styles.marked(style, mark.kind)
        } else if styles.isOurs(style) {
            cell.newStyle = styles.restored(style)
        }
        guard cell.newStyle != style else { return }
        let text = tag.text
        if let found = text.attribute("s") {
            cell.stylePatch = (tag.offset + Int64(found.value.lowerBound), found.value.count, "\(cell.newStyle)")
        } else {
            cell.stylePatch = (tag.offset + Int64(text.nameEnd), 0, " s=\"\(cell.newStyle)\"")
        }
    }

    func endCell(at end: Int64) throws {
        if let sealed, sealed.covers(row: row, column: cell.column), try seal(sealed, to: end) { return }
        if let string = cell.sharedString { uses.keep(string) }
        if cell.kind == .number, !cell.hasFormula, let text = blankedNumber() {
            return replace(to: end, with: text)
        }
        if let patch = cell.stylePatch { patches.replace(patch.offset, patch.count, with: patch.text.utf8) }
        for piece in cell.pieces where piece.place != .value || cell.kind == .other || cell.hasFormula {
            if !piece.isJoined { finder.begin() }
            let isText = piece.place == .inline || piece.place == .value && cell.kind == .other
            finder.add(cell.bytes[piece.range], at: piece.offset, length: piece.length, isText ? .stars : .zeros)
        }
    }

    /// Puts what the caller wants in the place of a secret cell's text.
    private func seal(_ sealed: SealedCells, to end: Int64) throws -> Bool {
        guard cell.hasValue || cell.hasFormula, let found = try sealed.cell(row: row, column: cell.column) else {
            // A formula without a value may still refer to one.
            if cell.hasFormula { replace(to: end, with: "") }
            return cell.hasFormula
        }
        guard found.sealed != found.text || cell.hasFormula else { return false }
        if let string = cell.sharedString { uses.seal(string) }
        replace(to: end, with: marking.blanked(found.sealed))
        return true
    }

    private func replace(to end: Int64, with text: String) {
        let reference = CellAddress.text(row: row, column: cell.column)
        let empty = "<\(prefix)c r=\"\(reference)\" s=\"\(cell.newStyle)\"/>"
        let xml =
            text.isEmpty ? empty : XMLText.cell(reference, style: cell.newStyle, text: text, prefix: prefix)
        patches.replace(cell.offset, Int(end - cell.offset), with: xml.utf8)
        if cell.hasFormula { dropsFormulas = true }
    }

    /// A number's text with its secrets blanked out; `nil` where it holds none.
    private func blankedNumber() -> String? {
        guard cell.bytes.count >= SheetPatcher.shortNumber else { return nil }
        let isPlain = cell.bytes.allSatisfy { (48...57).contains($0) }
        let literal = String(decoding: cell.bytes, as: UTF8.self)
        let text = isPlain ? literal : PlainNumber.text(literal)
        let blanked = marking.blanked(text)
        return blanked == text ? nil : blanked
    }

    private static func kind(_ type: UnsafePointer<CChar>?) -> PatchedCell.Kind {
        guard let type else { return .number }
        let first = UInt8(bitPattern: type[0])
        if first == UInt8(ascii: "n") { return .number }
        return first == UInt8(ascii: "s") && type[1] == 0 ? .shared : .other
    }
}

extension TagText {
    /// The element's name without its prefix.
    var localName: String {
        let name = name
        return name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}

extension SheetComments {
    func merge(into tree: PartTree, isThreaded: Bool, _ shapes: inout CommentShapes) throws -> [UInt8] {
        guard let authors = tree.root.child("authors"), let list = tree.root.child("commentList") else {
            throw Unpatchable(reason: "comments")
        }
        let names = authors.children.map { String(decoding: $0.text, as: UTF8.self) }
        let ours = names.firstIndex(of: MarkedWorkbook.author)
        var others: [String: PartTree.Element] = [:]
        var gone: Set<String> = []
        for comment in list.children {
            let reference = comment["ref"] ?? ""
            if isMarked, comment["authorId"] == ours.map({ String($0) }) || beginsAsOurs(comment) {
                tree.remove(comment)
                gone.insert(reference)
            } else {
                others[reference] = comment
            }
        }
        shapes.remove(gone)
        let notes = Dictionary(
            marks.map { (CellAddress.text(row: $0.row, column: $0.column), $0.note) },
            uniquingKeysWith: { first, _ in first }
        )
        for (reference, comment) in others where !isThreaded { extend(comment, with: notes[reference], tree) }
        let author = ours ?? names.count
        var new = ""
        for mark in marks where others[CellAddress.text(row: mark.row, column: mark.column)] == nil {
            new += comment(mark, author: author, &shapes, prefix: tree.prefix)
        }
        if !new.isEmpty { tree.append(new, to: list) }
        if ours == nil, !new.isEmpty {
            tree.append("<\(tree.prefix)author>\(MarkedWorkbook.author)</\(tree.prefix)author>", to: authors)
        }
        try TextPatcher.blank(tree, marking)
        return tree.changed
    }

    private func beginsAsOurs(_ comment: PartTree.Element) -> Bool {
        let runs = comment.child("text")?.children ?? []
        let pieces = runs.flatMap { $0.name == "r" ? $0.children : [$0] }.filter { $0.name == "t" }
        return pieces.flatMap(\.text).starts(with: (MarkedWorkbook.author + "\n").utf8)
    }

    /// Puts a note behind somebody else's comment, in the place of the one that was there from an earlier round.
    private func extend(_ comment: PartTree.Element, with note: String?, _ tree: PartTree) {
        guard let text = comment.child("text") else { return }
        if isMarked { cutAtSeam(text, tree) }
        guard let note else { return }
        let words = "\n\(SheetComments.seam)\n" + marking.blanked(note)
        if let plain = text.children.first, plain.name == "t", !plain.tag.isEmpty {
            tree.set("xml:space", "preserve", of: plain)
            tree.patches.insert(plain.closing, XMLText.escaped(words))
        } else if let guide = text.children.first(where: { $0.name == "rPh" || $0.name == "phoneticPr" }) {
            tree.patches.insert(guide.offset, run(words, tree.prefix))
        } else {
            tree.append(run(words, tree.prefix), to: text)
        }
    }

    private func cutAtSeam(_ text: PartTree.Element, _ tree: PartTree) {
        let seam = Array(SheetComments.seam.utf8)
        let pieces = text.children.flatMap { $0.name == "r" ? $0.children.filter { $0.name == "t" } : [$0] }
            .filter { $0.name == "t" && !$0.tag.isEmpty }
        guard let first = pieces.firstIndex(where: { $0.text.firstRange(of: seam) != nil }) else { return }
        let start = Int(pieces[first].offset) + pieces[first].tag.bytes.count
        guard var cut = tree.bytes[start..<Int(pieces[first].closing)].firstRange(of: seam)?.lowerBound else { return }
        if cut > start, tree.bytes[cut - 1] == UInt8(ascii: "\n") { cut -= 1 }
        tree.patches.replace(Int64(cut), Int(pieces[first].closing) - cut, with: [])
        for piece in pieces[(first + 1)...] {
            let start = piece.offset + Int64(piece.tag.bytes.count)
            tree.patches.replace(start, Int(piece.closing - start), with: [])
        }
    }
}

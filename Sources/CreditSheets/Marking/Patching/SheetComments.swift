/// Puts our comments on a sheet, among those that are there, and takes those of an earlier round away.
struct SheetComments {
    /// What stands before our words in a comment that is somebody else's.
    private static let seam = "—— \(MarkedWorkbook.author) ——"
    private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
    private static let shapesType = "application/vnd.openxmlformats-officedocument.vmlDrawing"

    let index: PackageIndex
    /// The part of the sheet.
    let sheet: String
    /// The relation to the shapes that the sheet has, where it has one.
    let drawing: String?
    /// The marks whose notes become comments.
    let marks: [CellMark]
    /// Whether the workbook was marked before.
    let isMarked: Bool
    let marking: WorkbookMarking

    /// What becomes of the sheet: the relation to the shapes that is to be put into it, where it has none yet.
    func apply(_ changes: inout PackageChanges, block: inout Int) throws -> String? {
        let package = index.package
        let relations = try PartRelations(of: sheet, in: package.archive)
        let part = relations.path(ofType: "comments")
        guard !marks.isEmpty || isMarked && part != nil else { return nil }
        guard var shapes = try shapes(relations, block) else { return nil }
        block += 1
        if let part {
            guard changes[part] == nil, let bytes = try package.bytes(part) else { return nil }
            let isThreaded = relations.path(ofType: "threadedComment") != nil
            let merged = try merge(into: PartTree(bytes), isThreaded: isThreaded, &shapes)
            changes[part] = .replaced(merged)
        } else {
            let name = package.freeName("xl/comments", ".xml", besides: changes.addedNames)
            changes.add(name, fresh(&shapes).utf8)
            index.addType(SheetComments.type, of: name)
            _ = try index.relate(sheet, to: name, "comments")
        }
        return try settle(shapes, relations, &changes)
    }

    private func shapes(_ relations: PartRelations, _ block: Int) throws -> CommentShapes? {
        guard let drawing else { return CommentShapes(block: block) }
        guard let part = relations.relation(drawing)?.path, let bytes = try index.package.bytes(part) else {
            return nil
        }
        return CommentShapes(bytes, block: block)
    }

    private func settle(
        _ shapes: CommentShapes,
        _ relations: PartRelations,
        _ changes: inout PackageChanges
    ) throws -> String? {
        if let drawing, let part = relations.relation(drawing)?.path {
            changes[part] = .replaced(shapes.changed)
            return nil
        }
        let name = index.package.freeName("xl/drawings/vmlDrawing", ".vml", besides: changes.addedNames)
        changes.add(name, shapes.changed)
        index.addType(SheetComments.shapesType, ofEnding: "vml")
        return try index.relate(sheet, to: name, "vmlDrawing")
    }

    private func fresh(_ shapes: inout CommentShapes) -> String {
        let comments = marks.map { comment($0, author: 0, &shapes) }.joined()
        return XMLText.declaration
            + "<comments xmlns=\"\(XMLText.main)\"><authors><author>\(MarkedWorkbook.author)</author>"
            + "</authors><commentList>\(comments)</commentList></comments>"
    }

    private func comment(_ mark: CellMark, author: Int, _ shapes: inout CommentShapes, prefix: String = "") -> String {
        shapes.add(row: mark.row, column: mark.column, note: mark.note)
        let reference = CellAddress.text(row: mark.row, column: mark.column)
        return "<\(prefix)comment ref=\"\(reference)\" authorId=\"\(author)\"><\(prefix)text>"
            + run(marking.blanked(MarkedWorkbook.comment(mark.note)), prefix) + "</\(prefix)text></\(prefix)comment>"
    }

    private func run(_ text: String, _ prefix: String) -> String {
        let text = XMLText.escaped(text)
        return "<\(prefix)r><\(prefix)t xml:space=\"preserve\">\(text)</\(prefix)t></\(prefix)r>"
    }
}

extension SheetComments {
    private func merge(into tree: PartTree, isThreaded: Bool, _ shapes: inout CommentShapes) throws -> [UInt8] {
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
        try blank(tree)
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

    private func blank(_ tree: PartTree) throws {
        let patcher = TextPatcher(marking, tree.patches)
        try PartScanner.scan(tree.bytes, patcher)
        patcher.finish()
    }
}

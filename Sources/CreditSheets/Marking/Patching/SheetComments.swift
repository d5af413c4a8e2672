/// Puts our comments on a sheet, among those that are there, and takes those of an earlier round away.
struct SheetComments {
    /// What stands before our words in a comment that is somebody else's.
    static let seam = "—— \(MarkedWorkbook.author) ——"
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
        let patches = Patches()
        SecretFinder.blank(bytes, marking, patches)
        return CommentShapes(patches.applied(to: bytes), block: block)
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

    func comment(_ mark: CellMark, author: Int, _ shapes: inout CommentShapes, prefix: String = "") -> String {
        shapes.add(row: mark.row, column: mark.column, note: mark.note)
        let reference = CellAddress.text(row: mark.row, column: mark.column)
        return "<\(prefix)comment ref=\"\(reference)\" authorId=\"\(author)\"><\(prefix)text>"
            + run(marking.blanked(MarkedWorkbook.comment(mark.note)), prefix) + "</\(prefix)text></\(prefix)comment>"
    }

    func run(_ text: String, _ prefix: String) -> String {
        let text = XMLText.escaped(text)
        return "<\(prefix)r><\(prefix)t xml:space=\"preserve\">\(text)</\(prefix)t></\(prefix)r>"
    }
}

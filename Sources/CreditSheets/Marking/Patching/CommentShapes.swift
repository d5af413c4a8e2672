/// The shapes in which Excel shows the comments of a sheet, in its old drawing language (VML).
///
/// Excel's own VML need not be well-formed XML: what is there stays as it is, byte for byte.
struct CommentShapes {
    private static let opening =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">"
    private static let shapeType =
        "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
        + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
    /// The number of shapes in a block of identifiers.
    static let blockSize = 1_024

    private var bytes: [UInt8]
    private let block: Int
    private var new = ""
    private var count = 0
    private let prefixes: (drawing: String, office: String, excel: String)

    /// Shapes for a sheet that has none.
    init(block: Int) {
        self.block = block
        prefixes = ("v", "o", "x")
        let layout = "<o:idmap v:ext=\"edit\" data=\"\(block)\"/></o:shapelayout>"
        bytes = Array((CommentShapes.opening + layout + CommentShapes.shapeType + "</xml>").utf8)
    }

    /// The shapes that are there; `nil` where they are not written as Excel writes them.
    ///
    /// - Parameters:
    ///   - bytes: The part.
    ///   - block: A block of identifiers that no sheet has.
    init?(_ bytes: [UInt8], block: Int) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("</xml>"), let drawing = CommentShapes.prefix(of: "vml", in: text),
            let office = CommentShapes.prefix(of: "office:office", in: text),
            let excel = CommentShapes.prefix(of: "office:excel", in: text)
        else { return nil }
        self.block = block
        self.bytes = bytes
        prefixes = (drawing, office, excel)
        if !text.contains("id=\"_x0000_t202\"") { new = prefixed(CommentShapes.shapeType) }
    }

    /// The prefix that stands for one of the three namespaces.
    private static func prefix(of namespace: String, in text: String) -> String? {
        guard let range = text.firstRange(of: "=\"urn:schemas-microsoft-com:\(namespace)\"") else { return nil }
        let name = text[..<range.lowerBound].reversed().prefix { $0 != ":" && !$0.isWhitespace }
        return name.isEmpty ? nil : String(name.reversed())
    }

    /// Our XML with the prefixes of the part.
    private func prefixed(_ xml: String) -> String {
        guard prefixes != ("v", "o", "x") else { return xml }
        var result = xml
        for (ours, theirs) in [("v", prefixes.drawing), ("o", prefixes.office), ("x", prefixes.excel)] {
            for opening in ["<", "</", " "] {
                result = result.replacing("\(opening)\(ours):", with: "\(opening)\(theirs):")
            }
        }
        return result
    }

    /// The blocks of identifiers that a part of shapes uses.
    static func blocks(_ bytes: [UInt8]) -> [Int] {
        guard let tag = map(bytes)?.tag else { return [] }
        return (tag.text("data") ?? "").split(separator: ",").compactMap { Int($0) }
    }

    /// The part with all changes.
    var changed: [UInt8] {
        guard count > 0, let end = bytes.ranges(of: Array("</xml>".utf8)).last else { return bytes }
        var changed = bytes
        changed.insert(contentsOf: new.utf8, at: end.lowerBound)
        enterBlock(&changed)
        return changed
    }

    /// Adds the shape of a comment, which shows when its cell is pointed at.
    mutating func add(row: Int, column: Int, note: String) {
        count += 1
        let lines = min(max(note.unicodeScalars.count / 16 + note.split(separator: "\n").count + 1, 4), 20)
        // The box must lie within the sheet.
        let top = min(max(row - 2, 0), 1_048_575 - lines)
        let left = min(column + 1, 16_380)
        let anchor = "\(left), 15, \(top), 10, \(left + 3), 15, \(top + lines), 4"
        new += prefixed(
            "<v:shape id=\"_x0000_s\(block * CommentShapes.blockSize + count)\" type=\"#_x0000_t202\" "
                + "style=\"position:absolute;margin-left:60pt;margin-top:7.5pt;width:190pt;height:\(lines * 15)pt;"
                + "z-index:\(count);visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
                + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
                + "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
                + "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
                + "<x:SizeWithCells/><x:Anchor>\(anchor)</x:Anchor><x:AutoFill>False</x:AutoFill>"
                + "<x:Row>\(row - 1)</x:Row><x:Column>\(column)</x:Column></x:ClientData></v:shape>"
        )
    }

    /// Takes out the shapes of comments that are gone, by their cells `C12`.
    mutating func remove(_ cells: Set<String>) {
        guard !cells.isEmpty else { return }
        let starts = bytes.ranges(of: Array("<\(prefixes.drawing):shape ".utf8)).map(\.lowerBound)
        let ends = bytes.ranges(of: Array("</\(prefixes.drawing):shape>".utf8)).map(\.upperBound)
        var kept: [UInt8] = []
        var place = 0
        var next = 0
        for start in starts where start >= place {
            while next < ends.count, ends[next] <= start { next += 1 }
            guard next < ends.count else { break }
            let shape = bytes[start..<ends[next]]
            guard let row = number("\(prefixes.excel):Row", in: shape),
                let column = number("\(prefixes.excel):Column", in: shape),
                cells.contains(CellAddress.text(row: row + 1, column: column))
            else { continue }
            kept.append(contentsOf: bytes[place..<start])
            place = ends[next]
        }
        kept.append(contentsOf: bytes[place...])
        bytes = kept
    }

    private func number(_ element: String, in shape: ArraySlice<UInt8>) -> Int? {
        guard let start = shape.firstRange(of: Array("<\(element)>".utf8))?.upperBound else { return nil }
        let text = shape[start...].prefix { $0 != UInt8(ascii: "<") }
        return Int(String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace })
    }

    private func enterBlock(_ bytes: inout [UInt8]) {
        guard let (tag, range) = CommentShapes.map(bytes), let data = tag.text("data"),
            !CommentShapes.blocks(bytes).contains(block)
        else { return }
        bytes.replaceSubrange(range, with: tag.setting("data", data + ",\(block)").bytes)
    }

    private static func map(_ bytes: [UInt8]) -> (tag: TagText, range: Range<Int>)? {
        guard let name = bytes.firstRange(of: Array(":idmap".utf8))?.lowerBound,
            let start = bytes[..<name].lastIndex(of: UInt8(ascii: "<")),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return (TagText(bytes: Array(bytes[start...end])), start..<end + 1)
    }
}

/// A workbook's cell styles, to which marked ones are added: as the cell's own, but for the ground.
///
/// The ground that a cell had is kept as the second colour of ours, which a solid ground does not show: so a mark can be
/// taken away when the workbook comes again, even after Excel has numbered the styles anew.
final class StyleBook {
    private static let refusedGround = "FFF8D0CC"
    private static let warnedGround = "FFFCEFC2"
    private static let noGround = "indexed=\"64\""
    private static let empty =
        "<styleSheet xmlns=\"\(XMLText.main)\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"

    private let tree: PartTree
    private let grounds: [PartTree.Element]
    private let formats: [PartTree.Element]
    private let fonts: [PartTree.Element]
    private var newFonts: [String] = []
    private var newGrounds: [String] = []
    private var newFormats: [String] = []
    private var known: [Key: Int] = [:]
    private var ours: [Bool]
    private let keepsSecond: Bool

    private enum Key: Hashable {
        case marked(Int, CellMark.Kind)
        case restored(Int)
        case summary(SheetStyle, Bool)
    }

    /// - Parameters:
    ///   - bytes: The part; a workbook without one gets the least that there can be.
    ///   - isMarked: Whether the workbook has been marked before, so that grounds of our colours are ours.
    ///   - keepsSecond: Whether whoever saved it last kept the second colour; LibreOffice writes one of its own.
    /// - Throws: ``Unpatchable`` where lists are absent that every workbook has, ``SheetError`` where the XML is broken.
    init(_ bytes: [UInt8]?, isMarked: Bool, keepsSecond: Bool) throws {
        self.keepsSecond = keepsSecond
        tree = try PartTree(bytes ?? Array((XMLText.declaration + StyleBook.empty).utf8))
        grounds = tree.root.child("fills")?.children ?? []
        formats = tree.root.child("cellXfs")?.children ?? []
        fonts = tree.root.child("fonts")?.children ?? []
        guard tree.root.name == "styleSheet", !grounds.isEmpty, !formats.isEmpty, !fonts.isEmpty else {
            throw Unpatchable(reason: "styles")
        }
        let oursByGround = grounds.map { isMarked && StyleBook.isOurs($0) }
        ours = formats.map { format in
            let ground = format["fillId"].flatMap { Int($0) } ?? 0
            return oursByGround.indices.contains(ground) && oursByGround[ground]
        }
    }

    /// Whether a style is one that marked a cell before.
    func isOurs(_ style: Int) -> Bool { ours.indices.contains(style) && ours[style] }

    /// The style of a cell that is marked and had a style.
    func marked(_ own: Int, _ kind: CellMark.Kind) -> Int {
        let base = formats.indices.contains(own) ? own : 0
        return style(.marked(base, kind)) {
            let color = kind == .refused ? StyleBook.refusedGround : StyleBook.warnedGround
            let ground = add("rgb=\"\(color)\"", behind: original(base) ?? StyleBook.noGround)
            return format(base, ground: ground)
        }
    }

    /// The style that a cell had before it was marked.
    func restored(_ style: Int) -> Int {
        self.style(.restored(style)) {
            guard let color = original(style) else { return format(style, ground: 0) }
            return format(style, ground: add(color, behind: StyleBook.noGround))
        }
    }

    /// The style of a cell of the summary.
    func summary(_ look: SheetStyle, isLink: Bool) -> Int {
        style(.summary(look, isLink)) {
            var ground = 0
            var font = isLink ? addFont("<u/>") : 0
            switch look {
            case .refused: ground = add("rgb=\"\(StyleBook.refusedGround)\"", behind: StyleBook.noGround)
            case .warned: ground = add("rgb=\"\(StyleBook.warnedGround)\"", behind: StyleBook.noGround)
            case .heading, .requiredHeading:
                ground = add("rgb=\"FFE7ECF3\"", behind: StyleBook.noGround)
                font = addFont("<b/>")
            default: break
            }
            let names = tree.prefix
            return "<\(names)xf numFmtId=\"49\" fontId=\"\(font)\" fillId=\"\(ground)\" borderId=\"0\" xfId=\"0\" "
                + "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
                + "<\(names)alignment vertical=\"top\" wrapText=\"1\"/></\(names)xf>"
        }
    }

    /// The part with all that was asked for.
    func changed() throws -> [UInt8] {
        extend("fonts", newFonts, fonts.count)
        extend("fills", newGrounds, grounds.count)
        extend("cellXfs", newFormats, formats.count)
        return tree.changed
    }
}

extension StyleBook {
    private func style(_ key: Key, _ make: () -> String) -> Int {
        if let found = known[key] { return found }
        newFormats.append(make())
        let style = formats.count + newFormats.count - 1
        known[key] = style
        return style
    }

    private func extend(_ list: String, _ new: [String], _ count: Int) {
        guard !new.isEmpty, let element = tree.root.child(list) else { return }
        tree.append(new.joined(), to: element)
        tree.set("count", String(count + new.count), of: element)
    }

    /// A cell format as it is, on another ground.
    private func format(_ style: Int, ground: Int) -> String {
        let base = formats[style]
        let tag = base.tag.setting("fillId", String(ground)).setting("applyFill", "1")
        let rest = tree.bytes[(Int(base.offset) + base.tag.bytes.count)..<Int(base.end)]
        return String(decoding: tag.bytes + rest, as: UTF8.self)
    }

    private func add(_ color: String, behind second: String) -> Int {
        let names = tree.prefix
        let ground =
            "<\(names)fill><\(names)patternFill patternType=\"solid\"><\(names)fgColor \(color)/>"
            + "<\(names)bgColor \(second)/></\(names)patternFill></\(names)fill>"
        if let found = newGrounds.firstIndex(of: ground) { return grounds.count + found }
        newGrounds.append(ground)
        return grounds.count + newGrounds.count - 1
    }

    /// The workbook's first font, with a property that comes before its size.
    private func addFont(_ property: String) -> Int {
        let first = fonts[0]
        let names = tree.prefix
        let element = names.isEmpty ? property : property.replacing("<", with: "<" + names)
        var font = String(decoding: tree.raw(first), as: UTF8.self)
        if first.tag.isEmpty {
            font = "<\(names)font>\(element)</\(names)font>"
        } else if first.child(property == "<b/>" ? "b" : "u") == nil {
            let place =
                property == "<b/>" ? first.children.first : first.children.first { StyleBook.comesLate($0.name) }
            let offset = Int((place?.offset ?? first.closing) - first.offset)
            var bytes = Array(tree.raw(first))
            bytes.insert(contentsOf: element.utf8, at: offset)
            font = String(decoding: bytes, as: UTF8.self)
        }
        if let found = newFonts.firstIndex(of: font) { return fonts.count + found }
        newFonts.append(font)
        return fonts.count + newFonts.count - 1
    }

    private static func comesLate(_ name: String) -> Bool {
        !["b", "i", "strike", "condense", "extend", "outline", "shadow"].contains(name)
    }

    /// The colour that a style's ground had before we marked it; `nil` for none, and for patterns.
    private func original(_ style: Int) -> String? {
        let index = formats[style]["fillId"].flatMap { Int($0) } ?? 0
        guard grounds.indices.contains(index), let pattern = StyleBook.solid(grounds[index]) else { return nil }
        if isOurs(style), !keepsSecond { return nil }
        let color = pattern.child(isOurs(style) ? "bgColor" : "fgColor")
        guard let color, color.tag.attribute("indexed").map({ color.tag.bytes[$0.value] != [0x36, 0x34] }) ?? true
        else {
            return nil
        }
        let end = color.tag.bytes.count - (color.tag.isEmpty ? 2 : 1)
        let text = String(decoding: color.tag.bytes[color.tag.nameEnd..<end], as: UTF8.self)
        let attributes = text.split(separator: " ").joined(separator: " ")
        return attributes.isEmpty ? nil : attributes
    }

    private static func solid(_ ground: PartTree.Element) -> PartTree.Element? {
        guard let pattern = ground.child("patternFill"), pattern["patternType"] == "solid" else { return nil }
        return pattern
    }

    private static func isOurs(_ ground: PartTree.Element) -> Bool {
        let color = solid(ground)?.child("fgColor")?["rgb"]?.uppercased()
        return color == refusedGround || color == warnedGround
    }
}

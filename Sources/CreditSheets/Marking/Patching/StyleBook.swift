/// A workbook's cell styles, to which marked ones are added: as the cell's own, but for the ground.
///
/// The ground that a cell had is kept as the second colour of ours, which a solid ground does not show: so a mark can be
/// taken away when the workbook comes again, even after Excel has numbered the styles anew.
final class StyleBook {
    static let refusedGround = "FFF8D0CC"
    static let warnedGround = "FFFCEFC2"
    static let noGround = "indexed=\"64\""
    private static let empty =
        "<styleSheet xmlns=\"\(XMLText.main)\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"

    let tree: PartTree
    let grounds: [PartTree.Element]
    let formats: [PartTree.Element]
    let fonts: [PartTree.Element]
    var newFonts: [String] = []
    var newGrounds: [String] = []
    var knownGrounds: [String: Int] = [:]
    private var newFormats: [String] = []
    private var known: [Key: Int] = [:]
    private var ours: [Bool]
    let keepsSecond: Bool

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
    func changed(_ marking: WorkbookMarking) throws -> [UInt8] {
        try TextPatcher.blank(tree, marking)
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
}

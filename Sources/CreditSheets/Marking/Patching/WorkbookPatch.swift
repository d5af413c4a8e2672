/// The workbook's own part: its list of sheets, to which the summary is added in front.
struct WorkbookPatch {
    private static let behindNames: Set = [
        "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
        "fileRecoveryPr", "webPublishObjects", "extLst", "AlternateContent",
    ]

    let tree: PartTree
    private let list: PartTree.Element

    init(_ bytes: [UInt8]) throws {
        tree = try PartTree(bytes)
        let isStrict = String(decoding: tree.root.tag.bytes, as: UTF8.self).contains("purl.oclc.org/ooxml")
        guard !isStrict, let list = tree.root.child("sheets"), !list.children.isEmpty else {
            throw Unpatchable(reason: "workbook")
        }
        self.list = list
    }

    /// The sheets from left to right.
    var sheets: [PartTree.Element] { list.children.filter { $0.name == "sheet" } }

    /// The relation of a sheet, and its name.
    func relation(_ sheet: PartTree.Element) -> String { sheet[relationAttribute] ?? "" }

    /// Whether the workbook has been marked before.
    var isMarked: Bool { mark != nil }

    /// The place of the summary of an earlier round.
    var summary: Int? {
        guard let mark else { return nil }
        let name = CellAddress.sheet(of: String(decoding: mark.text, as: UTF8.self))
        return sheets.firstIndex { XMLText.unescaped($0["name"] ?? "") == name }
    }

    /// Puts a summary in front.
    func addSummary(_ name: String, relation: String) {
        let identifiers = Set(sheets.compactMap { $0["sheetId"].flatMap { Int($0) } })
        let identifier = (1...).first { !identifiers.contains($0) } ?? 1
        let sheet =
            "<\(tree.prefix)sheet name=\"\(XMLText.escaped(name))\" sheetId=\"\(identifier)\" "
            + "\(relationNamespace)\(relationAttribute)=\"\(relation)\"/>"
        tree.prepend(sheet, to: list)
        for defined in names {
            guard let place = defined["localSheetId"].flatMap({ Int($0) }) else { continue }
            tree.set("localSheetId", String(place + 1), of: defined)
        }
        if let mark { tree.remove(mark) }
        addMark(name)
        show(0)
    }

    /// Shows a sheet first when the workbook is opened.
    func show(_ place: Int) {
        for view in tree.root.child("bookViews")?.children ?? [] {
            tree.set("activeTab", String(place), of: view)
            if view["firstSheet"] != nil { tree.set("firstSheet", "0", of: view) }
        }
        if sheets.indices.contains(place), summary == place { tree.remove("state", of: sheets[place]) }
    }

    private var names: [PartTree.Element] {
        tree.root.child("definedNames")?.children.filter { $0.name == "definedName" } ?? []
    }

    private var mark: PartTree.Element? { names.first { $0["name"] == MarkedWorkbook.summaryMark } }

    private var relationAttribute: String {
        let attribute = sheets.first.flatMap { sheet in
            sheet.tag.attribute("r:id") == nil ? sheet.tag.attributeName(ofLocal: "id") : nil
        }
        return attribute ?? "r:id"
    }

    /// Some writers declare the prefix of relations at each sheet of theirs, where the new one does not see it.
    private var relationNamespace: String {
        guard let colon = relationAttribute.firstIndex(of: ":") else { return "" }
        let prefix = relationAttribute[..<colon]
        let declared = sheets.first?["xmlns:\(prefix)"] ?? tree.root["xmlns:\(prefix)"]
        return "xmlns:\(prefix)=\"\(declared ?? XMLText.relations)\" "
    }

    private func addMark(_ name: String) {
        let reference = XMLText.escaped(CellAddress.text(sheet: name, row: 1, column: 0))
        let prefix = tree.prefix
        let mark =
            "<\(prefix)definedName name=\"\(MarkedWorkbook.summaryMark)\" hidden=\"1\">\(reference)</\(prefix)definedName>"
        if let list = tree.root.child("definedNames") { return tree.append(mark, to: list) }
        tree.insert("<\(prefix)definedNames>\(mark)</\(prefix)definedNames>", before: WorkbookPatch.behindNames)
    }
}

extension TagText {
    /// The whole name of the first attribute that has a prefix and this name behind it.
    func attributeName(ofLocal local: String) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
            .compactMap { $0.split(separator: "=").first.map(String.init) }
            .first { $0.hasSuffix(":" + local) }
    }
}

import TestSupport

/// A workbook by hand, so that a test can say what stands in it byte for byte.
struct SmallBook {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let content = "application/vnd.openxmlformats-officedocument.spreadsheetml."

    var parts: [String: String] = [:]

    /// - Parameters:
    ///   - data: What stands in `sheetData`.
    ///   - behind: What stands behind it.
    ///   - strings: The shared strings, without which there is no such part.
    ///   - styles: The content of the styles, without which there is no such part.
    ///   - prefix: The prefix of the sheet's elements, with its colon.
    init(_ data: String, behind: String = "", strings: String? = nil, styles: String? = nil, prefix: String = "") {
        let name = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix.dropLast()
        var types =
            SmallBook.type("xl/workbook.xml", "sheet.main") + SmallBook.type("xl/worksheets/sheet1.xml", "worksheet")
        var relations = SmallBook.relation("r1", "worksheet", "worksheets/sheet1.xml")
        parts["xl/worksheets/sheet1.xml"] =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<\(prefix)worksheet \(name)=\"\(SmallBook.main)\" "
            + "xmlns:r=\"\(SmallBook.office)\"><\(prefix)sheetData>\(data)</\(prefix)sheetData>\(behind)</\(prefix)worksheet>"
        parts["xl/workbook.xml"] =
            "<workbook xmlns=\"\(SmallBook.main)\" xmlns:r=\"\(SmallBook.office)\"><sheets>"
            + "<sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        if let strings {
            relations += SmallBook.relation("r2", "sharedStrings", "sharedStrings.xml")
            types += SmallBook.type("xl/sharedStrings.xml", "sharedStrings")
            parts["xl/sharedStrings.xml"] = "<sst xmlns=\"\(SmallBook.main)\">\(strings)</sst>"
        }
        if let styles {
            relations += SmallBook.relation("r3", "styles", "styles.xml")
            types += SmallBook.type("xl/styles.xml", "styles")
            parts["xl/styles.xml"] = "<styleSheet xmlns=\"\(SmallBook.main)\">\(styles)</styleSheet>"
        }
        parts["xl/_rels/workbook.xml.rels"] = SmallBook.relations(relations)
        parts["_rels/.rels"] = SmallBook.relations(SmallBook.relation("r1", "officeDocument", "xl/workbook.xml"))
        parts["[Content_Types].xml"] =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            + "ContentType=\"application/xml\"/>\(types)</Types>"
    }

    /// Adds a sheet behind the others.
    mutating func addSheet(_ name: String, _ data: String, behind: String = "", state: String = "visible") {
        let number = parts.keys.filter { $0.hasPrefix("xl/worksheets/sheet") }.count + 1
        let part = "xl/worksheets/sheet\(number).xml"
        parts[part] =
            "<worksheet xmlns=\"\(SmallBook.main)\" xmlns:r=\"\(SmallBook.office)\"><sheetData>\(data)</sheetData>\(behind)"
            + "</worksheet>"
        append(
            "<sheet name=\"\(name)\" sheetId=\"\(number)\" state=\"\(state)\" r:id=\"rS\(number)\"/>",
            "</sheets>",
            "xl/workbook.xml"
        )
        append(
            SmallBook.relation("rS\(number)", "worksheet", "worksheets/sheet\(number).xml"),
            "</Relationships>",
            "xl/_rels/workbook.xml.rels"
        )
        append(SmallBook.type(part, "worksheet"), "</Types>", "[Content_Types].xml")
    }

    private mutating func append(_ xml: String, _ end: String, _ part: String) {
        parts[part] = parts[part]?.replacing(end, with: xml + end)
    }

    /// Adds a part, with its relation from another.
    mutating func add(_ name: String, _ xml: String, _ type: String, from owner: String, target: String) {
        parts[name] = xml
        let file =
            owner.split(separator: "/").dropLast().joined(separator: "/") + "/_rels/"
            + (owner.split(separator: "/").last ?? "") + ".rels"
        let relation = SmallBook.relation("rX\(parts.count)", type, target)
        let old = parts[file] ?? SmallBook.relations("")
        parts[file] = old.replacing("</Relationships>", with: relation + "</Relationships>")
    }

    func write(in folder: ScratchFolder) throws -> String {
        try WorkbookFile.write(parts, in: folder)
    }

    private static func type(_ part: String, _ kind: String) -> String {
        "<Override PartName=\"/\(part)\" ContentType=\"\(content)\(kind)+xml\"/>"
    }

    private static func relation(_ identifier: String, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"\(identifier)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }

    private static func relations(_ list: String) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list)</Relationships>"
    }
}

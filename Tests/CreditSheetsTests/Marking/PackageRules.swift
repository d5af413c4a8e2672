import Foundation
import Testing

/// The rules of the format over which Excel and WPS stumble (ECMA-376, parts 1 and 2).
enum PackageRules {
    /// Checks a workbook's parts against them.
    static func check(_ parts: [String: [UInt8]]) throws {
        var nodes: [String: XMLNode] = [:]
        for (name, bytes) in parts where isXML(name) { nodes[name] = try XMLNode.parse(bytes, name) }
        try checkTypes(parts, nodes)
        try checkRelations(parts, nodes)
        try checkWorkbook(nodes)
        let styles = nodes.values.first { $0.name == "styleSheet" }
        if let styles { try checkStyles(styles) }
        let count = styles?.child("cellXfs")?.children.count ?? 1
        let strings = nodes.values.first { $0.name == "sst" }?.children.filter { $0.name == "si" }.count ?? 0
        for (name, node) in nodes where node.name == "worksheet" { try checkSheet(name, node, count, strings) }
        for (name, node) in nodes where node.name == "comments" { checkComments(name, node) }
        checkShapes(parts)
    }

    private static func isXML(_ name: String) -> Bool {
        name.hasSuffix(".xml") || name.hasSuffix(".rels")
    }

    private static func checkTypes(_ parts: [String: [UInt8]], _ nodes: [String: XMLNode]) throws {
        let types = try #require(nodes["[Content_Types].xml"]).children
        let defaults = types.filter { $0.name == "Default" }.compactMap { $0["Extension"]?.lowercased() }
        let overrides = types.filter { $0.name == "Override" }.compactMap { $0["PartName"]?.lowercased() }
        #expect(Set(defaults).count == defaults.count, "a default twice")
        #expect(Set(overrides).count == overrides.count, "an override twice")
        for name in parts.keys where name != "[Content_Types].xml" && !name.hasSuffix("/") {
            let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            let isKnown = overrides.contains("/" + name.lowercased()) || defaults.contains(ending)
            #expect(isKnown, "\(name) has no content type")
        }
        let names = Set(parts.keys.map { "/" + $0.lowercased() })
        for override in overrides { #expect(names.contains(override), "\(override) is not there") }
    }

    private static func checkRelations(_ parts: [String: [UInt8]], _ nodes: [String: XMLNode]) throws {
        let names = Set(parts.keys.map { $0.lowercased() })
        for (name, node) in nodes where name.hasSuffix(".rels") {
            let identifiers = node.children.compactMap { $0["Id"] }
            #expect(Set(identifiers).count == node.children.count, "\(name): an identifier twice")
            for relation in node.children where relation["TargetMode"] != "External" {
                let target = try #require(relation["Target"])
                let path = resolve(target, from: name).lowercased()
                #expect(names.contains(path), "\(name): \(target) is not there")
            }
            let owner = name.replacingOccurrences(of: "_rels/", with: "").dropLast(5)
            #expect(owner.isEmpty || names.contains(owner.lowercased()), "\(name) belongs to nothing")
        }
        for (name, node) in nodes where node.name == "worksheet" || node.name == "workbook" {
            let steps = name.split(separator: "/")
            let file = (steps.dropLast() + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
            let identifiers = Set(nodes[file]?.children.compactMap { $0["Id"] } ?? [])
            for used in node.all.compactMap({ $0.attribute(endingWith: ":id") }) {
                #expect(identifiers.contains(used), "\(name): no relation \(used)")
            }
        }
    }

    private static func resolve(_ target: String, from name: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var steps = Array(name.split(separator: "/").dropLast(2))
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }

    private static func checkWorkbook(_ nodes: [String: XMLNode]) throws {
        let workbook = try #require(nodes.values.first { $0.name == "workbook" })
        checkOrder(workbook, SchemaOrders.workbook, "workbook")
        let sheets = try #require(workbook.child("sheets")).children
        for attribute in ["sheetId", "name", "r:id"] {
            let values = sheets.compactMap { $0[attribute]?.lowercased() ?? $0.attribute(endingWith: ":id") }
            #expect(Set(values).count == sheets.count, "\(attribute) twice")
        }
        for name in sheets.compactMap({ $0["name"] }) {
            #expect(name.utf16.count <= 31 && !name.contains { "[]:*?/\\".contains($0) }, "\(name)")
        }
        let names = workbook.child("definedNames")?.children ?? []
        let keys = names.map { "\($0["name"]?.lowercased() ?? "") \($0["localSheetId"] ?? "")" }
        #expect(Set(keys).count == keys.count, "a defined name twice")
        for name in names { #expect((name["localSheetId"].flatMap { Int($0) } ?? 0) < sheets.count) }
        for view in workbook.child("bookViews")?.children ?? [] {
            #expect((view["activeTab"].flatMap { Int($0) } ?? 0) < sheets.count)
        }
        let selected = nodes.values.filter { $0.name == "worksheet" && $0.all.contains { $0["tabSelected"] == "1" } }
        #expect(selected.count <= 1, "several sheets are selected")
    }

    private static func checkStyles(_ styles: XMLNode) throws {
        checkOrder(styles, SchemaOrders.styles, "styles")
        for name in ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"] {
            guard let list = styles.child(name), let count = list["count"] else { continue }
            #expect(Int(count) == list.children.count, "\(name) are \(list.children.count), not \(count)")
        }
        let fills = styles.child("fills")?.children.count ?? 0
        let fonts = styles.child("fonts")?.children.count ?? 0
        for format in styles.child("cellXfs")?.children ?? [] {
            #expect((format["fillId"].flatMap { Int($0) } ?? 0) < max(fills, 1))
            #expect((format["fontId"].flatMap { Int($0) } ?? 0) < max(fonts, 1))
        }
    }

    private static func checkSheet(_ name: String, _ sheet: XMLNode, _ styles: Int, _ strings: Int) throws {
        checkOrder(sheet, SchemaOrders.worksheet, name)
        var lastRow = 0
        for row in try #require(sheet.child("sheetData")).children {
            let number = row["r"].flatMap { Int($0) } ?? lastRow + 1
            #expect(number > lastRow, "\(name): row \(number) is out of order")
            lastRow = number
            var lastColumn = -1
            for cell in row.children {
                let reference = cell["r"]
                let column = reference.map { Self.column(of: $0) } ?? lastColumn + 1
                #expect(column > lastColumn, "\(name): \(reference ?? "") is out of order")
                if let reference { #expect(reference.hasSuffix("\(number)"), "\(name): \(reference) in row \(number)") }
                lastColumn = column
                #expect((cell["s"].flatMap { Int($0) } ?? 0) < styles, "\(name): \(reference ?? "") has no such style")
                checkValue(cell, name, strings)
            }
        }
    }

    private static func checkValue(_ cell: XMLNode, _ name: String, _ strings: Int) {
        let value = cell.child("v")?.text
        let place = "\(name): \(cell["r"] ?? "")"
        switch cell["t"] ?? "n" {
        case "s": #expect((value.flatMap { Int($0) } ?? -1) < strings, "\(place) has no such string")
        case "n": #expect((value ?? "").isEmpty || Double(value ?? "") != nil, "\(place) is no number")
        case "inlineStr": #expect(cell.child("is") != nil && value == nil, "\(place) has no text")
        default: break
        }
    }

    static func column(of reference: String) -> Int {
        reference.prefix { $0.isLetter }.reduce(0) { $0 * 26 + Int($1.asciiValue ?? 64) - 64 } - 1
    }

    private static func checkComments(_ name: String, _ node: XMLNode) {
        let comments = node.child("commentList")?.children ?? []
        let cells = comments.compactMap { $0["ref"] }
        #expect(Set(cells).count == comments.count, "\(name): a cell twice")
        let authors = node.child("authors")?.children.count ?? 0
        for comment in comments {
            #expect((comment["authorId"].flatMap { Int($0) } ?? -1) < authors, "\(name): author")
        }
    }

    private static func checkShapes(_ parts: [String: [UInt8]]) {
        for (name, bytes) in parts where name.hasSuffix(".vml") {
            let text = String(decoding: bytes, as: UTF8.self)
            // LibreOffice gives all of its shapes the same identifiers.
            let shapes = text.matches(of: /<\w+:shape\s[^>]*?id="([^"]+)"/).map { String($0.1) }
                .filter { $0.hasPrefix("_x0000_s") }
            #expect(Set(shapes).count == shapes.count, "\(name): a shape twice")
            #expect(text.contains("_x0000_t202") || shapes.isEmpty, "\(name): no shape type")
        }
    }

    private static func checkOrder(_ node: XMLNode, _ order: [String], _ name: String) {
        let places = node.children.compactMap { child in order.firstIndex(of: child.name) }
        #expect(places == places.sorted(), "\(name): \(node.children.map(\.name))")
        let unknown = node.children.map(\.name).filter { !order.contains($0) && $0 != "AlternateContent" }
        #expect(unknown.isEmpty, "\(name): \(unknown)")
    }
}

extension StyleBook {
    /// A cell format as it is, on another ground.
    func format(_ style: Int, ground: Int) -> String {
        let base = formats[style]
        let tag = base.tag.setting("fillId", String(ground)).setting("applyFill", "1")
        let rest = tree.bytes[(Int(base.offset) + base.tag.bytes.count)..<Int(base.end)]
        return String(decoding: tag.bytes + rest, as: UTF8.self)
    }

    func add(_ color: String, behind second: String) -> Int {
        let names = tree.prefix
        let ground =
            "<\(names)fill><\(names)patternFill patternType=\"solid\"><\(names)fgColor \(color)/>"
            + "<\(names)bgColor \(second)/></\(names)patternFill></\(names)fill>"
        if let found = knownGrounds[ground] { return found }
        newGrounds.append(ground)
        knownGrounds[ground] = grounds.count + newGrounds.count - 1
        return grounds.count + newGrounds.count - 1
    }

    /// The workbook's first font, with a property that comes before its size.
    func addFont(_ property: String) -> Int {
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
    func original(_ style: Int) -> String? {
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

    static func isOurs(_ ground: PartTree.Element) -> Bool {
        let color = solid(ground)?.child("fgColor")?["rgb"]?.uppercased()
        return color == refusedGround || color == warnedGround
    }
}

/// Reads a page's tags: whether they nest, and what stands in them.
struct Markup {
    /// Opening tags in order: name and attributes as written.
    private(set) var tags: [(name: String, attributes: String)] = []
    /// What does not nest, if anything.
    private(set) var faults: [String] = []

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    init(_ html: String) {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let inside = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("!") { continue }
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                if open.last == name {
                    open.removeLast()
                } else {
                    faults.append("</\(name)> closes \(open.last ?? "nothing")")
                }
                continue
            }
            let name = String(inside.prefix { $0.isLetter || $0.isNumber })
            tags.append((name, String(inside.dropFirst(name.count))))
            if !Markup.void.contains(name), !inside.hasSuffix("/") { open.append(name) }
        }
        faults += open.map { "<\($0)> is not closed" }
    }

    func count(_ name: String) -> Int { tags.count { $0.name == name } }

    /// Values of an attribute over all tags.
    func values(_ attribute: String) -> [String] {
        tags.compactMap { tag in
            guard let range = tag.attributes.firstRange(of: " \(attribute)=\"") else { return nil }
            return String(tag.attributes[range.upperBound...].prefix { $0 != "\"" })
        }
    }
}

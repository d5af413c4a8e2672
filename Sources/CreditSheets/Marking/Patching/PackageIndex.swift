/// The parts of a package that name the others: content types and relations, to which new parts are added.
final class PackageIndex {
    private static let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"

    let package: PackageFile
    private let types: PartTree
    private var relations: [String: PartTree] = [:]
    private var newTypes: Set<String> = []
    private var newIdentifiers: [String: [String]] = [:]

    init(_ package: PackageFile) throws {
        self.package = package
        guard let bytes = try package.bytes("[Content_Types].xml") else { throw Unpatchable(reason: "content types") }
        types = try PartTree(bytes)
    }

    /// What a part is.
    func type(of part: String) -> String? {
        let name = "/" + part.lowercased()
        return types.root.children.first { $0["PartName"]?.lowercased() == name }?["ContentType"]
    }

    /// Says what a new part is.
    func addType(_ type: String, of part: String) {
        let prefix = types.prefix
        types.append("<\(prefix)Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>", to: types.root)
    }

    /// Says what parts of an ending are, unless that is said.
    func addType(_ type: String, ofEnding ending: String) {
        let isKnown = types.root.children.contains { $0.name == "Default" && $0["Extension"]?.lowercased() == ending }
        guard !isKnown, newTypes.insert(ending).inserted else { return }
        let prefix = types.prefix
        types.prepend("<\(prefix)Default Extension=\"\(ending)\" ContentType=\"\(type)\"/>", to: types.root)
    }

    /// Forgets a part.
    func removeType(of part: String) {
        let name = "/" + part.lowercased()
        for type in types.root.children where type["PartName"]?.lowercased() == name { types.remove(type) }
    }

    /// Lets a part refer to another, and gives the identifier.
    func relate(_ part: String, to target: String, _ type: String) throws -> String {
        let tree = try tree(of: part)
        var number = 1
        let taken = Set(tree.root.children.compactMap { $0["Id"] } + (newIdentifiers[part] ?? []))
        while taken.contains("rIdXinyuan\(number)") { number += 1 }
        let identifier = "rIdXinyuan\(number)"
        newIdentifiers[part, default: []].append(identifier)
        let kind = XMLText.relations + "/" + type
        let xml = "<\(tree.prefix)Relationship Id=\"\(identifier)\" Type=\"\(kind)\" Target=\"/\(target)\"/>"
        tree.append(xml, to: tree.root)
        return identifier
    }

    /// Takes out a part's references to others of a type.
    func unrelate(_ part: String, type: String) throws {
        let tree = try tree(of: part)
        for relation in tree.root.children where relation["Type"]?.hasSuffix(type) == true { tree.remove(relation) }
    }

    /// Puts what has changed into the changes, without what is secret in addresses outside.
    func settle(into changes: inout PackageChanges, _ marking: WorkbookMarking) throws {
        if !types.patches.list.isEmpty { changes["[Content_Types].xml"] = .replaced(types.changed) }
        for (name, tree) in relations.sorted(by: { $0.key < $1.key }) where !tree.patches.list.isEmpty {
            try TextPatcher.blank(tree, marking, isRelations: true)
            if package.index(name) == nil {
                changes.add(name, tree.changed)
            } else {
                changes[name] = .replaced(tree.changed)
            }
        }
    }

    private func tree(of part: String) throws -> PartTree {
        let name = PackageIndex.relations(of: part)
        if let known = relations[name] { return known }
        let empty = XMLText.declaration + "<Relationships xmlns=\"\(PackageIndex.namespace)\"></Relationships>"
        let tree = try PartTree(package.bytes(name) ?? Array(empty.utf8))
        relations[name] = tree
        return tree
    }

    /// The part that holds another's references.
    static func relations(of part: String) -> String {
        let steps = part.split(separator: "/")
        return (steps.dropLast() + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
    }
}

/// The parts that one part of a workbook refers to, by identifier and by type.
final class PartRelations: XMLSink {
    /// A reference.
    struct Relation {
        var identifier: String
        var type: String
        var path: String
    }

    private(set) var relations: [Relation] = []
    private var places: [String: Int] = [:]
    private let folder: [Substring]

    /// Reads the references of a part, which has none where its `.rels` is absent.
    init(of part: String, in archive: ZipArchive) throws(SheetError) {
        let steps = part.split(separator: "/")
        folder = Array(steps.dropLast())
        let file = (folder + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
        guard let entry = try archive.entry(file, atMost: WorkbookParts.maximumIndexBytes) else { return }
        try XMLStream.parse(entry, self)
    }

    /// The reference with an identifier.
    func relation(_ identifier: String) -> Relation? {
        places[identifier].map { relations[$0] }
    }

    /// The path of the first part of a type, by the last step of the type's address.
    func path(ofType type: String) -> String? {
        relations.first { $0.type == type }?.path
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream) {
        guard name == "Relationship", attributes.text("TargetMode") != "External" else { return }
        let type = attributes.text("Type") ?? ""
        let identifier = attributes.text("Id") ?? ""
        if places[identifier] == nil { places[identifier] = relations.count }
        relations.append(
            Relation(
                identifier: identifier,
                type: type.split(separator: "/").last.map(String.init) ?? "",
                path: resolve(attributes.text("Target") ?? "")
            )
        )
    }

    func end(_ name: XMLName, _ stream: XMLStream) {}

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) {}

    private func resolve(_ target: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

/// A small part in memory: its elements, where they stand, and the changes that are to be made.
final class PartTree: PartVisitor {
    private static let mostElements = 400_000

    /// An element.
    final class Element {
        /// The name without its prefix.
        let name: String
        /// The start tag and where it stands.
        let tag: TagText
        let offset: Int64
        /// Where the end tag begins, and where the element ends.
        fileprivate(set) var closing: Int64 = 0
        fileprivate(set) var end: Int64 = 0
        fileprivate(set) var children: [Element] = []
        /// The text that stands directly in it, its escapes read.
        fileprivate(set) var text: [UInt8] = []

        fileprivate init(_ tag: TagText, at offset: Int64) {
            self.tag = tag
            self.offset = offset
            let name = tag.name
            self.name = name.split(separator: ":").last.map(String.init) ?? name
        }

        /// An attribute as it is written, by its name with its prefix.
        subscript(attribute: String) -> String? { tag.text(attribute) }

        /// The first child of a name.
        func child(_ name: String) -> Element? { children.first { $0.name == name } }
    }

    /// The part as it came.
    let bytes: [UInt8]
    /// The changes.
    let patches = Patches()
    /// The outermost element.
    private(set) var root: Element
    private var open: [Element] = []
    private var count = 0

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        root = Element(TagText(bytes: Array("<>".utf8)), at: 0)
        open = [root]
        try PartScanner.scan(bytes, self)
        guard let outermost = root.children.first else { throw SheetError(.xmlBroken, detail: "empty part") }
        root = outermost
    }

    /// The prefix that elements of the part's own kind bear.
    var prefix: String { root.tag.prefix }

    /// The part with the changes made.
    var changed: [UInt8] { patches.applied(to: bytes) }

    /// An element's bytes.
    func raw(_ element: Element) -> ArraySlice<UInt8> { bytes[Int(element.offset)..<Int(element.end)] }

    func start(_ tag: PartTag) throws {
        count += 1
        guard count <= PartTree.mostElements else { throw Unpatchable(reason: "too many elements") }
        let element = Element(tag.text, at: tag.offset)
        open.last?.children.append(element)
        open.append(element)
    }

    func end(_ name: XMLName, at offset: Int64, length: Int) throws {
        let element = open.removeLast()
        element.closing = offset
        element.end = offset + Int64(length)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int64, length: Int) throws {
        open.last?.text.append(contentsOf: bytes)
    }
}

extension PartTree {
    /// Inserts at the end of an element.
    func append(_ xml: String, to element: Element) {
        guard element.tag.isEmpty else { return patches.insert(element.closing, xml) }
        patches.replace(element.end - 2, 2, with: ">\(xml)</\(element.tag.name)>".utf8)
    }

    /// Inserts at the beginning of an element.
    func prepend(_ xml: String, to element: Element) {
        guard !element.tag.isEmpty else { return append(xml, to: element) }
        patches.insert(element.offset + Int64(element.tag.bytes.count), xml)
    }

    /// Inserts a child of the outermost element before all those that the schema puts behind it.
    func insert(_ xml: String, before later: Set<String>) {
        guard let next = root.children.first(where: { later.contains($0.name) }) else { return append(xml, to: root) }
        patches.insert(next.offset, xml)
    }

    /// Takes an element out.
    func remove(_ element: Element) {
        patches.replace(element.offset, Int(element.end - element.offset), with: [])
    }

    /// Sets an attribute.
    func set(_ name: String, _ value: String, of element: Element) {
        patches.set(name, value, of: element.tag, at: element.offset)
    }

    /// Takes an attribute out.
    func remove(_ name: String, of element: Element) {
        patches.remove(name, of: element.tag, at: element.offset)
    }
}

import Foundation
import FoundationXML
import Testing

/// An element of a part, with all that is in it; names are without their prefix.
final class XMLNode {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [XMLNode] = []
    fileprivate(set) var text = ""

    fileprivate init(_ name: String, _ attributes: [String: String]) {
        self.name = name.split(separator: ":").last.map(String.init) ?? name
        self.attributes = attributes
    }

    /// Parses a part, which must be well-formed.
    static func parse(_ bytes: [UInt8], _ part: String) throws -> XMLNode {
        let reader = Reader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        try #require(parser.parse(), "\(part) is not well-formed: \(String(describing: parser.parserError))")
        return try #require(reader.root.children.first)
    }

    subscript(attribute: String) -> String? { attributes[attribute] }

    func attribute(endingWith ending: String) -> String? {
        attributes.first { $0.key.hasSuffix(ending) }?.value
    }

    func child(_ name: String) -> XMLNode? { children.first { $0.name == name } }

    /// This element and all within it.
    var all: [XMLNode] { [self] + children.flatMap(\.all) }

    private final class Reader: NSObject, XMLParserDelegate {
        let root = XMLNode("", [:])
        private var open: [XMLNode]

        override init() {
            open = [root]
        }

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            let node = XMLNode(name, attributes)
            open.last?.children.append(node)
            open.append(node)
        }

        func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            open.last?.text += text
        }
    }
}

/// Whoever is told of a part's elements and of where they stand.
protocol PartVisitor: AnyObject {
    /// An element begins.
    func start(_ tag: PartTag) throws
    /// An element ends with a tag of so many bytes, none for an empty element.
    func end(_ name: XMLName, at offset: Int64, length: Int) throws
    /// Some text goes by, in UTF-8; in the part it takes `length` bytes, more where it is escaped.
    func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int64, length: Int) throws
}

/// A start tag and where it stands; it is to be used only while the visitor is told of it.
struct PartTag {
    let name: XMLName
    let attributes: XMLAttributes
    let offset: Int64
    let length: Int
    let scanner: PartScanner

    /// Where the tag ends.
    var end: Int64 { offset + Int64(length) }
    /// The tag as it stands in the part.
    var text: TagText { TagText(bytes: scanner.bytes(length)) }
}

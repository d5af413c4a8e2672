/// A start tag as its bytes stand in a part.
struct TagText {
    /// The bytes, from `<` to `>`.
    let bytes: [UInt8]

    /// The element's name, with its prefix.
    var name: String { String(decoding: bytes[1..<nameEnd], as: UTF8.self) }

    /// The prefix with its colon; empty where there is none.
    var prefix: String {
        let name = name
        return name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
    }

    /// Where the name ends, and an attribute can be inserted.
    var nameEnd: Int { bytes.indices.dropFirst().first { TagText.endsName(bytes[$0]) } ?? bytes.count }

    /// Whether the element holds nothing and ends with its tag.
    var isEmpty: Bool { bytes.suffix(2) == [UInt8(ascii: "/"), UInt8(ascii: ">")] }

    /// Where an attribute's value stands between its quotation marks, and the attribute with the blanks before it.
    func attribute(_ name: String) -> (value: Range<Int>, whole: Range<Int>)? {
        var index = nameEnd
        while true {
            let start = index
            index = skip(from: index, while: TagText.isBlank)
            let begin = index
            index = skip(from: index) { !TagText.endsName($0) && $0 != UInt8(ascii: "=") }
            guard index > begin else { return nil }
            let isWanted = bytes[begin..<index].elementsEqual(name.utf8)
            index = skip(from: index) { TagText.isBlank($0) || $0 == UInt8(ascii: "=") }
            guard index < bytes.count else { return nil }
            let quote = bytes[index]
            let end = skip(from: index + 1) { $0 != quote }
            guard end < bytes.count else { return nil }
            if isWanted { return (index + 1..<end, start..<end + 1) }
            index = end + 1
        }
    }

    /// The text of an attribute, as it is written.
    func text(_ name: String) -> String? {
        attribute(name).map { String(decoding: bytes[$0.value], as: UTF8.self) }
    }

    /// The tag with an attribute set to a value that needs no escaping.
    func setting(_ name: String, _ value: String) -> TagText {
        var changed = bytes
        if let found = attribute(name) {
            changed.replaceSubrange(found.value, with: value.utf8)
        } else {
            changed.insert(contentsOf: " \(name)=\"\(value)\"".utf8, at: nameEnd)
        }
        return TagText(bytes: changed)
    }

    private func skip(from start: Int, while condition: (UInt8) -> Bool) -> Int {
        var index = start
        while index < bytes.count, condition(bytes[index]) { index += 1 }
        return index
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte == 10 || byte == 13
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }
}

extension Patches {
    /// Sets an attribute of a tag that stands at an offset.
    func set(_ name: String, _ value: String, of tag: TagText, at offset: Int64) {
        if let found = tag.attribute(name) {
            replace(offset + Int64(found.value.lowerBound), found.value.count, with: value.utf8)
        } else {
            insert(offset + Int64(tag.nameEnd), " \(name)=\"\(value)\"")
        }
    }

    /// Takes an attribute out of a tag that stands at an offset.
    func remove(_ name: String, of tag: TagText, at offset: Int64) {
        guard let found = tag.attribute(name) else { return }
        replace(offset + Int64(found.whole.lowerBound), found.whole.count, with: [])
    }
}

/// The streams that a compound file holds at its top, by name (MS-CFB, 2.6).
///
/// What lies deeper belongs to documents within the document.
struct CompoundDirectory {
    /// A stream, or the room that all small streams share.
    struct Entry {
        /// Its name.
        var name: String
        /// Its first sector.
        var first: UInt32
        /// Its bytes.
        var size: Int
    }

    /// The room of the small streams.
    let root: Entry
    /// The streams at the top.
    let streams: [Entry]

    private static let entryBytes = 128
    private static let none: UInt32 = 0xFFFF_FFFF

    /// Reads a directory.
    init(_ sectors: CompoundSectors) throws(SheetError) {
        let bytes = try sectors.bytes(sectors.chain(from: sectors.header.directory))
        guard bytes.count >= CompoundDirectory.entryBytes, bytes[66] == 5 else {
            throw SheetError(.legacyBroken, detail: "no root")
        }
        root = CompoundDirectory.entry(bytes, 0)
        streams = CompoundDirectory.children(bytes).map { CompoundDirectory.entry(bytes, $0) }
    }

    /// The stream of a name, capitals or not.
    func stream(_ name: String) -> Entry? {
        streams.first { $0.name.lowercased() == name.lowercased() }
    }

    /// Walks the tree of the root's children, each of which is visited once.
    private static func children(_ bytes: [UInt8]) -> [Int] {
        let count = bytes.count / entryBytes
        var seen = [Bool](repeating: false, count: count)
        var found: [Int] = []
        var waiting = [bytes.long(at: 76)]
        while let next = waiting.popLast() {
            guard next != none, Int(next) < count, !seen[Int(next)] else { continue }
            seen[Int(next)] = true
            let place = Int(next) * entryBytes
            if bytes[place + 66] == 2 { found.append(Int(next)) }
            waiting.append(bytes.long(at: place + 68))
            waiting.append(bytes.long(at: place + 72))
        }
        return found
    }

    private static func entry(_ bytes: [UInt8], _ index: Int) -> Entry {
        let place = index * entryBytes
        let letters = min(max(0, bytes.word(at: place + 64) / 2 - 1), 31)
        let units = (0..<letters).map { UInt16(bytes.word(at: place + $0 * 2)) }
        return Entry(
            name: String(decoding: units, as: UTF16.self),
            first: bytes.long(at: place + 116),
            size: Int(bytes.long(at: place + 120))
        )
    }
}

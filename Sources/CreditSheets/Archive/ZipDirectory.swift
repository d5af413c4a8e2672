/// Looks at the end of a zip file before the library reads its directory, which takes many times its size in memory.
enum ZipDirectory {
    // The record at the end (APPNOTE, 4.3.16) has 22 bytes, and a comment of at most 65,535 behind it.
    private static let mark: [UInt8] = [0x50, 0x4B, 5, 6]
    private static let recordBytes = 22
    private static let searched = 22 + 65_535
    private static let sizeOffset = 12

    /// Refuses a directory that is larger than is allowed, by its size as written or by the room that is left for it.
    static func check(_ source: ByteSource, _ limits: SheetLimits) throws(SheetError) {
        let count = Int(min(source.size, Int64(searched)))
        let room = Memory(count: count)
        source.rewind(to: source.size - Int64(count))
        var got = 0
        while got < count {
            let more = try source.read(into: room.base + got, atMost: count - got)
            if more == 0 { break }
            got += more
        }
        source.rewind()
        let bytes = UnsafeBufferPointer(start: room.base, count: got)
        guard got >= recordBytes else { return }
        for place in stride(from: got - recordBytes, through: 0, by: -1) where bytes[place...].starts(with: mark) {
            let size = (0..<4).reduce(0) { $0 | Int(bytes[place + sizeOffset + $1]) << (8 * $1) }
            // All ones: the size stands elsewhere, as only files of more than 65,535 parts or 4 GB need.
            guard size <= limits.maximumDirectoryBytes else {
                throw SheetError(.zipBomb, detail: "a directory of \(size) bytes")
            }
        }
    }
}

/// A file of an archive held unpacked in memory: what stood packed there is never on the disk in clear.
enum HeldFile {
    /// Unpacks a part of an archive.
    ///
    /// - Throws: `zipBomb` where it has more bytes than are allowed, `zipBroken`, `unwritable` where memory is short.
    static func unpack(_ entry: ZipEntry, atMost maximum: Int64) throws(SheetError) -> ByteSource {
        let file = try MemoryFile()
        let room = Memory(count: 64 << 10)
        while true {
            let got = try entry.read(into: room.base, atMost: room.count)
            guard got > 0 else { break }
            guard entry.offset <= maximum else { throw SheetError(.zipBomb, detail: "\(entry.offset) bytes") }
            try file.append(UnsafeRawBufferPointer(start: room.base, count: got))
        }
        // The source opens it for itself, and keeps it when this owner goes.
        defer { withExtendedLifetime(file) {} }
        return try ByteSource(path: file.path)
    }
}

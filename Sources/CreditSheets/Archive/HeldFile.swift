internal import CMemoryFile
internal import Glibc

/// A file that is only in memory: what stood packed in an archive is never on the disk in clear.
enum HeldFile {
    /// Unpacks a part of an archive.
    ///
    /// - Throws: `zipBomb` where it has more bytes than are allowed, `zipBroken`, `unreadable`.
    static func unpack(_ entry: ZipEntry, atMost maximum: Int64) throws(SheetError) -> ByteSource {
        let descriptor = memfd_create("sheet", UInt32(CMemoryFileCloseOnExec))
        guard descriptor >= 0 else { throw SheetError(.unreadable, detail: "errno \(errno)") }
        let room = Memory(count: 64 << 10)
        do throws(SheetError) {
            while true {
                let got = try entry.read(into: room.base, atMost: room.count)
                guard got > 0 else { break }
                guard entry.offset <= maximum else { throw SheetError(.zipBomb, detail: "\(entry.offset) bytes") }
                try write(room.base, got, to: descriptor)
            }
        } catch {
            close(descriptor)
            throw error
        }
        return try ByteSource(descriptor: descriptor)
    }

    private static func write(
        _ bytes: UnsafeMutablePointer<UInt8>,
        _ count: Int,
        to descriptor: Int32
    ) throws(SheetError) {
        var done = 0
        while done < count {
            let put = Glibc.write(descriptor, bytes + done, count - done)
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw SheetError(.unreadable, detail: "errno \(errno)") }
            done += put
        }
    }
}

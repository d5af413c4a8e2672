internal import Glibc

/// The one thing to know of a compound file in ruins: whether it was the wrapping of an XLSX locked with a password.
enum CompoundFile {
    private static let name: [UInt8] = Array("EncryptedPackage".utf16.map { UInt8($0) }.map { [$0, 0] }.joined())

    /// Looks for the stream `EncryptedPackage` by its name in UTF-16.
    static func isEncryptedWorkbook(_ source: ByteSource) throws(SheetError) -> Bool {
        let piece = 64 << 10
        let room = Memory(count: piece + name.count)
        var kept = 0
        source.rewind()
        while true {
            let got = try source.read(into: room.base + kept, atMost: piece)
            guard got > 0 else { return false }
            let filled = kept + got
            if holdsName(UnsafeBufferPointer(start: room.base, count: filled)) { return true }
            kept = min(filled, name.count - 1)
            memmove(room.base, room.base + (filled - kept), kept)
        }
    }

    private static func holdsName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var index = 0
        while index + name.count <= bytes.count {
            let found: UnsafeMutableRawPointer? = memchr(base + index, Int32(name[0]), bytes.count - index)
            guard let found else { return false }
            index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if index + name.count <= bytes.count, memcmp(base + index, name, name.count) == 0 { return true }
            index += 1
        }
        return false
    }
}

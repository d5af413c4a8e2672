internal import Glibc

/// The bytes of a file, or of an array, read from front to back as often as is wanted; it closes the file with itself.
final class ByteSource {
    /// The number of bytes.
    let size: Int64
    /// How many of them have been read since the last rewind.
    private(set) var offset: Int64 = 0
    private let descriptor: Int32
    private let bytes: [UInt8]

    init(path: String) throws(SheetError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        bytes = []
        guard descriptor >= 0 else {
            throw SheetError(errno == ENOENT ? .notFound : .unreadable, detail: "errno \(errno)")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw SheetError(.unreadable, detail: "not an ordinary file")
        }
        size = Int64(status.st_size)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    init(bytes: [UInt8]) {
        descriptor = -1
        self.bytes = bytes
        size = Int64(bytes.count)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Goes back (or ahead) to a place.
    func rewind(to place: Int64 = 0) {
        offset = place
    }

    /// Reads some bytes; none when there are no more.
    func read(into buffer: UnsafeMutablePointer<UInt8>, atMost count: Int) throws(SheetError) -> Int {
        let got = descriptor >= 0 ? readFile(into: buffer, count) : readArray(into: buffer, count)
        guard got >= 0 else { throw SheetError(.unreadable, detail: "errno \(errno)") }
        offset += Int64(got)
        return got
    }

    private func readFile(into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        while true {
            let got = pread(descriptor, buffer, count, Int(offset))
            if got >= 0 || errno != EINTR { return got }
        }
    }

    private func readArray(into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        let got = min(count, bytes.count - Int(offset))
        bytes.withUnsafeBufferPointer { all in
            guard got > 0, let base = all.baseAddress else { return }
            memcpy(buffer, base + Int(offset), got)
        }
        return max(got, 0)
    }

    /// The first bytes; the place stays where it was.
    func head(_ count: Int) throws(SheetError) -> [UInt8] {
        let place = offset
        rewind()
        let room = Memory(count: count)
        let got = try read(into: room.base, atMost: count)
        rewind(to: place)
        return Array(UnsafeBufferPointer(start: room.base, count: got))
    }
}

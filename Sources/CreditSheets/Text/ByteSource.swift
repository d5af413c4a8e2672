internal import Glibc

/// The bytes of a file, an array, or a file in an archive, read from front to back as often as is wanted.
final class ByteSource {
    /// The number of bytes; of a file in an archive, as many as the archive says.
    let size: Int64
    /// How many of them have been read since the last rewind.
    private(set) var offset: Int64 = 0
    private let storage: Storage
    private var entry: ZipEntry?

    private enum Storage {
        case file(Int32)
        case memory([UInt8])
        case packed(() throws(SheetError) -> ZipEntry)
    }

    init(path: String) throws(SheetError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw SheetError(errno == ENOENT ? .notFound : .unreadable, detail: "errno \(errno)")
        }
        storage = .file(descriptor)
        size = try ByteSource.size(descriptor)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    /// Takes over an open file, which is closed with the source.
    init(descriptor: Int32) throws(SheetError) {
        storage = .file(descriptor)
        size = try ByteSource.size(descriptor)
    }

    init(bytes: [UInt8]) {
        storage = .memory(bytes)
        size = Int64(bytes.count)
    }

    /// A file in an archive, which is unpacked anew whenever it is read from its front; nothing of it is kept.
    init(unpacking open: @escaping () throws(SheetError) -> ZipEntry) throws(SheetError) {
        storage = .packed(open)
        let entry = try open()
        size = entry.size
        self.entry = entry
    }

    deinit {
        if case .file(let descriptor) = storage { close(descriptor) }
    }

    /// The same bytes with a place of their own.
    func copy() throws(SheetError) -> ByteSource {
        switch storage {
        case .file: return try ByteSource(descriptor: descriptor())
        case .memory(let bytes): return ByteSource(bytes: bytes)
        case .packed(let open): return try ByteSource(unpacking: open)
        }
    }

    /// A descriptor of the file, to be closed by whoever asked for it.
    func descriptor() throws(SheetError) -> Int32 {
        guard case .file(let own) = storage else { throw SheetError(.unreadable, detail: "not a file") }
        // Opened anew it has a place of its own; where that cannot be done, nobody else moves the shared one either.
        let anew = open("/proc/self/fd/\(own)", O_RDONLY | O_CLOEXEC)
        let twin = anew >= 0 ? anew : fcntl(own, F_DUPFD_CLOEXEC, 0)
        guard twin >= 0 else { throw SheetError(.unreadable, detail: "errno \(errno)") }
        return twin
    }

    /// Goes back (or ahead) to a place.
    func rewind(to place: Int64 = 0) {
        offset = place
    }

    /// Reads some bytes; none when there are no more.
    func read(into buffer: UnsafeMutablePointer<UInt8>, atMost count: Int) throws(SheetError) -> Int {
        let got: Int
        switch storage {
        case .file(let descriptor): got = readFile(descriptor, into: buffer, count)
        case .memory(let bytes): got = readArray(bytes, into: buffer, count)
        case .packed(let open): got = try readEntry(open, into: buffer, count)
        }
        guard got >= 0 else { throw SheetError(.unreadable, detail: "errno \(errno)") }
        offset += Int64(got)
        return got
    }

    private static func size(_ descriptor: Int32) throws(SheetError) -> Int64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw SheetError(.unreadable, detail: "not an ordinary file")
        }
        return Int64(status.st_size)
    }

    private func readFile(_ descriptor: Int32, into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        while true {
            let got = pread(descriptor, buffer, count, Int(offset))
            if got >= 0 || errno != EINTR { return got }
        }
    }

    private func readArray(_ bytes: [UInt8], into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        let got = min(count, bytes.count - Int(offset))
        bytes.withUnsafeBufferPointer { all in
            guard got > 0, let base = all.baseAddress else { return }
            memcpy(buffer, base + Int(offset), got)
        }
        return max(got, 0)
    }

    private func readEntry(
        _ open: () throws(SheetError) -> ZipEntry,
        into buffer: UnsafeMutablePointer<UInt8>,
        _ count: Int
    ) throws(SheetError) -> Int {
        let current = if let entry, entry.offset <= offset { entry } else { try open() }
        entry = current
        while current.offset < offset {
            let ahead = Int(min(Int64(count), offset - current.offset))
            guard try current.read(into: buffer, atMost: ahead) > 0 else { return 0 }
        }
        return try current.read(into: buffer, atMost: count)
    }

    /// The first bytes; the place stays where it was.
    func head(_ count: Int) throws(SheetError) -> [UInt8] {
        let place = offset
        rewind()
        let room = Memory(count: count)
        var got = 0
        while got < count {
            let more = try read(into: room.base + got, atMost: count - got)
            if more == 0 { break }
            got += more
        }
        rewind(to: place)
        return Array(UnsafeBufferPointer(start: room.base, count: got))
    }
}

internal import CMemoryFile
internal import Glibc

/// A file that is in memory only: it has a path, which every reader and writer of this process takes, and no name on any disk.
///
/// It is gone with its last owner.
public final class MemoryFile: Sendable {
    private let descriptor: Int32

    /// An empty file.
    ///
    /// - Throws: `unwritable` where the system gives none.
    public init() throws(SheetError) {
        descriptor = memfd_create("xinyuan", UInt32(CMemoryFileCloseOnExec))
        guard descriptor >= 0 else { throw SheetError(.unwritable, detail: "errno \(errno)") }
    }

    /// Takes over a file that was just written, and takes its name away, so that it goes with its last owner.
    ///
    /// - Throws: `unreadable` where it cannot be opened.
    public init(takingOver path: String) throws(SheetError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SheetError(.unreadable, detail: "errno \(errno)") }
        unlink(path)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Where readers and writers of this process find it.
    public var path: String { "/proc/self/fd/\(descriptor)" }

    /// How many bytes it holds.
    public var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Appends bytes.
    ///
    /// - Throws: `unwritable` where memory is short.
    public func append(_ bytes: UnsafeRawBufferPointer) throws(SheetError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            guard written >= 0 || errno == EINTR else { throw SheetError(.unwritable, detail: "errno \(errno)") }
            rest = rest.dropFirst(max(written, 0))
        }
    }

    /// Some bytes from a place on; fewer only at the end.
    ///
    /// - Throws: `unreadable`.
    public func read(from offset: Int, atMost count: Int) throws(SheetError) -> [UInt8] {
        var got = 0
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while got < count, let base = buffer.baseAddress {
                let piece = pread(descriptor, base + got, count - got, off_t(offset + got))
                if piece < 0, errno == EINTR { continue }
                if piece < 0 { failure = errno }
                guard piece > 0 else { break }
                got += piece
            }
            filled = got
        }
        guard failure == 0 else { throw SheetError(.unreadable, detail: "errno \(failure)") }
        return bytes
    }

    /// All its bytes.
    ///
    /// - Throws: `unreadable`.
    public func bytes() throws(SheetError) -> [UInt8] { try read(from: 0, atMost: size) }
}

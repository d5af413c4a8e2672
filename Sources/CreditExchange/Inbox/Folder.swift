import CLinux
import CMemoryFile
import Foundation
import LibCrypto

/// What the system would not do, with its error number.
struct SystemTrouble: Error, Hashable, Sendable {
    let number: Int32

    /// The trouble of the call that was made last.
    static var last: SystemTrouble { SystemTrouble(number: errno) }

    var isAbsent: Bool { number == ENOENT || number == ENOTDIR }
    var isThere: Bool { number == EEXIST }
    /// The rights do not allow it.
    var isRefusal: Bool { [EACCES, EPERM, EROFS].contains(number) }
}

/// What tells one version of a file from another without reading it.
struct FileMark: Codable, Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    /// Nanoseconds since 1970.
    let modified: Int64
}

/// What a folder says of a file.
struct FileStatus: Sendable {
    let mark: FileMark
    /// When content, name or rights changed last, in nanoseconds since 1970; nobody can set it.
    let changed: Int64
    let mode: UInt32
    let owner: UInt32
    let group: UInt32
    let links: Int

    fileprivate init(_ status: stat) {
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
        mark = FileMark(
            device: UInt64(status.st_dev),
            inode: UInt64(status.st_ino),
            size: Int64(status.st_size),
            modified: nanoseconds(status.st_mtim)
        )
        changed = nanoseconds(status.st_ctim)
        mode = UInt32(status.st_mode)
        owner = UInt32(status.st_uid)
        group = UInt32(status.st_gid)
        links = Int(status.st_nlink)
    }

    var isFile: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
    var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
}

/// An open descriptor that closes with its owner.
final class Descriptor: Sendable {
    let number: Int32

    init(_ number: Int32) throws(SystemTrouble) {
        guard number >= 0 else { throw .last }
        self.number = number
    }

    deinit { close(number) }

    /// A path by which libraries that want one reach the same file; it holds no longer than the descriptor lives, so whoever uses
    /// it keeps that alive.
    var path: String { "/proc/self/fd/\(number)" }

    /// SHA-256 of all that it holds, in hexadecimal.
    func digest() throws(SystemTrouble) -> String {
        defer { withExtendedLifetime(self) {} }
        guard let digest = try? FileDigest.of(path: path) else { throw SystemTrouble(number: EIO) }
        return Hex.encode(digest)
    }

    func status() throws(SystemTrouble) -> FileStatus {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw .last }
        return FileStatus(status)
    }

    /// Waits until what was written is on the disk.
    func sync() throws(SystemTrouble) {
        guard fsync(number) == 0 else { throw .last }
    }

    func write(_ bytes: [UInt8]) throws(SystemTrouble) {
        var done = 0
        while done < bytes.count {
            let put = bytes[done...].withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
            if put < 0, errno != EINTR { throw .last }
            done += max(put, 0)
        }
    }

    /// Some bytes from a place, fewer only at the end.
    func read(from place: Int64, count: Int) throws(SystemTrouble) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes[done...]
                .withUnsafeMutableBytes {
                    pread(number, $0.baseAddress, $0.count, off_t(place + Int64(done)))
                }
            if got < 0, errno != EINTR { throw .last }
            if got == 0 { break }
            done += max(got, 0)
        }
        return Array(bytes.prefix(done))
    }

    /// A file in memory that no folder knows.
    static func inMemory() throws(SystemTrouble) -> Descriptor {
        try Descriptor(memfd_create("original", UInt32(CMemoryFileCloseOnExec)))
    }
}

/// An open folder; all is done by names within it, and no link is ever followed.
final class Folder: Sendable {
    let descriptor: Descriptor

    /// The folder of a path, which may itself be a link: the operator named it.
    init(path: String) throws(SystemTrouble) {
        descriptor = try Descriptor(Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    }

    private init(_ descriptor: Descriptor) { self.descriptor = descriptor }

    private func with<Result>(_ name: FileName, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (name.bytes.map { CChar(bitPattern: $0) } + [0])
            .withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return body("") }
                return body(base)
            }
    }

    /// A folder in it.
    func folder(_ name: FileName) throws(SystemTrouble) -> Folder {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        return Folder(try Descriptor(with(name) { openat(descriptor.number, $0, flags) }))
    }

    /// Whether files may be made and renamed in it.
    var isWritable: Bool { faccessat(descriptor.number, ".", W_OK | X_OK, 0) == 0 }

    /// Makes a folder in it that its owner alone may enter, where there is none.
    func make(_ name: FileName) throws(SystemTrouble) {
        guard with(name, { mkdirat(descriptor.number, $0, 0o700) }) == 0 || errno == EEXIST else { throw .last }
    }

    /// The names in it, in no order.
    func names() throws(SystemTrouble) -> [FileName] {
        // A second description of the folder: reading it moves a place that descriptors share.
        let own = openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { throw .last }
        guard let stream = fdopendir(own) else {
            let trouble = SystemTrouble.last
            close(own)
            throw trouble
        }
        defer { closedir(stream) }
        var names: [FileName] = []
        while let entry = readdir(stream) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if bytes != [0x2E], bytes != [0x2E, 0x2E] { names.append(FileName(bytes: bytes)) }
        }
        return names
    }

    /// What it says of a name, of a link the link; `nil` where it has none.
    func status(of name: FileName) throws(SystemTrouble) -> FileStatus? {
        var status = stat()
        guard with(name, { fstatat(descriptor.number, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
            let trouble = SystemTrouble.last
            guard trouble.isAbsent else { throw trouble }
            return nil
        }
        return FileStatus(status)
    }

    /// Opens a file to read it; nothing else than an ordinary one.
    func open(_ name: FileName) throws(SystemTrouble) -> Descriptor {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
        let file = try Descriptor(with(name) { openat(descriptor.number, $0, flags) })
        guard try file.status().isFile else { throw SystemTrouble(number: EINVAL) }
        return file
    }

    /// Makes a file anew, in the place of one that an earlier attempt left.
    func create(_ name: FileName, mode: mode_t = 0o600) throws(SystemTrouble) -> Descriptor {
        try remove(name)
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        return try Descriptor(with(name) { openat(descriptor.number, $0, flags, mode) })
    }

    /// Opens a file to lock it or to write behind what it holds; makes it where there is none.
    func append(_ name: FileName) throws(SystemTrouble) -> Descriptor {
        let flags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC
        return try Descriptor(with(name) { openat(descriptor.number, $0, flags, mode_t(0o600)) })
    }

    /// Gives a file another name; what bore it is gone.
    func rename(_ name: FileName, to other: FileName) throws(SystemTrouble) {
        let done = with(name) { old in with(other) { renameat(descriptor.number, old, descriptor.number, $0) } }
        guard done == 0 else { throw .last }
    }

    /// Gives a file another name, unless something bears it.
    func rename(_ name: FileName, toFree other: FileName) throws(SystemTrouble) {
        let done = with(name) { old in
            with(other) {
                let number = descriptor.number
                let renamed = renameat2(number, old, number, $0, CLINUX_RENAME_NOREPLACE)
                guard renamed != 0, errno == EINVAL || errno == ENOSYS else { return renamed }
                // A file system that cannot: a second name, then the first one away.
                let linked = linkat(number, old, number, $0, 0)
                return linked == 0 ? unlinkat(number, old, 0) : linked
            }
        }
        guard done == 0 else { throw .last }
    }

    /// Removes a file, where it is there.
    func remove(_ name: FileName) throws(SystemTrouble) {
        guard with(name, { unlinkat(descriptor.number, $0, 0) }) == 0 || errno == ENOENT else { throw .last }
    }

    /// Waits until names given and taken are on the disk.
    func sync() throws(SystemTrouble) { try descriptor.sync() }

    /// Writes a file whole or not at all.
    func write(_ bytes: [UInt8], as name: FileName, mode: mode_t = 0o600) throws(SystemTrouble) {
        let temporary = FileName(bytes: Array(".".utf8) + name.bytes.suffix(200) + Array(".tmp".utf8))
        let file = try create(temporary, mode: mode)
        try file.write(bytes)
        try file.sync()
        try rename(temporary, to: name)
        try sync()
    }
}

internal import Glibc

/// A folder in memory for writers that need room beside their result; whatever is left in it goes with it.
public final class MemoryFolder {
    /// Where it is.
    public let path: String
    private var files: Set<String> = []

    /// An empty folder that only this user can enter, in the system's memory where it has such a place.
    ///
    /// - Throws: `unwritable`.
    public init() throws(SheetError) {
        let place = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp"
        var name = Array((place + "/xinyuan-" + String(repeating: "X", count: 6)).utf8CString)
        guard mkdtemp(&name) != nil else { throw SheetError(.unwritable, detail: "errno \(errno)") }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for file in files { unlink(file) }
        rmdir(path)
    }

    /// The path of a file in it.
    public func file(_ name: String) -> String {
        let file = path + "/" + name
        files.insert(file)
        return file
    }
}

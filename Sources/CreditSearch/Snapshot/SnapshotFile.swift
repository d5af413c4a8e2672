import Foundation

/// The file that holds the snapshot; written beside its place and moved there, so that nobody reads half of one.
struct SnapshotFile: Sendable {
    let path: String

    /// The snapshot, or `nil` where there is none that is whole.
    func read() -> NameSnapshot? {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else { return nil }
        return NameSnapshot([UInt8](data))
    }

    /// Writes a snapshot; only its owner may read it.
    ///
    /// A disk that is full is no reason not to search.
    func write(_ snapshot: NameSnapshot) {
        let part = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { return }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(snapshot.bytes))
            try handle.synchronize()
            guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            unlink(part)
        }
    }
}

internal import CZip
internal import Glibc

/// A part as it is packed anew: the original goes by, with the changes made, and is never in memory as a whole.
final class PatchedPart {
    private let archive: OpaquePointer
    private let index: zip_uint64_t
    private let patches: Patches
    private let size: Int64
    private var file: OpaquePointer?
    private var place: Int64 = 0
    private var next = 0
    private var coming: [UInt8].SubSequence = []

    init(_ archive: OpaquePointer, _ index: zip_uint64_t, _ patches: Patches, size: Int64) {
        self.archive = archive
        self.index = index
        self.patches = patches
        self.size = size
    }

    deinit {
        close()
    }

    /// What libzip asks of a source.
    static let answer: zip_source_callback = { held, data, length, command in
        guard let held else { return -1 }
        let holder = Unmanaged<PatchedPart>.fromOpaque(held)
        if command == ZIP_SOURCE_FREE {
            holder.release()
            return 0
        }
        return holder.takeUnretainedValue().answer(command, data, length)
    }

    private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        switch command {
        case ZIP_SOURCE_OPEN: return open()
        case ZIP_SOURCE_READ: return data.map { read(into: $0, Int(clamping: length)) } ?? -1
        case ZIP_SOURCE_CLOSE:
            close()
            return 0
        case ZIP_SOURCE_STAT:
            guard let status = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
            zip_stat_init(status)
            status.pointee.size = zip_uint64_t(size)
            status.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
            return Int64(MemoryLayout<zip_stat_t>.size)
        case ZIP_SOURCE_ERROR:
            data?.assumingMemoryBound(to: Int32.self).update(repeating: ZIP_ER_READ, count: 1)
            return Int64(2 * MemoryLayout<Int32>.size)
        case ZIP_SOURCE_SUPPORTS:
            return [
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
            ]
            .reduce(0) { $0 | 1 << Int64($1.rawValue) }
        default: return -1
        }
    }

    private func open() -> Int64 {
        close()
        file = zip_fopen_index(archive, index, 0)
        place = 0
        next = 0
        coming = []
        return file == nil ? -1 : 0
    }

    private func close() {
        if let file { zip_fclose(file) }
        file = nil
    }

    private func read(into room: UnsafeMutableRawPointer, _ count: Int) -> Int64 {
        var produced = 0
        while produced < count {
            if !coming.isEmpty {
                let piece = coming.prefix(count - produced)
                UnsafeMutableRawBufferPointer(start: room + produced, count: piece.count).copyBytes(from: piece)
                coming.removeFirst(piece.count)
                produced += piece.count
                continue
            }
            let distance = next < patches.list.count ? patches.list[next].offset - place : .max
            if distance == 0 {
                guard begin(patches.list[next]) else { return -1 }
                continue
            }
            let got = zip_fread(file, room + produced, zip_uint64_t(min(distance, Int64(count - produced))))
            guard got >= 0 else { return -1 }
            if got == 0 { return distance == .max ? Int64(produced) : -1 }
            place += got
            produced += Int(got)
        }
        return Int64(produced)
    }

    /// Passes over what a change removes.
    private func begin(_ patch: Patches.Patch) -> Bool {
        var left = Int(patch.removed)
        while left > 0 {
            let got = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { room in
                Int(zip_fread(file, room.baseAddress, zip_uint64_t(min(left, room.count))))
            }
            guard got > 0 else { return false }
            left -= got
        }
        place += Int64(patch.removed)
        coming = patches.added(patch)[...]
        next += 1
        return true
    }
}

internal import CZip
internal import Glibc

/// Writes a workbook's zip file anew: parts that do not change are taken over packed, as they are.
final class PackageWriter {
    // Packing is most of the work; the higher levels gain little on sheets.
    private static let level: zip_uint32_t = 4

    private let archive: OpaquePointer
    private let package: PackageFile
    private var isDone = false

    private init(_ package: PackageFile, _ path: String) throws {
        self.package = package
        var code: Int32 = 0
        guard let opened = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw SheetError(.unwritable, detail: "libzip error \(code)")
        }
        archive = opened
    }

    deinit {
        if !isDone { zip_discard(archive) }
    }

    /// Writes a package with its changes.
    ///
    /// - Throws: `unwritable`, `zipBroken`.
    static func write(_ package: PackageFile, _ changes: PackageChanges, to path: String) throws {
        let writer = try PackageWriter(package, path)
        for name in package.names {
            guard let index = package.index(name) else { continue }
            switch changes[name] {
            case nil: try writer.copy(name, index)
            case .dropped: continue
            case .replaced(let bytes): try writer.add(name, bytes)
            case .patched(let patches): try writer.patch(name, index, patches)
            }
        }
        for part in changes.added { try writer.add(part.name, part.bytes) }
        try writer.close()
    }

    private func close() throws {
        guard zip_close(archive) == 0 else {
            throw SheetError(.unwritable, detail: "libzip error \(zip_error_code_zip(zip_get_error(archive)))")
        }
        isDone = true
    }

    private func copy(_ name: String, _ index: zip_uint64_t) throws {
        let status = try self.status(index)
        let source = zip_source_zip(archive, package.handle, index, zip_flags_t(ZIP_FL_COMPRESSED), 0, -1)
        let place = try add(name, source, modified: status.mtime)
        zip_set_file_compression(archive, place, Int32(status.comp_method), 0)
    }

    private func patch(_ name: String, _ index: zip_uint64_t, _ patches: Patches) throws {
        let status = try self.status(index)
        let part = PatchedPart(package.handle, index, patches, size: Int64(clamping: status.size) + patches.growth)
        let held = Unmanaged.passRetained(part).toOpaque()
        guard let source = zip_source_function(archive, PatchedPart.answer, held) else {
            Unmanaged<PatchedPart>.fromOpaque(held).release()
            throw SheetError(.unwritable, detail: "memory")
        }
        let place = try add(name, source, modified: status.mtime)
        zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, PackageWriter.level)
    }

    private func add(_ name: String, _ bytes: [UInt8]) throws {
        // The library frees what it is given.
        guard let memory = malloc(max(bytes.count, 1)) else { throw SheetError(.unwritable, detail: "memory") }
        bytes.withUnsafeBytes {
            memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
        }
        guard let source = zip_source_buffer(archive, memory, zip_uint64_t(bytes.count), 1) else {
            free(memory)
            throw SheetError(.unwritable, detail: "memory")
        }
        let first = package.index(name) ?? package.names.first.flatMap { package.index($0) }
        let place = try add(name, source, modified: try first.map { try status($0).mtime } ?? 0)
        zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, PackageWriter.level)
    }

    private func add(_ name: String, _ source: OpaquePointer?, modified: time_t) throws -> zip_uint64_t {
        guard let source else { throw SheetError(.unwritable, detail: name) }
        let place = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard place >= 0 else {
            zip_source_free(source)
            throw Unpatchable(reason: "part " + name)
        }
        zip_file_set_mtime(archive, zip_uint64_t(place), modified, 0)
        return zip_uint64_t(place)
    }

    private func status(_ index: zip_uint64_t) throws -> zip_stat_t {
        var status = zip_stat_t()
        guard zip_stat_index(package.handle, index, 0, &status) == 0 else { throw SheetError(.zipBroken) }
        return status
    }
}

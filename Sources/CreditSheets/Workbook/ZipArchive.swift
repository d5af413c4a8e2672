internal import CZip
internal import Glibc

/// A zip file opened for reading, with one budget for all that is unpacked from it.
final class ZipArchive {
    private let handle: OpaquePointer
    private let limits: SheetLimits
    private let fileSize: Int64
    /// Bytes unpacked so far, of all parts together.
    private(set) var expanded: Int64 = 0

    /// Opens an archive.
    ///
    /// - Throws: `unreadable`, `zipBroken`, `zipBomb`, `tooLarge`.
    init(_ source: ByteSource, limits: SheetLimits) throws(SheetError) {
        guard source.size <= limits.maximumWorkbookBytes else {
            throw SheetError(.tooLarge, detail: "\(source.size) bytes")
        }
        try ZipDirectory.check(source, limits)
        var code: Int32 = 0
        let descriptor = try source.descriptor()
        guard let opened = zip_fdopen(descriptor, 0, &code) else {
            // The library closes what it is given where it opens it, and only there.
            close(descriptor)
            throw SheetError(.zipBroken, detail: "libzip error \(code)")
        }
        handle = opened
        fileSize = source.size
        self.limits = limits
    }

    deinit {
        zip_discard(handle)
    }

    /// Opens a part by its path, capitals or not; `nil` where there is none.
    ///
    /// - Throws: `zipBomb` when the part itself says that it is too large, `encrypted`, `zipBroken`.
    func entry(_ path: String, atMost maximum: Int64? = nil) throws(SheetError) -> ZipEntry? {
        guard let index = locate(path) ?? locate(path.split(separator: "/").joined(separator: "\\")) else { return nil }
        return try entry(at: index, path, atMost: maximum)
    }

    /// Opens the part of an index; the name is for errors.
    private func entry(at index: zip_int64_t, _ path: String, atMost maximum: Int64?) throws(SheetError) -> ZipEntry {
        var status = zip_stat_t()
        guard zip_stat_index(handle, zip_uint64_t(index), 0, &status) == 0 else {
            throw SheetError(.zipBroken, detail: path)
        }
        guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
            let locked = status.encryption_method != UInt16(ZIP_EM_NONE)
            throw SheetError(locked ? .encrypted : .zipBroken, detail: path)
        }
        let entry = ZipEntry(self, file, path: path, status: status, atMost: maximum ?? limits.maximumExpandedBytes)
        try entry.checkRatio(Int64(clamping: status.size), limits)
        return entry
    }

    /// The number of parts.
    var count: Int { Int(clamping: zip_get_num_entries(handle, 0)) }

    /// Refuses an archive whose parts share their bytes, or unpack to far more than there is, by what it says of itself.
    ///
    /// - Throws: `zipBomb`, `zipBroken`.
    func checkWhole() throws(SheetError) {
        var packed: Int64 = 0
        var expanded: Int64 = 0
        for index in 0..<count {
            var status = zip_stat_t()
            guard zip_stat_index(handle, zip_uint64_t(index), 0, &status) == 0 else { throw SheetError(.zipBroken) }
            let (sizes, sizesOverflow) = expanded.addingReportingOverflow(Int64(clamping: status.size))
            let (bytes, bytesOverflow) = packed.addingReportingOverflow(Int64(clamping: status.comp_size))
            guard !sizesOverflow, !bytesOverflow else { throw SheetError(.zipBomb, detail: "absurd sizes") }
            (expanded, packed) = (sizes, bytes)
        }
        guard packed <= fileSize else { throw SheetError(.zipBomb, detail: "parts that overlap") }
        guard expanded <= limits.maximumExpandedBytes else { throw SheetError(.zipBomb, detail: "\(expanded) bytes") }
        guard expanded > limits.expansionAllowance else { return }
        guard expanded / limits.maximumExpansionRatio <= packed else { throw SheetError(.zipBomb) }
    }

    /// The name of a part as its bytes.
    func name(at index: Int) -> [UInt8] {
        guard let name = zip_get_name(handle, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }

    /// Opens the part of an index.
    ///
    /// - Throws: `zipBomb` when the part itself says that it is too large, `encrypted`, `zipBroken`.
    func entry(at index: Int, atMost maximum: Int64? = nil) throws(SheetError) -> ZipEntry {
        try entry(at: zip_int64_t(index), "file \(index + 1)", atMost: maximum)
    }

    /// Whether it is a workbook, or another document of the same family, by what such a file must hold.
    var isOfficeDocument: Bool {
        let telling = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"]
        return telling.contains { locate($0) ?? locate($0.replacing("/", with: "\\")) != nil }
    }

    // Some writers set backslashes between the steps of a path.
    private func locate(_ path: String) -> zip_int64_t? {
        let index = zip_name_locate(handle, path, zip_flags_t(ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS))
        return index >= 0 ? index : nil
    }

    /// Draws on the budget.
    fileprivate func spend(_ count: Int) throws(SheetError) {
        expanded += Int64(count)
        guard expanded <= limits.maximumExpandedBytes else { throw SheetError(.zipBomb, detail: "\(expanded) bytes") }
    }

    fileprivate func check(_ entry: ZipEntry) throws(SheetError) {
        try entry.checkRatio(entry.offset, limits)
    }
}

/// A part of a zip file, unpacked as it is read; it keeps its archive open.
final class ZipEntry {
    /// Bytes unpacked so far.
    private(set) var offset: Int64 = 0
    /// Bytes that the part says it has.
    let size: Int64
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let path: String
    private let packed: Int64
    private let maximum: Int64

    fileprivate init(_ archive: ZipArchive, _ file: OpaquePointer, path: String, status: zip_stat_t, atMost: Int64) {
        self.archive = archive
        self.file = file
        self.path = path
        size = Int64(clamping: status.size)
        packed = Int64(clamping: status.comp_size)
        maximum = atMost
    }

    deinit {
        zip_fclose(file)
    }

    /// Unpacks some bytes; none when there are no more.
    ///
    /// - Throws: `zipBroken`, `zipBomb`.
    func read(into buffer: UnsafeMutableRawPointer, atMost count: Int) throws(SheetError) -> Int {
        let got = Int(zip_fread(file, buffer, zip_uint64_t(count)))
        guard got >= 0 else { throw SheetError(.zipBroken, detail: path) }
        offset += Int64(got)
        try archive.spend(got)
        try archive.check(self)
        return got
    }

    /// Unpacks the rest and forgets it, so that its checksum is looked at.
    func drain() throws(SheetError) {
        let room = Memory(count: 64 << 10)
        while try read(into: room.base, atMost: room.count) > 0 {}
    }

    fileprivate func checkRatio(_ expanded: Int64, _ limits: SheetLimits) throws(SheetError) {
        guard expanded <= maximum else { throw SheetError(.zipBomb, detail: path) }
        guard expanded > limits.expansionAllowance else { return }
        guard expanded / limits.maximumExpansionRatio <= packed else { throw SheetError(.zipBomb, detail: path) }
    }
}

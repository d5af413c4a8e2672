internal import CZip

/// A workbook's zip file with the names of its parts, for taking parts over as they are.
final class PackageFile {
    /// The parts, for reading within the limits.
    let archive: ZipArchive
    /// The names of the parts in the order of the file; folders are none.
    let names: [String]
    let handle: OpaquePointer
    private let indices: [String: zip_uint64_t]

    init(path: String, limits: SheetLimits) throws {
        archive = try ZipArchive(ByteSource(path: path), limits: limits)
        var code: Int32 = 0
        guard let opened = zip_open(path, ZIP_RDONLY, &code) else {
            throw SheetError(.zipBroken, detail: "libzip error \(code)")
        }
        handle = opened
        var names: [String] = []
        var indices: [String: zip_uint64_t] = [:]
        for index in 0..<zip_uint64_t(max(zip_get_num_entries(opened, 0), 0)) {
            guard let name = zip_get_name(opened, index, 0).map({ String(cString: $0) }), !name.hasSuffix("/") else {
                continue
            }
            names.append(name)
            indices[name.lowercased()] = index
        }
        self.names = names
        self.indices = indices
        guard indices.count == names.count else { throw Unpatchable(reason: "a name twice") }
    }

    deinit {
        zip_discard(handle)
    }

    /// The number of a part in the file, by its name, capitals or not.
    func index(_ name: String) -> zip_uint64_t? { indices[name.lowercased()] }

    /// The whole of a part that is read whole; `nil` where there is none.
    func bytes(_ name: String) throws -> [UInt8]? {
        guard let entry = try archive.entry(name) else { return nil }
        let most = WorkbookParts.maximumIndexBytes
        var bytes: [UInt8] = []
        let room = Memory(count: 64 << 10)
        while true {
            let got = try entry.read(into: room.base, atMost: room.count)
            if got == 0 { return bytes }
            guard Int64(bytes.count + got) <= most else { throw Unpatchable(reason: "too large to be read whole") }
            bytes.append(contentsOf: UnsafeBufferPointer(start: room.base, count: got))
        }
    }

    /// A name for a new part: the stem, the first number that is free, the ending.
    func freeName(_ stem: String, _ ending: String, besides taken: [String]) -> String {
        var number = 1
        while true {
            let name = "\(stem)\(number)\(ending)"
            if index(name) == nil, !taken.contains(name) { return name }
            number += 1
        }
    }
}

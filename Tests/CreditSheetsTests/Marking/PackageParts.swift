import CZip
import Testing

/// The parts of a zip file, unpacked.
enum PackageParts {
    static func read(_ path: String) throws -> [String: [UInt8]] {
        var code: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_RDONLY, &code))
        defer { zip_discard(archive) }
        var parts: [String: [UInt8]] = [:]
        for index in 0..<zip_get_num_entries(archive, 0) {
            var status = zip_stat_t()
            try #require(zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0)
            let name = String(cString: try #require(status.name))
            #expect(parts[name] == nil, "\(name) is there twice")
            let file = try #require(zip_fopen_index(archive, zip_uint64_t(index), 0))
            defer { zip_fclose(file) }
            var bytes = [UInt8](repeating: 0, count: Int(status.size))
            try #require(zip_fread(file, &bytes, zip_uint64_t(bytes.count)) == Int64(bytes.count))
            parts[name] = bytes
        }
        return parts
    }

    /// The packed bytes of the parts.
    static func packed(_ path: String) throws -> [String: [UInt8]] {
        var code: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_RDONLY, &code))
        defer { zip_discard(archive) }
        var parts: [String: [UInt8]] = [:]
        for index in 0..<zip_get_num_entries(archive, 0) {
            var status = zip_stat_t()
            try #require(zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0)
            let flags = zip_flags_t(ZIP_FL_COMPRESSED)
            let file = try #require(zip_fopen_index(archive, zip_uint64_t(index), flags))
            defer { zip_fclose(file) }
            var bytes = [UInt8](repeating: 0, count: Int(status.comp_size))
            try #require(zip_fread(file, &bytes, zip_uint64_t(bytes.count)) == Int64(bytes.count))
            parts[String(cString: try #require(status.name))] = bytes
        }
        return parts
    }
}

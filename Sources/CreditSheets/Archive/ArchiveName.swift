/// The name of a file in an archive: in UTF-8, or in GBK as older programs write it.
struct ArchiveName {
    /// The name, with its folders; nothing is ever written under it.
    let text: String

    private static let passedOver: Set<Substring> = [
        "pdf", "ofd", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "doc", "docx", "wps", "ppt",
        "pptx", "mp3", "mp4", "avi", "exe", "dll", "db", "ini", "lnk", "css", "js",
    ]
    private static let archives: Set<Substring> = ["zip", "rar", "7z", "gz", "tar", "tgz", "bz2", "xz"]
    private static let openDocuments: Set<Substring> = ["ods", "fods", "ots"]

    /// A name from its bytes in the archive.
    init(_ bytes: [UInt8]) {
        let plain = String(validating: bytes, as: UTF8.self) ?? ArchiveName.decode(bytes)
        let parts = plain.split { $0 == "/" || $0 == "\\" }
            .filter { $0 != "." && $0 != ".." }
            .map { part in
                String(part.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : Character($0) })
            }
        isFolder = plain.hasSuffix("/") || plain.hasSuffix("\\") || parts.isEmpty
        text = parts.joined(separator: "/")
    }

    private let isFolder: Bool

    private var last: Substring { text.split(separator: "/").last ?? "" }
    private var suffix: Substring {
        let parts = Substring(last.lowercased()).split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.last ?? "" : ""
    }

    /// Whether it is a folder, a program's own file, or a kind of file that holds no table: such are passed over.
    var isPassedOver: Bool {
        isFolder || last.hasPrefix("~$") || last.hasPrefix(".") || text.hasPrefix("__MACOSX/")
            || ArchiveName.passedOver.contains(suffix)
    }

    /// Whether it calls itself an archive.
    var isArchive: Bool { ArchiveName.archives.contains(suffix) }

    /// Whether it calls itself a table in OpenDocument.
    var isOpenDocument: Bool { ArchiveName.openDocuments.contains(suffix) }

    private static func decode(_ bytes: [UInt8]) -> String {
        guard let converter = try? TextConverter(from: "GB18030", to: "UTF-8") else {
            return String(decoding: bytes, as: UTF8.self)
        }
        let input = Memory(count: bytes.count)
        let output = Memory(count: bytes.count * 4)
        for (index, byte) in bytes.enumerated() { input.base[index] = byte }
        let step = converter.convert(input.base, bytes.count, into: output.base, room: output.count)
        guard step.stop == .inputDone else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: UnsafeBufferPointer(start: output.base, count: step.produced), as: UTF8.self)
    }
}

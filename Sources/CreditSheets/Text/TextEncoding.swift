/// The encodings in which departments write their texts.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8, as everyone but Excel writes it.
    case utf8
    /// UTF-8 with a byte order mark, by which Excel knows it.
    case utf8BOM
    /// GB18030, which contains GBK and GB2312.
    case gb18030
    /// Excel's “Unicode text”, little-endian.
    case utf16LittleEndian
    /// UTF-16, big-endian.
    case utf16BigEndian

    /// The bytes that stand at the front of the file.
    var mark: [UInt8] {
        switch self {
        case .utf8, .gb18030: []
        case .utf8BOM: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        }
    }

    /// The name by which iconv knows it.
    var iconvName: String {
        switch self {
        case .utf8, .utf8BOM: "UTF-8"
        case .gb18030: "GB18030"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        }
    }
}

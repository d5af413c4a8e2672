import CZip
import Glibc
import TestSupport
import Testing

/// Makes zip files from their parts, sound ones and others.
enum WorkbookFile {
    static let sheetType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"

    /// A workbook of some sheets, given by the content of their `sheetData`.
    static func parts(
        sheets: [(name: String, state: String?, data: String)],
        strings: String? = nil,
        styles: String? = nil,
        workbookProperties: String = ""
    ) -> [String: String] {
        var relations = ""
        var names = ""
        var parts: [String: String] = [:]
        for (index, sheet) in sheets.enumerated() {
            let number = index + 1
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            names += "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\"\(state) r:id=\"rId\(number)\"/>"
            relations += relation("rId\(number)", "worksheet", "worksheets/sheet\(number).xml")
            parts["xl/worksheets/sheet\(number).xml"] = worksheet(sheet.data)
        }
        if let strings {
            relations += relation("rIdS", "sharedStrings", "/xl/sharedStrings.xml")
            parts["xl/sharedStrings.xml"] = "<sst xmlns=\"\(main)\">\(strings)</sst>"
        }
        if let styles {
            relations += relation("rIdT", "styles", "../xl/./styles.xml")
            parts["xl/styles.xml"] = "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"
        }
        parts["xl/_rels/workbook.xml.rels"] = "<Relationships>\(relations)</Relationships>"
        parts["xl/workbook.xml"] =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"\(main)\" xmlns:r=\"r\">\(workbookProperties)"
            + "<sheets>\(names)</sheets></workbook>"
        return parts
    }

    /// A worksheet's part.
    static func worksheet(_ data: String) -> String {
        "<worksheet xmlns=\"\(main)\"><sheetData>\(data)</sheetData><pageMargins left=\"0.7\"/></worksheet>"
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    private static func relation(_ identifier: String, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"\(identifier)\" Type=\"http://x/relationships/\(type)\" Target=\"\(target)\"/>"
    }

    /// Writes a zip file, and gives its path.
    static func write(
        _ parts: [String: String],
        in folder: ScratchFolder,
        password: String? = nil
    ) throws -> String {
        try write(parts.mapValues { Array($0.utf8) }, in: folder, password: password)
    }

    /// Writes a zip file of bytes, and gives its path.
    static func write(
        _ parts: [String: [UInt8]],
        in folder: ScratchFolder,
        password: String? = nil
    ) throws -> String {
        let path = folder.path + "/book.xlsx"
        var code: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
        for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) {
            // The source frees what it is given.
            let memory = try #require(malloc(max(bytes.count, 1)))
            memcpy(memory, bytes, bytes.count)
            let source = zip_source_buffer(archive, memory, zip_uint64_t(bytes.count), 1)
            let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            if let password {
                zip_file_set_encryption(archive, zip_uint64_t(index), UInt16(ZIP_EM_AES_256), password)
            }
        }
        try #require(zip_close(archive) == 0)
        return path
    }
}

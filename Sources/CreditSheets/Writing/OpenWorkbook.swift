internal import CXLSXWriter
internal import Glibc

/// A workbook of the library from its beginning to its closing, with the formats and lists that its sheets share.
final class OpenWorkbook {
    private static let listSheet = "选项"

    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [SheetStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var lists: [[String]] = []

    /// Begins a workbook; the library's temporary files go to the system's folder where no other is named.
    init(
        path: String,
        constantMemory: Bool,
        created: Int?,
        temporaryFolder: String? = nil
    ) throws(SheetError) {
        // The library finds out on closing that it cannot write; a clerk should not fill in a sheet for nothing.
        let probe = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard probe >= 0 else { throw SheetError(.unwritable, detail: "errno \(errno)") }
        Glibc.close(probe)
        var options = lxw_workbook_options()
        options.constant_memory = constantMemory ? 1 : 0
        // The library keeps a copy of the folder's name.
        let folder = temporaryFolder.map { strdup($0) }
        options.tmpdir = folder ?? nil
        defer { free(folder ?? nil) }
        guard let opened = workbook_new_opt(path, &options) else { throw SheetError(.unwritable, detail: "memory") }
        workbook = opened
        if let created {
            var properties = lxw_doc_properties()
            properties.created = time_t(created)
            workbook_set_properties(opened, &properties)
        }
        for style in SheetStyle.allCases where style != .plain {
            guard let format = workbook_add_format(opened) else { throw SheetError(.unwritable, detail: "memory") }
            style.apply(to: format)
            formats[style] = format
        }
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    func addSheet(_ name: String) throws(SheetError) -> UnsafeMutablePointer<lxw_worksheet> {
        guard let workbook else { throw SheetError(.unwritable, detail: "closed") }
        let problem = workbook_validate_sheet_name(workbook, name)
        guard problem == LXW_NO_ERROR, let sheet = workbook_add_worksheet(workbook, name) else {
            throw SheetError(.unwritable, detail: "sheet name")
        }
        return sheet
    }

    /// The format of a look; none for the plain one.
    func format(_ style: SheetStyle) -> UnsafeMutablePointer<lxw_format>? {
        formats[style]
    }

    /// Keeps a list for a sheet of lists, and gives the formula that refers to it.
    func keep(_ list: [String]) -> String {
        lists.append(list)
        var column = lists.count
        var letters = ""
        while column > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (column - 1) % 26))) + letters
            column = (column - 1) / 26
        }
        return "='\(OpenWorkbook.listSheet)'!$\(letters)$1:$\(letters)$\(list.count)"
    }

    /// Gives a name to what a formula refers to.
    func define(_ name: String, as formula: String) throws(SheetError) {
        guard let workbook, workbook_define_name(workbook, name, formula) == LXW_NO_ERROR else {
            throw SheetError(.unwritable, detail: "defined name")
        }
    }

    /// Makes sure that the library may still be called.
    func check() throws(SheetError) {
        guard workbook != nil else { throw SheetError(.unwritable, detail: "closed") }
    }

    func close() throws(SheetError) {
        guard let open = workbook else { throw SheetError(.unwritable, detail: "closed") }
        try writeLists()
        // The library frees the workbook whether it could write it or not.
        workbook = nil
        let problem = workbook_close(open)
        guard problem == LXW_NO_ERROR else {
            throw SheetError(.unwritable, detail: "libxlsxwriter error \(problem.rawValue)")
        }
    }

    private func writeLists() throws(SheetError) {
        guard !lists.isEmpty else { return }
        let sheet = try addSheet(OpenWorkbook.listSheet)
        worksheet_hide(sheet)
        for row in 0..<(lists.map(\.count).max() ?? 0) {
            for (column, list) in lists.enumerated() where row < list.count {
                worksheet_write_string(sheet, UInt32(row), UInt16(column), list[row], nil)
            }
        }
    }
}

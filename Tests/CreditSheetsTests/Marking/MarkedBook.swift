import CreditSheets
import Foundation
import TestSupport
import Testing

/// A workbook that was marked for a test, with what the test wants to know of it.
struct MarkedBook {
    static let names = ["openpyxl", "xlsxwriter", "libreoffice"]
    static let number = "110101180001010011"
    static let oldNumber = "110101809901001"

    let path: String
    let parts: [String: [UInt8]]

    /// The path of one of the kept workbooks.
    static func kept(_ name: String) -> String {
        Folders.root.appendingPathComponent("Tests/Workbooks/\(name).xlsx").path
    }

    /// Marks a workbook.
    init(
        _ source: String,
        _ folder: ScratchFolder,
        as name: String = "marked.xlsx",
        marks: [Int: [CellMark]],
        secretColumns: Set<Int> = [],
        summaryName: String = "查验结果"
    ) throws {
        path = folder.file(name)
        let tables = marks.sorted { $0.key < $1.key }
            .map { TableMarking(table: $0.key, headingRow: 1, marks: $0.value, secretColumns: secretColumns) }
        let marking = WorkbookMarking(
            tables: tables,
            summaryName: summaryName,
            summary: [
                SummaryRow(["查验结果 <&>"], style: .heading),
                SummaryRow(["请改正。", MarkedBook.number], style: .explanation),
                SummaryRow(["第 2 行", "不对"], style: .refused, link: (tables.first?.table ?? 0, 2, 0)),
                SummaryRow(["第 3 行", "可疑"], style: .warned),
            ],
            seal: { $0.utf8.count >= 15 ? "\($0.prefix(3))…\($0.suffix(2))" : $0 },
            secrets: { MarkedBook.numbers($0) }
        )
        try MarkedWorkbook.write(source, to: path, marking: marking)
        parts = try PackageParts.read(path)
    }

    /// Runs of fifteen or eighteen digits.
    static func numbers(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in 0...bytes.count where index == bytes.count || !(48...57).contains(bytes[index]) {
            if index - start == 18 || index - start == 15 { ranges.append(start..<index) }
            start = index + 1
        }
        return ranges
    }

    /// A part as text.
    func text(_ part: String) throws -> String {
        String(decoding: try #require(parts[part]), as: UTF8.self)
    }

    /// A part as a tree.
    func tree(_ part: String) throws -> XMLNode {
        try XMLNode.parse(try #require(parts[part]), part)
    }

    /// The cell of a sheet's part.
    func cell(_ reference: String, in part: String) throws -> XMLNode {
        try #require(try tree(part).all.first { $0.name == "c" && $0["r"] == reference }, "\(reference)")
    }

    /// The ground of a cell: the colour in front and the one behind.
    func ground(_ reference: String, in part: String) throws -> [String] {
        let styles = try tree(try #require(parts.keys.first { $0.contains("/styles") }))
        let style = try cell(reference, in: part)["s"].flatMap { Int($0) } ?? 0
        let format = try #require(styles.child("cellXfs")?.children[style])
        let fill = try #require(styles.child("fills")?.children[Int(format["fillId"] ?? "0") ?? 0])
        guard let pattern = fill.child("patternFill"), pattern["patternType"] == "solid" else { return [] }
        return [pattern.child("fgColor")?["rgb"] ?? "", pattern.child("bgColor")?["rgb"] ?? ""]
    }

    /// The comments of a part by their cells.
    func comments(_ part: String) throws -> [String: String] {
        let list = try #require(try tree(part).child("commentList")).children
        return Dictionary(
            uniqueKeysWithValues: list.map { comment in
                (comment["ref"] ?? "", comment.all.filter { $0.name == "t" }.map(\.text).joined())
            }
        )
    }
}

import Foundation
import TestSupport
import Testing

@testable import CreditSheets

@Suite("Marks on merged cells") struct MergedMarksTests {
    private static let sheet = "xl/worksheets/sheet1.xml"
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test("A mark on a covered cell stands on the merge's first cell and says its row", arguments: ["", "x:"])
    func covered(prefix: String) throws {
        let data = (1...5)
            .map {
                "<\(prefix)row r=\"\($0)\"><\(prefix)c r=\"A\($0)\"><\(prefix)v>\($0)</\(prefix)v></\(prefix)c></\(prefix)row>"
            }
            .joined()
        let merges =
            "<\(prefix)mergeCells count=\"2\"><\(prefix)mergeCell ref=\"A2:B4\"/><\(prefix)mergeCell\n ref='C5:D5'/></\(prefix)mergeCells>"
        let marks = [
            CellMark(row: 4, column: 1, kind: .refused, note: "错"),
            CellMark(row: 2, column: 0, kind: .warned, note: "疑"),
            CellMark(row: 3, column: 0, kind: .warned), CellMark(row: 5, column: 3, kind: .warned, note: "缺"),
            CellMark(row: 5, column: 0, kind: .warned, note: "外"),
        ]
        let book = SmallBook(data, behind: merges, prefix: prefix)
        let marked = try MarkedBook(book.write(in: folder), folder, marks: [0: marks])
        try PackageRules.check(marked.parts)
        #expect(try marked.ground("A2", in: Self.sheet).first == "FFF8D0CC")
        #expect(try marked.ground("C5", in: Self.sheet).first == "FFFCEFC2")
        #expect(try marked.ground("A3", in: Self.sheet).isEmpty)
        let author = MarkedWorkbook.author + "\n"
        #expect(
            try marked.comments("xl/comments1.xml") == [
                "A2": author + "疑\n[第 4 行 row 4] 错", "C5": author + "[第 5 行 row 5] 缺", "A5": author + "外",
            ]
        )
    }

    @Test(
        "Every mark goes to the first cell of the merge that holds it, as a search through all merges finds",
        arguments: 0..<50
    )
    func likeSearch(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        // Merges do not overlap: each lies in a square of its own.
        var merges: [SheetMerges.Merge] = []
        for square in 0..<25 where Bool.random(using: &random) {
            let (top, left) = (square / 5 * 4 + 1, square % 5 * 4)
            let height = Int.random(in: 0..<4, using: &random)
            let width = Int.random(in: 0..<4, using: &random)
            merges.append(SheetMerges.Merge(rows: top...top + height, columns: left...left + width))
        }
        merges.shuffle(using: &random)
        let marks = (0..<60)
            .map { number in
                CellMark(
                    row: Int.random(in: 1...21, using: &random),
                    column: Int.random(in: 0...20, using: &random),
                    kind: .warned,
                    note: "\(number)"
                )
            }
        let expected = marks.map { mark in
            guard let merge = merges.first(where: { $0.rows.contains(mark.row) && $0.columns.contains(mark.column) }),
                (merge.rows.lowerBound, merge.columns.lowerBound) != (mark.row, mark.column)
            else { return mark }
            return CellMark(
                row: merge.rows.lowerBound,
                column: merge.columns.lowerBound,
                kind: .warned,
                note: "[第 \(mark.row) 行 row \(mark.row)] \(mark.note)"
            )
        }
        #expect(Set(SheetMerges(merges).moved(marks)) == Set(expected))
    }

    @Test("Merges are found wherever the pieces end in which a sheet is unpacked")
    func pieces() throws {
        let merges = (1...20_000).map { "<mergeCell ref=\"A\($0 * 2):A\($0 * 2 + 1)\"/>" }.joined()
        let book = SmallBook("", behind: "<mergeCells>\(merges)</mergeCells>")
        let package = try PackageFile(path: book.write(in: folder), limits: .standard)
        let found = try SheetMerges(#require(try package.archive.entry(Self.sheet))).merges
        #expect(found.map(\.rows.lowerBound) == (1...20_000).map { $0 * 2 })
    }
}

import CreditSheets
import Foundation
import TestSupport
import Testing

@Suite("The bytes of a marked sheet") struct PatchedBytesTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private static let styles = """
        <fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>
        <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>
        <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>
        <xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat='1'><alignment wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0"></xf></cellXfs>
        """

    @Test("Without the patches they are those that were sent, and every value is at its place", arguments: 0..<40)
    func undone(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let prefix = seed % 4 == 0 ? "x:" : ""
        let data = RandomSheet.data(&random, prefix: prefix)
        let book = SmallBook(data, strings: "<si><t>甲</t></si><si><t>乙</t></si>", styles: Self.styles, prefix: prefix)
        let source = try book.write(in: folder)
        let marks = (0..<Int.random(in: 1...12, using: &random))
            .map { _ in
                CellMark(
                    row: Int.random(in: 1...14, using: &random),
                    column: Int.random(in: 0...6, using: &random),
                    kind: Bool.random(using: &random) ? .refused : .warned,
                    note: Bool.random(using: &random) ? "错" : ""
                )
            }
        let marked = try MarkedBook(source, folder, marks: [0: marks])
        try PackageRules.check(marked.parts)
        let part = "xl/worksheets/sheet1.xml"
        let original = try #require(book.parts[part])
        let text = try marked.text(part)
        #expect(Undo.isOriginal(text, original), "\(original)\n\(text)")
        for mark in marks {
            let reference = RandomSheet.reference(mark.row, mark.column)
            #expect(try marked.groundWithoutReferences(reference, in: part).hasPrefix("FFF"), "\(reference)")
        }
        let before = try? rows(SheetBook(path: source).open(0))
        let after = try? rows(SheetBook(path: marked.path).open(1))
        #expect(before?.map(\.texts) == after?.map(\.texts) && before?.map(\.number) == after?.map(\.number))
    }
}

/// Sheets as they are seldom written, but may be.
enum RandomSheet {
    static func data(_ random: inout SeededGenerator, prefix: String) -> String {
        var data = blank(&random)
        for row in 1...12 where Int.random(in: 0..<3, using: &random) > 0 {
            let attributes = ["", " spans=\"1:4\"", " ht='30' customHeight=\"1\"", " s=\"1\" customFormat=\"1\""]
            let start = "<\(prefix)row r=\"\(row)\"" + (attributes.randomElement(using: &random) ?? "")
            if Int.random(in: 0..<6, using: &random) == 0 {
                data += start + "/>"
                continue
            }
            data += start + " >" + blank(&random) + cells(row, &random, prefix) + "</\(prefix)row >" + blank(&random)
        }
        return data
    }

    private static func cells(_ row: Int, _ random: inout SeededGenerator, _ prefix: String) -> String {
        let isPlain = Int.random(in: 0..<5, using: &random) == 0
        var cells = ""
        for column in 0..<5 where isPlain || Int.random(in: 0..<3, using: &random) > 0 {
            let place = isPlain ? "" : " r=\"\(reference(row, column))\""
            let style = ["", " s=\"2\"", "  s='1'\n"].randomElement(using: &random) ?? ""
            let p = prefix
            let kinds = [
                "<\(p)c\(place)\(style)/>", "<\(p)c\(style)\(place)><\(p)v>43470.5</\(p)v></\(p)c>",
                "<\(p)c\(place)\(style) t=\"s\"><\(p)v>1</\(p)v></\(p)c>",
                "<\(p)c\(place) t='inlineStr'\(style)><\(p)is><\(p)t>a&lt;<![CDATA[<v>]]></\(p)t></\(p)is></\(p)c>",
                "<\(p)c\(place)\(style) t=\"str\"><\(p)f>A1&amp;\"&gt;\"</\(p)f><\(p)v>x</\(p)v></\(p)c>",
            ]
            cells += (kinds.randomElement(using: &random) ?? "") + blank(&random)
        }
        return cells
    }

    private static func blank(_ random: inout SeededGenerator) -> String {
        ["", "", "\n  ", "<!-- <c r=\"A1\"/> -->"].randomElement(using: &random) ?? ""
    }

    static func reference(_ row: Int, _ column: Int) -> String {
        String(UnicodeScalar(UInt8(65 + column))) + String(row)
    }
}

/// Takes the patches out of a sheet again, tag by tag.
enum Undo {
    static func isOriginal(_ marked: String, _ original: String) -> Bool {
        var rest = pieces(marked)[...]
        for piece in pieces(original) {
            while let found = rest.first, !isSame(found, piece) {
                guard isOurs(found) else { return false }
                rest.removeFirst()
            }
            guard rest.popFirst() != nil else { return false }
        }
        return rest.allSatisfy(isOurs)
    }

    private static func pieces(_ text: String) -> [String] {
        text.split(separator: "<", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether a piece is another, but for the style, the spans, and whether its element is empty.
    private static func isSame(_ marked: String, _ original: String) -> Bool {
        marked == original || plain(marked) == plain(original)
    }

    private static func plain(_ piece: String) -> String {
        piece.replacing(/\s+(?:s|spans)=(?:"[^"]*"|'[^']*')/, with: "").replacing("/>", with: ">")
    }

    private static func isOurs(_ piece: String) -> Bool {
        piece.wholeMatch(of: /(?:x:)?c r="[A-Z]+\d+" s="\d+"\/>/) != nil
            || piece.wholeMatch(of: /(?:x:)?row r="\d+">/) != nil
            || piece.wholeMatch(of: /\/(?:x:)?row>/) != nil
            || piece.wholeMatch(of: /(?:x:)?legacyDrawing [^>]*\/>/) != nil
    }
}

extension MarkedBook {
    /// The colour in front of a cell's ground, where cells need not say where they are.
    func groundWithoutReferences(_ reference: String, in part: String) throws -> String {
        let row = reference.drop { $0.isLetter }
        let column = PackageRules.column(of: reference)
        let styles = try tree("xl/styles.xml")
        for node in try #require(try tree(part).child("sheetData")).children where node["r"] == String(row) {
            var last = -1
            for cell in node.children {
                last = cell["r"].map { PackageRules.column(of: $0) } ?? last + 1
                guard last == column else { continue }
                let format = try #require(styles.child("cellXfs")?.children[Int(cell["s"] ?? "0") ?? 0])
                let fill = try #require(styles.child("fills")?.children[Int(format["fillId"] ?? "0") ?? 0])
                return fill.child("patternFill")?.child("fgColor")?["rgb"] ?? ""
            }
        }
        return ""
    }
}

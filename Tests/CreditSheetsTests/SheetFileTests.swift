import CreditSheets
import TestSupport
import Testing

@Suite struct SheetFileTests {
    static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    static let encrypted: [UInt8] =
        compound + [UInt8](repeating: 0, count: 65_520) + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }

    @Test(
        "A file is known by its bytes, whatever its name",
        arguments: [
            (compound + [UInt8](repeating: 0, count: 600), SheetError.Kind.legacyBroken),
            (encrypted, .encrypted),
            ([9, 8, 16, 0, 0, 6, 5, 0], .legacyBroken),
            ([9, 0, 4, 0, 2, 0, 16, 0], .legacyWorkbook),
            (Array("<html><p>没有表格</p>".utf8), .htmlNotWorkbook),
            (Array("\u{FEFF}\r\n <TABLE>".utf8), .empty),
            (Array("<?xml version=\"1.0\"?><Workbook/>".utf8), .htmlNotWorkbook),
            (Array("<?xml version=\"1.0\"?><list><item>a</item></list>".utf8), .htmlNotWorkbook),
            (Array("<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"o\"/>".utf8), .openDocument),
            (Array("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n".utf8), .htmlNotWorkbook),
            (Array("Rar!\u{1A}\u{7}".utf8), .notAText),
            (Array("%PDF-1.7\n1 0 obj".utf8), .notAText),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .notAText),
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], .notAText),
            ([], .empty),
            ([0x50, 0x4B, 3, 4, 20, 0, 0, 0], .zipBroken),
        ]
    )
    func kinds(bytes: [UInt8], kind: SheetError.Kind) throws {
        let folder = try ScratchFolder()
        let path = try folder.file("表.xls", bytes)
        #expect(throws: SheetError(kind)) { try SheetFile.open(path: path) }
    }

    @Test("A text that calls itself a workbook is read as the text it is")
    func textAsWorkbook() throws {
        let folder = try ScratchFolder()
        let path = try folder.file("表.xls", "名称\t代码\n甲\t1\n".utf8)
        #expect(try texts(SheetFile.open(path: path)) == [["名称", "代码"], ["甲", "1"]])
    }

    @Test("What is not there, or is no file, says so")
    func absent() {
        #expect(throws: SheetError(.notFound)) { try SheetFile.open(path: "/nowhere/at/all.csv") }
        #expect(throws: SheetError(.unreadable)) { try SheetFile.open(path: "/") }
        #expect(throws: SheetError(.unreadable)) { try SheetFile.open(path: "/dev/zero") }
    }

    @Test("A file larger than allowed is not read")
    func tooLarge() throws {
        let folder = try ScratchFolder()
        var limits = SheetLimits()
        limits.maximumBytes = 10
        let path = try folder.file("a.csv", "a,b,c,d,e,f\n".utf8)
        #expect(throws: SheetError(.tooLarge)) { try SheetFile.open(path: path, limits: limits) }
    }
}

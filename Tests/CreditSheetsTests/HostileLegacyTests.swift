import TestSupport
import Testing

@testable import CreditSheets

@Suite struct HostileLegacyTests {
    private typealias R = LegacyRecords

    private func read(_ file: [UInt8], _ limits: SheetLimits = .standard) throws(SheetError) -> [[String]] {
        let tables = try LegacyTables(ByteSource(bytes: file), limits: limits)
        var rows: [[String]] = []
        for index in tables.tables.indices {
            do throws(SheetError) {
                rows += try texts(tables.open(index))
            } catch  where error.kind == .empty {
                continue
            }
        }
        return rows
    }

    private func expect(_ kind: SheetError.Kind, _ file: [UInt8], _ limits: SheetLimits = .standard) {
        let start = ContinuousClock.now
        #expect(throws: SheetError(kind)) { try read(file, limits) }
        #expect(start.duration(to: .now) < .seconds(5))
    }

    /// A file of some sectors; its first is the allocation table, then come directory and stream.
    private let sound = CompoundBuilder(stream: LegacyBook(LegacyRecords.number(1, 0, 0)).stream, padsSmall: true).file

    private func changed(_ place: Int, _ value: Int) -> [UInt8] {
        var file = sound
        file.replaceSubrange(place..<place + 4, with: R.long(value))
        return file
    }

    @Test(
        "Streams are found in sectors of both sizes, in small sectors and behind a long list",
        arguments: [512, 4096]
    )
    func sizes(sector: Int) throws {
        let filler = R.record(0x00EC, [UInt8](repeating: 1, count: 8000))
        for count in [0, 1, 20, sector == 512 ? 1800 : 2] {
            let fillers = [[UInt8]](repeating: filler, count: count).flatMap { $0 }
            let stream = LegacyBook(R.number(1, 0, 0) + fillers + R.number(2, 1, 0)).stream
            for padded in [false, true] {
                let file = CompoundBuilder(stream: stream, sectorBytes: sector, padsSmall: padded).file
                #expect(try read(file) == [["1"], ["2"]])
            }
        }
    }

    @Test(
        "Chains that lead in a circle, or out of the file, are damage",
        arguments: [
            // Header: directory, its sectors' size; table: the entries of directory and stream.
            (48, 1000), (48, 0xFFFF_FFFE), (30, 0x0006_0007), (30, 0x0006_00FF), (68, 0x7FFF_FFFF), (76, 0x00FF_FFFF),
            (512 + 4 * 1, 1), (512 + 4 * 2, 2), (512 + 4 * 2, 0x0FFF_FFFF), (512 + 4 * 3, 0xFFFF_FFFE),
            (512 + 4 * 3, 0xFFFF_FFFF), (1024 + 66, 1), (1024 + 128 + 120, 0x7FFF_FFFF),
            (1024 + 128 + 116, 0xFFFF_FFF0),
        ]
    )
    func chains(place: Int, value: Int) throws {
        #expect(try read(sound) == [["1"]])
        if place != 68 { expect(.legacyBroken, changed(place, value)) }
    }

    @Test("A list of tables that refers to itself ends")
    func listCircle() {
        // The one sector of the table is gone, and the list's next sector is the list again.
        var file = changed(76, 0xFFFF_FFFF)
        file.replaceSubrange(68..<72, with: R.long(2))
        file.replaceSubrange(512 + 2 * 512..<512 + 3 * 512, with: [UInt8](repeating: 0xFF, count: 508) + R.long(2))
        expect(.legacyBroken, file)
    }

    @Test("A tree of names that refers to itself ends, and shows no workbook")
    func treeCircle() {
        var file = changed(1024 + 128 + 68, 1)
        file[1024 + 128] = UInt8(ascii: "X")
        expect(.otherDocument, file)
    }

    @Test("A file says what it is, if it is no workbook that can be read")
    func kinds() {
        let stream = LegacyBook(R.number(1, 0, 0)).stream
        expect(.otherDocument, CompoundBuilder(stream: stream, name: "WordDocument").file)
        expect(.encrypted, CompoundBuilder(stream: stream, name: "EncryptedPackage").file)
        expect(.encrypted, LegacyBook(R.number(1, 0, 0), globals: R.record(0x002F, [1, 0, 1, 0])).file)
        for begin in [[9, 0, 4, 0, 2, 0, 0x10, 0], [9, 2, 6, 0, 0, 3, 0x10, 0], [9, 4, 6, 0, 0, 4, 0x10, 0]] {
            expect(.legacyWorkbook, begin.map { UInt8($0) } + [0, 0])
        }
        expect(.legacyBroken, CompoundBuilder(stream: Array("no records".utf8)).file)
        expect(.legacyBroken, LegacyBook(sheets: []).file)
    }

    @Test("A sheet that points nowhere, or where another one is, is damage")
    func sheetPlaces() {
        let parts = { (places: [Int]) in
            R.begin(5) + places.flatMap { R.sheet(R.text("a", shortCount: true), at: $0) } + R.end
        }
        expect(.legacyBroken, CompoundBuilder(stream: parts([1 << 31])).file)
        expect(.legacyBroken, CompoundBuilder(stream: parts([3])).file)
        expect(.legacyBroken, CompoundBuilder(stream: parts([0, 0])).file)
        expect(.legacyBroken, CompoundBuilder(stream: R.begin(5)).file)
        expect(.legacyBroken, CompoundBuilder(stream: R.begin(5) + R.record(0x0085, [0, 0]) + R.end).file)
    }

    @Test("Strings that are claimed and not there are only missed by the cells that want them")
    func claims() throws {
        let strings = R.strings(["甲"], claimed: 0x7FFF_FFFF)
        #expect(try read(LegacyBook(R.shared(0, 0, 0), globals: strings).file) == [["甲"]])
        expect(.legacyBroken, LegacyBook(R.shared(1, 0, 0), globals: strings).file)
        let cut = R.record(0x00FC, R.long(1) + R.long(1) + R.word(0xFFFF) + [1, 0x32, 0x75])
        expect(.legacyBroken, LegacyBook(R.shared(0, 0, 0), globals: cut).file)
        let guides = R.record(0x00FC, R.long(1) + R.long(1) + R.word(1) + [4] + R.long(0xFFFF_FFFF) + [0x41])
        expect(.legacyBroken, LegacyBook(R.shared(0, 0, 0), globals: guides).file)
    }

    @Test("Cells shorter than they say, or far to the right, are refused")
    func cells() {
        expect(.legacyBroken, LegacyBook(R.record(0x0203, [0, 0, 0, 0])).file)
        expect(.legacyBroken, LegacyBook(R.record(0x0203, [UInt8](repeating: 0, count: 13))).file)
        expect(.legacyBroken, LegacyBook(R.record(0x0006, [UInt8](repeating: 0, count: 9))).file)
        expect(.legacyBroken, LegacyBook(R.label([0xFF, 0xFF, 0, 65], 0, 0)).file)
        expect(.tooManyColumns, LegacyBook(R.many([Int](repeating: 2, count: 600), 0, 0)).file)
        expect(.tooManyColumns, LegacyBook(R.number(1, 0, 65_535)).file)
    }

    @Test("Many of everything ends soon, in rows or in a refusal")
    func many() throws {
        let repeated = { (record: [UInt8], count: Int) in [[UInt8]](repeating: record, count: count).flatMap { $0 } }
        let cell = R.number(1, 0, 0)
        #expect(try read(LegacyBook(cell, globals: repeated(R.style(format: 14), 100_000)).file) == [["1900-01-01"]])
        let formats = (0..<40_000).flatMap { R.format($0, "0") }
        #expect(try read(LegacyBook(cell, globals: formats).file) == [["1"]])
        expect(.tooLarge, LegacyBook(cell, globals: repeated(R.sheet([1, 0, 65], at: 0), 5000)).file)
        let merge = [(Int, Int, Int, Int)](repeating: (0, 65_535, 0, 255), count: 1000)
        expect(.tooLarge, LegacyBook(cell + repeated(R.merges(merge), 101)).file)
        #expect(try read(LegacyBook(repeated(cell, 100_000)).file) == [["1"]])
        #expect(try read(LegacyBook(cell + repeated(R.begin(0x20) + R.end, 50_000)).file) == [["1"]])
        var limits = SheetLimits()
        limits.maximumSharedBytes = 1 << 10
        expect(
            .tooLarge,
            LegacyBook(
                cell,
                globals: repeated(R.strings(["a"], claimed: 70), 1)
                    + R.strings([String](repeating: "a", count: 100))
            )
            .file,
            limits
        )
    }

    @Test("One long string in many cells may not grow without end")
    func repeatedText() {
        let string = String(repeating: "信", count: 30_000)
        var limits = SheetLimits()
        limits.maximumExpansionRatio = 10
        let label = R.text(string)
        let strings = R.record(0x00FC, R.long(1) + R.long(1) + label)
        expect(.tooLarge, LegacyBook((0..<2000).flatMap { R.shared(0, $0, 0) }, globals: strings).file, limits)
    }

    @Test("Merges that fill more than 100,000 cells are refused")
    func filled() {
        let columns = (0..<4).flatMap { R.number(1, 0, $0) }
        let rows = (1..<30_000).flatMap { R.number(1, $0, 5) }
        expect(.tooLarge, LegacyBook(columns + rows + R.merges((0..<4).map { (0, 65_535, $0, $0) })).file)
    }

    @Test("A file cut short is damage, wherever it is cut")
    func truncated() {
        let rows = (0..<300).flatMap { R.number(Double($0) / 7, $0, 0) }
        let stream = LegacyBook(rows).stream
        for cut in stride(from: 8, to: stream.count, by: 97) {
            expect(.legacyBroken, CompoundBuilder(stream: Array(stream.prefix(cut))).file)
        }
        let file = LegacyBook(rows).file
        for cut in stride(from: 8, to: file.count - 1024, by: 256) { expect(.legacyBroken, Array(file.prefix(cut))) }
    }
}

import CreditSheets
import Glibc
import TestSupport
import Testing

/// Pages, XML workbooks and archives that are made to hurt; Scripts/hostile_sheets.py has the large ones.
@Suite(.serialized) struct HostileTableTests {
    /// Reads all of a file, and holds it to its time and to memory that this process may grow by.
    private func read(_ bytes: some Sequence<UInt8>) throws -> Result<[ReadTable], SheetError> {
        let before = Self.peak()
        var result = Result<[ReadTable], SheetError>.success([])
        let seconds = try processorSeconds {
            do {
                result = .success(try readBook(bytes))
            } catch let error as SheetError {
                result = .failure(error)
            }
        }
        #expect(seconds < 2)
        #expect(Self.peak() - before < 300 << 20)
        return result
    }

    /// The most memory that this process ever had, in bytes.
    private static func peak() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(0), &usage)
        return usage.ru_maxrss << 10
    }

    private func times(_ count: Int, _ piece: String) -> String { Self.times(count, piece) }

    @Test("Tables in tables in tables are refused")
    func nested() throws {
        let page = times(10_000, "<table><tr><td>")
        #expect(try read(page.utf8) == .failure(SheetError(.htmlNotWorkbook)))
        #expect(try read((times(63, "<table><tr><td>") + "a").utf8) == .success([ReadTable(name: "", rows: [["a"]])]))
    }

    @Test("More tables than are allowed are refused")
    func manyTables() throws {
        let page = times(1001, "<table><tr><td>a</td></tr></table>x")
        #expect(try read(page.utf8) == .failure(SheetError(.tooManyTables)))
    }

    @Test("A tag without end is passed over, and one that ends has its columns")
    func longTags() throws {
        let filler = times(4 << 20, "x")
        #expect(try read("<table><tr><td class='\(filler)".utf8) == .failure(SheetError(.empty)))
        let row = "<td colspan=2 class='\(filler)'>a</td><td>b</td>"
        #expect(
            try read("<table><tr>\(row)</tr></table>".utf8) == .success([ReadTable(name: "", rows: [["a", "", "b"]])])
        )
    }

    private static func times(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }

    private static func farDown() -> String {
        let long = times(10_000, "x")
        return times(400, "<td rowspan=1000000000>\(long)</td>") + times(2000, "<tr><td>b")
    }

    static let rows: [(String, SheetError.Kind)] = [
        ("<td colspan=1000000></td><td>a</td>", .tooManyColumns),
        (times(600, "<td>a"), .tooManyColumns),
        (times(50, "<td colspan=1000000></td>"), .empty),
        (farDown(), .tooLarge),
        ("<td>" + times(60_000, "字"), .cellTooLong),
        ("<td>" + times(90_000, "a<br>"), .cellTooLong),
    ]

    @Test("Columns, rows and cells beyond all measure", arguments: rows)
    func beyond(row: String, kind: SheetError.Kind) throws {
        let folder = try ScratchFolder()
        let path = try folder.file("a.html", "<table><tr>\(row)</table>".utf8)
        let seconds = processorSeconds {
            #expect(throws: SheetError(kind)) {
                var reader = try SheetFile.open(path: path)
                var row = SheetRow()
                while try reader.next(&row) {}
            }
        }
        #expect(seconds < 2)
    }

    @Test("A cell that reaches over more rows than there are is in those that there are")
    func farRows() throws {
        let page = "<table><tr><td rowspan=1000000000>a<td>b" + times(3, "<tr><td>c") + "</table>"
        #expect(
            try read(page.utf8)
                == .success([ReadTable(name: "", rows: [["a", "b"], ["a", "c"], ["a", "c"], ["a", "c"]])])
        )
    }

    @Test(
        "What never ends is read to its end",
        arguments: [
            "<b>", "&", "<", "</", "<!", "<!-->", "<!--", "<script>", "&nbsp;", "<p>", "<tr>", "<td>", "\u{4E2D}<?",
        ]
    )
    func endless(piece: String) throws {
        _ = try read(("<html><table><tr><td>a" + times(100_000, piece)).utf8)
    }

    @Test("An archive within itself, entries over one another, a directory that leads nowhere")
    func archives() throws {
        let csv = Array("a,b\n".utf8)
        let whole = StoredZip.make([(Array("a.csv".utf8), csv)])
        #expect(try read(StoredZip.make([(Array("b".utf8), whole)])) == .failure(SheetError(.nestedArchive)))

        let place = whole.count - 22
        let nowhere = whole.prefix(place) + StoredZip.end(count: 1, size: 51, place: 0x7FFF_FFFF)
        #expect(try read(nowhere) == .failure(SheetError(.zipBroken)))
        let endless = whole.prefix(place) + StoredZip.end(count: 1, size: 0xFFFF_FFFF, place: 0)
        #expect(try read(endless) == .failure(SheetError(.zipBomb)))

        let long = [UInt8](repeating: 0x61, count: 4000)
        let first = StoredZip.make([(Array("a".utf8), long)])
        let entries = (0..<100).flatMap { _ in StoredZip.entry((Array("a".utf8), long), at: 0) }
        let overlapping =
            first.prefix(31 + 4000) + entries + StoredZip.end(count: 100, size: entries.count, place: 4031)
        #expect(try read(overlapping) == .failure(SheetError(.zipBomb)))
    }

    @Test("100,000 files in an archive are refused")
    func manyFiles() throws {
        let entry = StoredZip.entry((Array("a.csv".utf8), []), at: 0)
        let head = StoredZip.make([(Array("a.csv".utf8), [])]).prefix(35)
        var directory: [UInt8] = []
        for _ in 0..<60_000 { directory += entry }
        let many = head + directory + StoredZip.end(count: 60_000, size: directory.count, place: 35)
        #expect(try read(many) == .failure(SheetError(.tooManyTables)))
        let more = directory + directory + directory
        let tooMany = head + more + StoredZip.end(count: 180_000, size: more.count, place: 35)
        #expect(try read(tooMany) == .failure(SheetError(.zipBomb)))
    }

    @Test("Small archives that unpack to far more are refused by what they say of themselves, and by what they are")
    func bombs() throws {
        let zeros = [UInt8](repeating: 0x61, count: 20 << 20)
        #expect(try read(ArchiveTests.zip(["a.csv": zeros])) == .failure(SheetError(.zipBomb)))
        let page = Array("<table><tr><td>".utf8) + [UInt8](repeating: 0x20, count: 9 << 20)
        #expect(try read(ArchiveTests.zip(["a.htm": page, "b.htm": page])) == .failure(SheetError(.zipBomb)))
    }
}

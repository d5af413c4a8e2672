import TestSupport
import Testing

@testable import CreditSheets

/// Thousands of files that were a workbook once: each gives rows or an error, and soon.
@Suite struct MutatedLegacyTests {
    private typealias R = LegacyRecords

    private static let seeds: [[UInt8]] = {
        let strings = ["甲", "abc", "é", "信用代码TEWT", ""]
        let cells = (0..<40)
            .flatMap { (row: Int) -> [UInt8] in
                R.all(
                    R.shared(row % 5, row, 0),
                    R.number(Double(row) * 1.5, row, 1, style: 1),
                    R.label(R.text("标签"), row, 2),
                    R.many([row << 2 | 2, 6], row, 3),
                    R.formula(R.special(0), row, 5),
                    R.record(0x0207, R.text("式")),
                    R.boolean(7, isError: row % 2 == 0, row, 6)
                )
            }
        let globals = R.all(R.format(164, "yyyy-m-d"), R.style(format: 0), R.style(format: 164), R.strings(strings))
        let book = LegacyBook(cells + R.merges([(0, 5, 0, 0), (7, 9, 2, 3)]), globals: globals)
        let two = LegacyBook(sheets: [.init("一", R.number(1, 0, 0)), .init("二", R.number(2, 0, 0), state: 1)])
        let paged = LegacyBook(
            R.all(R.label([4, 0, 0xD0, 0xC5, 0xD3, 0xC3], 0, 0), R.number(1, 1, 1)),
            globals: R.all(R.record(0x0042, R.word(936)), R.style(format: 14)),
            version: R.codePaged
        )
        return [
            book.file, CompoundBuilder(stream: book.stream, sectorBytes: 4096).file, two.file,
            CompoundBuilder(stream: paged.stream, name: "Book").file, R.begin(0x10) + cells + R.end,
        ]
    }()

    private static let favourites: [UInt8] = [0, 1, 0x3C, 0x7F, 0x80, 0xFE, 0xFF]

    @Test("A workbook with changed bytes, or cut short, never traps", arguments: 0..<10)
    func mutated(seed: UInt64) {
        var generator = SplitMix(state: seed)
        for _ in 0..<300 {
            let whole = Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &generator)]
            let file = Self.mutate(whole, &generator)
            let start = ContinuousClock.now
            do throws(SheetError) {
                try Self.readAll(file)
            } catch {
                #expect(!error.message(chinese: true).isEmpty)
            }
            #expect(start.duration(to: .now) < .seconds(2))
        }
    }

    private static func readAll(_ file: [UInt8]) throws(SheetError) {
        let tables = try LegacyTables(ByteSource(bytes: file), limits: .standard)
        for index in tables.tables.indices { _ = try texts(tables.open(index)) }
    }

    private static func mutate(_ whole: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
        var file = whole
        if Int.random(in: 0..<8, using: &generator) == 0 {
            file.removeLast(Int.random(in: 0..<file.count, using: &generator))
        }
        for _ in 0..<Int.random(in: 1...8, using: &generator) where file.count > 8 {
            let place = Int.random(in: 8..<file.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: file[place] = favourites.randomElement(using: &generator) ?? 0
            case 1: file[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: file[place] = UInt8.random(in: 0...255, using: &generator)
            default:
                let from = Int.random(in: 0..<file.count, using: &generator)
                let count = min(32, file.count - max(place, from))
                file.replaceSubrange(place..<place + count, with: Array(file[from..<from + count]))
            }
        }
        return file
    }
}

import TestSupport
import Testing

@testable import CreditSheets

@Suite("Shared strings beyond memory")
struct StringTableTests {
    private static let long = String(repeating: "长", count: 300)

    private func strings(_ count: Int) -> [String] {
        (0..<count).map { $0 % 5 == 4 ? "" : "\($0) " + Self.long.prefix($0 % 300) }
    }

    private func book(_ texts: [String], order: [Int], in folder: ScratchFolder) throws -> String {
        let rows = order.enumerated()
            .map { row, index in
                "<row r=\"\(row + 1)\"><c t=\"s\"><v>\(index)</v></c><c><v>\(row)</v></c></row>"
            }
        let items = texts.map { "<si><t>\($0)</t></si>" }.joined()
        return try WorkbookFile.write(
            WorkbookFile.parts(sheets: [("表", nil, rows.joined())], strings: items),
            in: folder
        )
    }

    @Test("What lies on disk is read as what lies in memory, in any order", arguments: [0, 1000, 300_000, 64 << 20])
    func orders(inMemory: Int) throws {
        var limits = SheetLimits()
        limits.sharedBytesInMemory = inMemory
        let texts = strings(2500)
        var generator = SplitMix(state: 3)
        for order in [Array(texts.indices), texts.indices.reversed(), texts.indices.shuffled(using: &generator)] {
            let folder = try ScratchFolder()
            let path = try book(texts, order: order, in: folder)
            let read = try rows(SheetFile.open(path: path, limits: limits))
            #expect(read.map { $0.texts[0] } == order.map { texts[$0] })
        }
    }

    @Test("The whole table has its bound too")
    func bound() throws {
        var limits = SheetLimits()
        limits.sharedBytesInMemory = 1000
        limits.maximumSharedBytes = 20_000
        let folder = try ScratchFolder()
        let path = try book(strings(500), order: [0], in: folder)
        #expect(throws: SheetError(.tooLarge)) { try SheetFile.open(path: path, limits: limits) }
    }

    @Test("Stretches across blocks, in the block being written and far back are as they were appended")
    func stretches() throws {
        let spilled = try SpilledBytes()
        let bytes = (0..<(70 * SpilledBytes.blockBytes + 5000))
            .map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
        try bytes.withUnsafeBufferPointer { all throws(SheetError) in
            var start = 0
            while start < all.count {
                let end = min(all.count, start + 9973)
                try spilled.append(UnsafeBufferPointer(rebasing: all[start..<end]))
                start = end
            }
        }
        var generator = SplitMix(state: 5)
        for _ in 0..<300 {
            let start = Int.random(in: 0..<bytes.count, using: &generator)
            let range = start..<min(bytes.count, start + Int.random(in: 0...200_000, using: &generator) / 3)
            var read: [UInt8] = []
            try spilled.read(range) { read = Array($0) }
            #expect(read.elementsEqual(bytes[range]))
        }
    }
}

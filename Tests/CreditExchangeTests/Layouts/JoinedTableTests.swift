import CreditSheets
import TestSupport
import Testing

@testable import CreditExchange

@Suite("A table that others point to, in memory")
struct JoinedTableTests {
    private func table(_ rows: Int, limits: JoinedTable.Limits = .init()) throws -> JoinedTable {
        let folder = try ScratchFolder()
        let lines = (0..<rows).map { "key\($0 % 3000),x,value \($0 / 3000)\n" }
        let path = try folder.file("table.csv", ("key,left,value\n" + lines.joined()).utf8)
        var reader = try SheetFile.open(path: path)
        return try JoinedTable(&reader, below: 1, keys: [0], columns: [2], name: "table", limits: limits)
    }

    private func key(_ text: String) -> [UInt8] { Array(text.utf8) + [0x1F] }

    @Test("Every key is found, with the cells that are needed; others are not")
    func finds() throws {
        let table = try table(3000)
        for number in [0, 1, 1023, 2048, 2999] {
            guard case .row(let row) = table.find(key("key\(number)")) else {
                Issue.record("key\(number) is not found")
                continue
            }
            #expect(table.withCell(row, 0) { String(decoding: $0, as: UTF8.self) } == "value 0")
        }
        for other in ["key3000", "", "key"] {
            guard case .none = table.find(key(other)) else {
                Issue.record("\(other) is found")
                continue
            }
        }
    }

    @Test("Rows with one key that differ are known, and keep the first of them")
    func differs() throws {
        let table = try table(3001)
        guard case .several(let row) = table.find(key("key0")), case .row = table.find(key("key1")) else {
            Issue.record("the second row of key0 was not seen")
            return
        }
        #expect(table.withCell(row, 0) { String(decoding: $0, as: UTF8.self) } == "value 0")
    }

    @Test("Beyond its bounds it is turned away with words, not held")
    func bounds() throws {
        var few = JoinedTable.Limits()
        few.rows = 100
        var small = JoinedTable.Limits()
        small.bytes = 1 << 10
        for limits in [few, small] {
            let problem = #expect(throws: LayoutProblem.self) { try table(3000, limits: limits) }
            guard case .joinTooLarge("table", _, _)? = problem else {
                Issue.record("\(String(describing: problem))")
                continue
            }
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import CreditSheets

/// Whatever is refused is closed: a server that looks at broken files for years keeps none of them open.
@Suite(.serialized) struct DescriptorTests {
    @Test("A file that cannot be read is closed", arguments: TableFuzzTests.kinds)
    func closed(kind: String) throws {
        let folder = try ScratchFolder()
        let whole = try TableFuzzTests.file(kind)
        var leaks: [String: Int] = [:]
        var generator = SplitMix(state: 5)
        for round in 0..<200 {
            var bytes = [UInt8](whole)
            for _ in 0..<(1 + round % 20) {
                let end = round % 2 == 0 ? min(bytes.count, 600) : bytes.count
                bytes[Int.random(in: 0..<end, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let path = try folder.file("mutated.xls", bytes)
            let before = open(path)
            var said = "read"
            do {
                let book = try SheetBook(path: path)
                for index in book.tables.indices { _ = try? texts(book.open(index)) }
            } catch {
                said = "\(error)"
            }
            let after = open(path)
            if after > before { leaks[said, default: 0] += after - before }
        }
        #expect(leaks.isEmpty, "\(leaks)")
    }

    /// How many descriptors of this process lead to a file.
    private func open(_ path: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.count {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)) == path
        }
    }
}

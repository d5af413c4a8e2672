import CreditCatalogue
import CreditRules
import CreditSheets

/// A table that others point to, held in memory: of each row only the cells that are needed, found by its key.
struct JoinedTable {
    /// The most rows and bytes that are held.
    struct Limits {
        /// Rows.
        var rows = 2_000_000
        /// Bytes of cells.
        var bytes = 256 << 20
    }

    /// What is found for a key.
    enum Finding {
        /// No row has it.
        case none
        /// One row has it, or several that say the same.
        case row(Int)
        /// Several rows have it, and differ; the first of them.
        case several(Int)
    }

    private var bytes: [UInt8] = []
    /// Where the cells of each row end: the key first, then the columns.
    private var ends: [Int] = []
    private let width: Int
    /// Rows by their keys, in open addressing: a row's number and one, 0 for none; negative where others differ from it.
    private var slots: [Int32]
    private var count = 0

    /// Reads a table's rows below its headings to the end; `keys` are the columns that make the key, `columns` those that are
    /// needed.
    init(
        _ reader: inout any SheetReader,
        below headingRow: Int,
        keys: [Int],
        columns: [Int],
        name: String,
        limits: Limits = Limits()
    ) throws(LayoutProblem) {
        width = columns.count + 1
        slots = Array(repeating: 0, count: 1024)
        var row = SheetRow()
        var key: [UInt8] = []
        while try JoinedTable.read(&reader, &row) {
            guard row.number > headingRow, JoinedTable.makeKey(&key, row, keys) else { continue }
            append(key, row, columns)
            guard count <= limits.rows, bytes.count <= limits.bytes else {
                throw .joinTooLarge(table: name, rows: limits.rows, mebibytes: limits.bytes >> 20)
            }
        }
    }

    private static func read(_ reader: inout any SheetReader, _ row: inout SheetRow) throws(LayoutProblem) -> Bool {
        do {
            return try reader.next(&row)
        } catch {
            throw .sheet(error)
        }
    }

    /// Makes the key of a row; false where a part of it is empty.
    static func makeKey(_ key: inout [UInt8], _ row: SheetRow, _ columns: [Int]) -> Bool {
        key.removeAll(keepingCapacity: true)
        for column in columns {
            let isThere = row.withCell(column) { cell in
                let text = CellText(cell)
                key.append(contentsOf: text.bytes)
                key.append(0x1F)
                return !text.isEmpty
            }
            guard isThere else { return false }
        }
        return true
    }

    /// The rows of a key.
    ///
    /// - Complexity: constant.
    func find(_ key: [UInt8]) -> Finding {
        let place = slot(of: key)
        switch slots[place] {
        case 0: return .none
        case let row where row < 0: return .several(Int(-row) - 1)
        case let row: return .row(Int(row) - 1)
        }
    }

    /// Lends a cell of a row, by its place among the needed columns.
    func withCell<R>(_ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let range = range(row, column + 1)
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private func range(_ row: Int, _ cell: Int) -> Range<Int> {
        let place = row * width + cell
        return (place == 0 ? 0 : ends[place - 1])..<ends[place]
    }

    /// Keeps a row, unless one with its key is there already; then notes whether the two differ.
    private mutating func append(_ key: [UInt8], _ row: SheetRow, _ columns: [Int]) {
        let start = (bytes.count, ends.count)
        bytes += key
        ends.append(bytes.count)
        for column in columns {
            row.withCell(column) { bytes.append(contentsOf: CellText($0).bytes) }
            ends.append(bytes.count)
        }
        let place = slot(of: key)
        guard slots[place] != 0 else {
            count += 1
            slots[place] = Int32(count)
            if count * 2 > slots.count { grow() }
            return
        }
        let other = Int(abs(slots[place])) - 1
        let isSame = (0..<width).allSatisfy { bytes[range(other, $0)] == bytes[range(count, $0)] }
        if !isSame { slots[place] = -Int32(other + 1) }
        bytes.removeLast(bytes.count - start.0)
        ends.removeLast(ends.count - start.1)
    }

    /// The slot of a key: where its row stands, or the free one where it would.
    private func slot(of key: [UInt8]) -> Int {
        var place = key.hashValue & (slots.count - 1)
        while slots[place] != 0 {
            let row = Int(abs(slots[place])) - 1
            if bytes[range(row, 0)].elementsEqual(key) { return place }
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 {
            slots[slot(of: Array(bytes[range(Int(abs(entry)) - 1, 0)]))] = entry
        }
    }
}

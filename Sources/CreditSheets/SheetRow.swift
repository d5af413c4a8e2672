internal import Glibc

/// One row of a sheet, as bytes of UTF-8: given to a reader again and again, it allocates nothing once warm.
public struct SheetRow: Sendable {
    /// The position of the row in the sheet as sent, from 1; a record with line breaks inside its cells is one row.
    public internal(set) var number = 0
    /// The number of cells, absent ones before the last included.
    public internal(set) var count = 0

    // Both are room, longer than what is used: a cell's bytes follow those of the cell before it.
    @usableFromInline var bytes: [UInt8]
    @usableFromInline var ends: [Int32]

    /// An empty row.
    public init() {
        bytes = [UInt8](repeating: 0, count: 1024)
        ends = [Int32](repeating: 0, count: 64)
    }

    /// Whether no cell holds a single byte.
    public var isEmpty: Bool { used == 0 }

    /// Lends a cell's bytes, without quotes; none for an absent cell.
    @inlinable
    public func withCell<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        guard index >= 0, index < count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        let end = Int(ends[index])
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// Lends the bytes of all cells, one after the other, and the offset at which each cell ends.
    @inlinable
    public func withCells<R>(
        _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Int32>) throws -> R
    ) rethrows -> R {
        try bytes.withUnsafeBufferPointer { bytes in
            try ends.withUnsafeBufferPointer { ends in
                try body(
                    UnsafeBufferPointer(rebasing: bytes[0..<used]),
                    UnsafeBufferPointer(rebasing: ends[0..<count])
                )
            }
        }
    }

    /// A cell's text; empty for an absent cell.
    public func text(_ index: Int) -> String {
        withCell(index) { String(decoding: $0, as: UTF8.self) }
    }

    /// The text of every cell.
    public var texts: [String] { (0..<count).map { text($0) } }

    @inlinable var used: Int { count == 0 ? 0 : Int(ends[count - 1]) }
}

extension SheetRow {
    /// Makes the row an empty one with a number.
    package mutating func begin(number: Int) {
        self.number = number
        count = 0
    }

    /// Appends a cell at a column that has none yet; columns between are absent, and empty.
    @inline(__always)
    package mutating func append(_ cell: UnsafeBufferPointer<UInt8>, at column: Int) {
        let start = used
        while bytes.count < start + cell.count { growBytes() }
        while ends.count <= column { growEnds() }
        ends.withUnsafeMutableBufferPointer { ends in
            for index in count..<max(column, count) { ends[index] = Int32(truncatingIfNeeded: start) }
            ends[column] = Int32(truncatingIfNeeded: start + cell.count)
        }
        if let source = cell.baseAddress {
            bytes.withUnsafeMutableBytes { room in
                _ = room.baseAddress.map { memcpy($0 + start, source, cell.count) }
            }
        }
        count = column + 1
    }

    /// Gives a cell that is empty or absent a value; those behind it move on.
    mutating func insert(_ cell: [UInt8], at column: Int) {
        guard column < count else { return cell.withUnsafeBufferPointer { append($0, at: column) } }
        let used = used
        let place = Int(ends[column])
        while bytes.count < used + cell.count { growBytes() }
        bytes.withUnsafeMutableBytes { room in
            guard let base = room.baseAddress else { return }
            memmove(base + place + cell.count, base + place, used - place)
            memcpy(base + place, cell, cell.count)
        }
        for index in column..<count { ends[index] += Int32(cell.count) }
    }

    @inline(never)
    mutating func growBytes() {
        bytes.append(contentsOf: repeatElement(0, count: bytes.count))
    }

    @inline(never)
    mutating func growEnds() {
        ends.append(contentsOf: repeatElement(0, count: ends.count))
    }
}

/// The strings that a workbook's cells refer to by number: in memory up to a bound, beyond it on disk.
final class StringTable {
    /// How many there are.
    let count: Int
    private let memory: Memory
    private let memoryBytes: Int
    private let ends: StringEnds
    private let spilled: SpilledBytes?

    /// A table of what has been gathered.
    init(memory: consuming Memory, memoryBytes: Int, ends: consuming StringEnds, spilled: SpilledBytes?) {
        count = ends.count
        self.memory = memory
        self.memoryBytes = memoryBytes
        self.ends = ends
        self.spilled = spilled
    }

    /// Reads a workbook's strings; it has none where the part is absent.
    static func read(_ entry: ZipEntry?, _ limits: SheetLimits) throws(SheetError) -> StringTable {
        var sink = SharedStringSink(limits, expecting: entry?.size ?? 0)
        if let entry {
            var scanner = try XMLScanner.open(entry)
            while try scanner.pull(&sink) {}
        }
        return sink.finish()
    }

    /// Whether a string is empty; `nil` where there is none of that number.
    func isEmpty(_ index: Int) -> Bool? {
        index >= 0 && index < count ? ends.start(of: index) == ends.end(of: index) : nil
    }

    /// Appends a string to a row.
    ///
    /// - Returns: `false` where there is none of that number.
    /// - Throws: `unreadable` where the disk does not give back what was written.
    @inline(__always)
    func append(_ index: Int, to row: inout SheetRow, at column: Int) throws(SheetError) -> Bool {
        guard index >= 0, index < count else { return false }
        let (start, end) = (ends.start(of: index), ends.end(of: index))
        if end <= memoryBytes {
            if end > start {
                row.append(UnsafeBufferPointer(start: memory.base + start, count: end - start), at: column)
            }
        } else if let spilled {
            try spilled.read((start - memoryBytes)..<(end - memoryBytes)) { row.append($0, at: column) }
        }
        return true
    }
}

/// Where strings that follow one another end.
struct StringEnds: ~Copyable {
    private var memory = Memory(count: 4096)
    /// How many there are.
    private(set) var count = 0

    /// Where a string begins: where the one before it ends.
    @inline(__always)
    func start(of index: Int) -> Int { index == 0 ? 0 : end(of: index - 1) }

    /// Where a string ends.
    @inline(__always)
    func end(of index: Int) -> Int {
        Int(UnsafeRawPointer(memory.base).load(fromByteOffset: index * 4, as: UInt32.self))
    }

    /// Adds the end of the next one.
    @inline(__always)
    mutating func append(_ end: Int) {
        if count * 4 == memory.count { memory.grow(to: memory.count * 2, keeping: memory.count) }
        let end = UInt32(truncatingIfNeeded: end)
        UnsafeMutableRawPointer(memory.base).storeBytes(of: end, toByteOffset: count * 4, as: UInt32.self)
        count += 1
    }
}

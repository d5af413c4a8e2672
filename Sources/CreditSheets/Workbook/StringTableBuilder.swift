internal import Glibc

/// Gathers a workbook's shared strings; once the bound is reached, each further one goes to disk.
struct StringTableBuilder: ~Copyable {
    /// Strings of a workbook: the end of each is held in memory.
    static let maximumStrings = 32 << 20

    private var memory: Memory
    private var memoryBytes = 0
    private var ends = StringEnds()
    private var total = 0
    private var spilled: SpilledBytes?
    private let limits: SheetLimits

    init(_ limits: SheetLimits, expecting bytes: Int64) {
        self.limits = limits
        memory = Memory(unsetCount: max(16, Int(clamping: min(bytes, Int64(limits.sharedBytesInMemory)))))
    }

    /// Adds the string of the next number.
    ///
    /// - Throws: `tooLarge`, and `unwritable` where the disk does not take it.
    @inline(__always)
    mutating func append(_ string: UnsafeBufferPointer<UInt8>) throws(SheetError) {
        total += string.count
        // An empty string costs no bytes, but its end does.
        guard total + ends.count * 4 < min(limits.maximumSharedBytes, Int(UInt32.max)),
            ends.count < StringTableBuilder.maximumStrings
        else { throw SheetError(.tooLarge, detail: "shared strings") }
        ends.append(total)
        if spilled == nil, total <= limits.sharedBytesInMemory {
            guard let start = string.baseAddress else { return }
            if total > memory.count { growMemory() }
            memcpy(memory.base + memoryBytes, start, string.count)
            memoryBytes = total
        } else {
            try spill(string)
        }
    }

    /// The table of everything gathered.
    consuming func finish() -> StringTable {
        StringTable(memory: memory, memoryBytes: memoryBytes, ends: ends, spilled: spilled)
    }

    @inline(never)
    private mutating func spill(_ string: UnsafeBufferPointer<UInt8>) throws(SheetError) {
        let file = if let spilled { spilled } else { try SpilledBytes() }
        spilled = file
        try file.append(string)
    }

    @inline(never)
    private mutating func growMemory() {
        memory.grow(to: max(total, min(memory.count * 2, limits.sharedBytesInMemory)), keeping: memoryBytes)
    }
}

/// Writes numbers and arrays of numbers as they lie in memory, each array behind its length.
struct SnapshotWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func write(_ number: some FixedWidthInteger & BitwiseCopyable) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(array: [some FixedWidthInteger & BitwiseCopyable]) {
        write(UInt64(array.count))
        array.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
}

/// Reads what the writer wrote; `nil` where the bytes end too early.
struct SnapshotReader {
    let bytes: [UInt8]
    let end: Int
    private var offset = 0

    init(bytes: [UInt8], end: Int) {
        self.bytes = bytes
        self.end = end
    }

    mutating func number<Number: FixedWidthInteger & BitwiseCopyable>() -> Number? {
        let size = MemoryLayout<Number>.size
        guard offset + size <= end else { return nil }
        defer { offset += size }
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self)) }
    }

    mutating func array<Number: FixedWidthInteger & BitwiseCopyable>() -> [Number]? {
        let size = MemoryLayout<Number>.stride
        guard let count: UInt64 = number(), count <= UInt64((end - offset) / size) else { return nil }
        let from = offset
        offset += Int(count) * size
        return [Number](unsafeUninitializedCapacity: Int(count)) { buffer, written in
            bytes.withUnsafeBytes { raw in
                UnsafeMutableRawBufferPointer(buffer)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[from..<(from + Int(count) * size)]))
            }
            written = Int(count)
        }
    }

    mutating func read<Number: FixedWidthInteger & BitwiseCopyable>(_ array: inout [Number]) -> Bool {
        guard let read: [Number] = self.array() else { return false }
        array = read
        return true
    }
}

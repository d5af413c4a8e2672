internal import Glibc

/// Bytes that are gathered piece by piece, over which no array checks its bounds.
struct GatheredBytes: ~Copyable {
    private var memory: Memory
    /// The bytes so far.
    private(set) var count = 0

    init(capacity: Int) {
        memory = Memory(count: max(capacity, 16))
    }

    /// The first of them.
    var base: UnsafeMutablePointer<UInt8> {
        @inline(__always) get { memory.base }
    }

    /// All of them, good until the next change.
    var bytes: UnsafeBufferPointer<UInt8> {
        @inline(__always) get { UnsafeBufferPointer(start: memory.base, count: count) }
    }

    /// Forgets them, and keeps the room.
    @inline(__always)
    mutating func removeAll() {
        count = 0
    }

    /// Appends a piece.
    @inline(__always)
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let start = piece.baseAddress else { return }
        if count + piece.count > memory.count { grow(by: piece.count) }
        memcpy(memory.base + count, start, piece.count)
        count += piece.count
    }

    /// Appends a byte.
    mutating func append(_ byte: UInt8) {
        if count == memory.count { grow(by: 1) }
        memory.base[count] = byte
        count += 1
    }

    /// Appends a character.
    mutating func append(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
    }

    /// Takes the place of what is there.
    mutating func replace(with bytes: [UInt8]) {
        removeAll()
        bytes.withUnsafeBufferPointer { append($0) }
    }

    private mutating func grow(by more: Int) {
        memory.grow(to: max(memory.count * 2, count + more), keeping: count)
    }
}

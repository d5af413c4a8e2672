internal import Glibc

/// The names of the elements that are open, the innermost last.
struct OpenElements: ~Copyable {
    /// Deeper than any part of a workbook.
    static let deepest = 64
    /// Longer than any name in a workbook.
    static let longestName = 255

    private let names = Memory(count: (deepest + 1) * 256)
    private let counts = UnsafeMutablePointer<(whole: Int, prefix: Int)>.allocate(capacity: deepest + 1)
    /// How many are open.
    private(set) var depth = 0

    deinit {
        counts.deallocate()
    }

    /// The bytes of the innermost one's name, and of its prefix.
    var innermost: (whole: Int, prefix: Int) {
        @inline(__always) get { counts[depth - 1] }
    }

    /// Opens an element.
    @inline(__always)
    mutating func push(_ name: UnsafeBufferPointer<UInt8>, prefix: Int) {
        guard let start = name.baseAddress else { return }
        let slot = names.base + depth * 256
        // The window can be read beyond a name's end, and the slot has room.
        EightBytes.store(EightBytes.load(start), slot)
        if name.count > 8 { memcpy(slot, start, name.count) }
        counts[depth] = (name.count, prefix)
        depth += 1
    }

    /// Closes the innermost element.
    @inline(__always)
    mutating func pop() {
        depth -= 1
    }

    /// Whether the innermost element's name stands at a place, before a limit behind which there are 8 bytes to look at.
    @inline(__always)
    func isInnermost(at place: UnsafePointer<UInt8>, before limit: UnsafePointer<UInt8>) -> Bool {
        let slot = names.base + (depth - 1) * 256
        let count = counts[depth - 1].whole
        guard count <= limit - place else { return false }
        guard count < 8 else { return memcmp(slot, place, count) == 0 }
        let difference = EightBytes.load(slot) ^ EightBytes.load(place)
        return difference & ((1 << UInt64(count * 8)) - 1) == 0
    }
}

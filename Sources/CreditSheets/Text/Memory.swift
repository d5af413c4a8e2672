/// Raw room that frees itself: the readers' buffers, over which no array checks its bounds.
struct Memory: ~Copyable {
    /// Bytes read beyond the end by whoever looks at eight bytes at once.
    static let padding = 16

    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count: Int

    init(count: Int) {
        self.count = count
        base = .allocate(capacity: count + Memory.padding)
        base.initialize(repeating: 0, count: count + Memory.padding)
    }

    /// Room of which nothing is set but the padding, for whoever fills it from front to back.
    init(unsetCount count: Int) {
        self.count = count
        base = .allocate(capacity: count + Memory.padding)
        (base + count).initialize(repeating: 0, count: Memory.padding)
    }

    deinit {
        base.deallocate()
    }

    /// Makes the room larger; what stood in the first `kept` bytes stays.
    mutating func grow(to count: Int, keeping kept: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: count + Memory.padding)
        larger.initialize(from: base, count: kept)
        (larger + kept).initialize(repeating: 0, count: count + Memory.padding - kept)
        base.deallocate()
        base = larger
        self.count = count
    }
}

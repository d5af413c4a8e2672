internal import Glibc
internal import LibCrypto

/// Bytes that are too many for memory, in a file without a name: written from front to back, then read in stretches.
///
/// What a department sends does not lie on a disk in clear: each block is encrypted under a key that only this process has and
/// forgets with it. The blocks read last are kept.
final class SpilledBytes {
    static let blockBytes = 64 << 10
    private static let keptBlocks = 64

    private let descriptor: Int32
    private let cipher: CounterCipher
    // The block being written; it stays here until it is full.
    private let tail = Memory(count: blockBytes)
    private var tailCount = 0
    private var blocks = 0
    private let cache = Memory(unsetCount: keptBlocks * blockBytes)
    private var slots: [Int: Int] = [:]
    private var blockOfSlot: [Int] = []
    private var lastUse: [Int] = []
    private var uses = 0
    private var joined = GatheredBytes(capacity: 1024)

    /// Makes the file, in `TMPDIR` or `/var/tmp`.
    ///
    /// - Throws: `unwritable`.
    init() throws(SheetError) {
        do {
            cipher = try CounterCipher(key: RandomBytes.make(32))
        } catch {
            throw SheetError(.unwritable, detail: "no key")
        }
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
        var path = Array((folder + "/xinyuan-" + String(repeating: "X", count: 6)).utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw SheetError(.unwritable, detail: "errno \(errno)") }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        close(descriptor)
    }

    /// Appends some bytes.
    ///
    /// - Throws: `unwritable`.
    func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetError) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = min(rest.count, SpilledBytes.blockBytes - tailCount)
            memcpy(tail.base + tailCount, start, count)
            tailCount += count
            rest = UnsafeBufferPointer(rebasing: rest[count...])
            if tailCount == SpilledBytes.blockBytes { try writeTail() }
        }
    }

    /// Lends a stretch of what was appended.
    ///
    /// - Throws: `unreadable`.
    func read(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(SheetError) {
        guard !range.isEmpty else { return }
        let first = range.lowerBound / SpilledBytes.blockBytes
        if (range.upperBound - 1) / SpilledBytes.blockBytes == first {
            let start = UnsafePointer(try block(first)) + range.lowerBound % SpilledBytes.blockBytes
            return body(UnsafeBufferPointer(start: start, count: range.count))
        }
        joined.removeAll()
        var place = range.lowerBound
        while place < range.upperBound {
            let offset = place % SpilledBytes.blockBytes
            let count = min(range.upperBound - place, SpilledBytes.blockBytes - offset)
            let start = UnsafePointer(try block(place / SpilledBytes.blockBytes)) + offset
            joined.append(UnsafeBufferPointer(start: start, count: count))
            place += count
        }
        body(joined.bytes)
    }

    private func writeTail() throws(SheetError) {
        let room = UnsafeMutableRawBufferPointer(start: tail.base, count: SpilledBytes.blockBytes)
        try crypt(room, block: blocks, otherwise: .unwritable)
        var written = 0
        while written < room.count {
            let place = blocks * SpilledBytes.blockBytes + written
            let count = pwrite(descriptor, tail.base + written, room.count - written, place)
            guard count > 0 || (count < 0 && errno == EINTR) else {
                throw SheetError(.unwritable, detail: "errno \(errno)")
            }
            written += max(count, 0)
        }
        blocks += 1
        tailCount = 0
    }

    /// A block in clear, good until the next one is asked for.
    private func block(_ number: Int) throws(SheetError) -> UnsafeMutablePointer<UInt8> {
        if number == blocks { return tail.base }
        uses += 1
        if let slot = slots[number] {
            lastUse[slot] = uses
            return cache.base + slot * SpilledBytes.blockBytes
        }
        let slot = freeSlot()
        let start = cache.base + slot * SpilledBytes.blockBytes
        try load(number, into: start)
        slots[number] = slot
        blockOfSlot[slot] = number
        lastUse[slot] = uses
        return start
    }

    /// A slot that is free, or was used longest ago.
    private func freeSlot() -> Int {
        guard blockOfSlot.count == SpilledBytes.keptBlocks else {
            blockOfSlot.append(-1)
            lastUse.append(0)
            return blockOfSlot.count - 1
        }
        let slot = lastUse.indices.min { lastUse[$0] < lastUse[$1] } ?? 0
        slots[blockOfSlot[slot]] = nil
        return slot
    }

    private func load(_ number: Int, into start: UnsafeMutablePointer<UInt8>) throws(SheetError) {
        var got = 0
        while got < SpilledBytes.blockBytes {
            let place = number * SpilledBytes.blockBytes + got
            let count = pread(descriptor, start + got, SpilledBytes.blockBytes - got, place)
            guard count > 0 || (count < 0 && errno == EINTR) else {
                throw SheetError(.unreadable, detail: "errno \(errno)")
            }
            got += max(count, 0)
        }
        let room = UnsafeMutableRawBufferPointer(start: start, count: SpilledBytes.blockBytes)
        try crypt(room, block: number, otherwise: .unreadable)
    }

    private func crypt(
        _ room: UnsafeMutableRawBufferPointer,
        block: Int,
        otherwise kind: SheetError.Kind
    ) throws(SheetError) {
        let place = UInt64(block * SpilledBytes.blockBytes / CounterCipher.blockSize)
        do throws(CounterCipher.Failed) {
            try cipher.apply(to: room, at: place)
        } catch {
            throw SheetError(kind, detail: "cipher")
        }
    }
}

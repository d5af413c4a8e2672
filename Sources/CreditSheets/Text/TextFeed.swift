internal import Glibc

/// The window through which a text passes: what has been read and not yet been taken apart.
struct TextFeed: ~Copyable {
    /// Whether the text has been read to its end; the window then ends with a line end.
    private(set) var ended = false
    private let stream: TextStream
    private var buffer: Memory
    private var start = 0
    private var end = 0

    init(_ stream: TextStream, bufferSize: Int) {
        self.stream = stream
        buffer = Memory(count: max(bufferSize, 1) + 32)
    }

    /// The bytes in the window.
    var count: Int { end - start }

    /// The window as a scanner wants it.
    var input: RecordScanner.Input {
        RecordScanner.Input(start: UnsafePointer(buffer.base + start), end: UnsafePointer(buffer.base + end))
    }

    /// Passes over what has been taken apart.
    mutating func advance(to next: UnsafePointer<UInt8>) {
        start = next - UnsafePointer(buffer.base)
    }

    /// Forgets everything: nothing more will come.
    mutating func drop() {
        start = end
        ended = true
    }

    /// Reads until there are so many bytes, or no more.
    mutating func fill(toHold wanted: Int) throws(SheetError) {
        while count < wanted, !ended { try refill() }
    }

    /// Reads one piece behind what is left, which moves to the front; the buffer grows when less than half of it is free.
    mutating func refill() throws(SheetError) {
        if start > 0 {
            memmove(buffer.base, buffer.base + start, end - start)
            end -= start
            start = 0
        }
        if end > buffer.count / 2 { buffer.grow(to: buffer.count * 2, keeping: end) }
        let got = try stream.read(into: buffer.base + end, atMost: buffer.count - end - 1)
        end += got
        if got == 0 { finish() }
    }

    /// Lets the last record end with a line end like all others.
    private mutating func finish() {
        ended = true
        guard end > 0, buffer.base[end - 1] != UInt8(ascii: "\n") else { return }
        buffer.base[end] = UInt8(ascii: "\n")
        end += 1
    }
}

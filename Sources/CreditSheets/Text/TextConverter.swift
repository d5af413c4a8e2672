internal import CIconv
internal import Glibc

/// One of iconv's converters, closed with itself.
final class TextConverter {
    /// What came of one call.
    struct Step {
        /// Bytes of the input that are done with.
        var consumed: Int
        /// Bytes that were written.
        var produced: Int
        /// What stopped it.
        var stop: Stop
    }

    /// Why a call came to its end.
    enum Stop {
        case inputDone, outputFull, inputIncomplete, inputBroken
    }

    private let handle: iconv_t

    init(from: String, to: String) throws(SheetError) {
        guard let opened = iconv_open(to, from), Int(bitPattern: opened) != -1 else {
            throw SheetError(.encodingBroken, detail: "iconv \(from) → \(to)")
        }
        handle = opened
    }

    deinit {
        iconv_close(handle)
    }

    /// Converts as much as there is, or as there is room for.
    func convert(
        _ input: UnsafeMutablePointer<UInt8>,
        _ count: Int,
        into output: UnsafeMutablePointer<UInt8>,
        room: Int
    ) -> Step {
        var from: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(input).assumingMemoryBound(to: CChar.self)
        var to: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(output).assumingMemoryBound(to: CChar.self)
        var left = count
        var free = room
        let result = iconv(handle, &from, &left, &to, &free)
        let stop: Stop
        if result != -1 {
            stop = .inputDone
        } else {
            stop = errno == E2BIG ? .outputFull : errno == EINVAL ? .inputIncomplete : .inputBroken
        }
        return Step(consumed: count - left, produced: room - free, stop: stop)
    }
}

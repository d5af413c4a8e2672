internal import Glibc

/// Excel's way to write in XML what XML cannot hold: `_x000D_` is a carriage return, `_x005F_` an underscore.
enum EscapedText {
    /// The scalar that an escape at an index stands for; `nil` where there is none.
    static func scalar(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
        guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = bytes[(index + 2)..<(index + 6)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    }

    /// Whether there is an underscore, without which there is no escape.
    @inline(__always)
    static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        return memchr(base, Int32(UInt8(ascii: "_")), bytes.count) != nil
    }

    /// A text with its escapes read.
    static func read(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let scalar = scalar(bytes, at: index) {
                result.append(contentsOf: String(Character(scalar)).utf8)
                index += 7
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// A text that is read as itself, although it looks like an escape; the library sees to control characters.
    static func write(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let bytes = Array(text.utf8)
        var written: [UInt8] = []
        for index in bytes.indices {
            if scalar(bytes, at: index) != nil { written.append(contentsOf: "_x005F".utf8) }
            written.append(bytes[index])
        }
        return String(decoding: written, as: UTF8.self)
    }
}

internal import Glibc

extension XMLScanner {
    /// Hands on text up to the next tag: line ends become LF, references what they stand for.
    @inline(__always)
    mutating func scanText<Sink: XMLEvents & ~Copyable>(_ sink: inout Sink) throws(SheetError) -> Step {
        let base = UnsafePointer(window.base)
        var start = base + place
        var next = start
        while true {
            let mask = EightBytes.notPlainXML(EightBytes.load(next))
            guard mask != 0 else {
                next += 8
                continue
            }
            next += EightBytes.first(mask)
            if next.pointee == UInt8(ascii: "<") {
                if next > start { try sink.text(UnsafeBufferPointer(start: start, count: next - start)) }
                place = next - base
                return .more
            }
            if next.pointee >= 0x80, try passWide(&next) { continue }
            if next.pointee == UInt8(ascii: "\n") || next.pointee == UInt8(ascii: "\t") {
                next += 1
                continue
            }
            if next.pointee == UInt8(ascii: ">") {
                try refuseSectionEnd(next, from: base)
                next += 1
                continue
            }
            // What the window cuts off is scanned again with what follows, the brackets of a `]]>` too.
            var kept = next
            if next == limit { while kept > start, next - kept < 2, kept[-1] == UInt8(ascii: "]") { kept -= 1 } }
            if kept > start { try sink.text(UnsafeBufferPointer(start: start, count: kept - start)) }
            place = kept - base
            guard let scalar = try scanSign(&next) else { return .needsInput }
            try XMLScanner.pass(scalar, to: &sink)
            place = next - base
            start = next
        }
    }

    /// Passes over well-formed characters beyond ASCII; `false` where the window ends within one.
    @inline(__always)
    func passWide(_ next: inout UnsafePointer<UInt8>) throws(SheetError) -> Bool {
        // Most of a Chinese text: the sequences E4…EC, of which ED is none.
        while true {
            let word = UInt32(littleEndian: UnsafeRawPointer(next).loadUnaligned(as: UInt32.self))
            guard word & 0xC0_C0F0 == 0x80_80E0, word & 0x0F != 0, word & 0x0F != 0x0D, word & 0x0F != 0x0F else {
                break
            }
            next += 3
        }
        guard next.pointee >= 0x80 else { return true }
        let length = UTF8Survey.sequence(next, available: limit - next)
        if length == 0 { return false }
        // U+FFFE and U+FFFF are no characters of XML.
        let isNone = length == 3 && next[0] == 0xEF && next[1] == 0xBF && next[2] >= 0xBE
        guard length > 0, !isNone else { throw broken("characters") }
        next += length
        return true
    }

    /// Refuses `]]>`, which may stand only at the end of a CDATA section.
    private func refuseSectionEnd(_ next: UnsafePointer<UInt8>, from base: UnsafePointer<UInt8>) throws(SheetError) {
        let bracket = UInt8(ascii: "]")
        guard next - base < 2 || next[-1] != bracket || next[-2] != bracket else { throw broken("]]>") }
    }

    /// Reads a line end or a reference; `nil` where the window ends within it.
    private func scanSign(_ next: inout UnsafePointer<UInt8>) throws(SheetError) -> Unicode.Scalar? {
        switch next.pointee {
        case UInt8(ascii: "\r"):
            guard next + 1 < limit else { return nil }
            next += next[1] == UInt8(ascii: "\n") ? 2 : 1
            return "\n"
        case UInt8(ascii: "&"): return try scanReference(&next)
        case 0x80...: return nil
        default:
            _ = try incomplete(at: next, "characters")
            return nil
        }
    }

    /// Reads what stands between `&` and `;`.
    func scanReference(_ next: inout UnsafePointer<UInt8>) throws(SheetError) -> Unicode.Scalar? {
        let start = next + 1
        var place = start
        if start.pointee == UInt8(ascii: "#") { place += 1 }
        while kinds.continuesName(place.pointee) || place.pointee == UInt8(ascii: ":") { place += 1 }
        guard place.pointee == UInt8(ascii: ";") else {
            _ = try incomplete(at: place, "reference")
            return nil
        }
        let name = UnsafeBufferPointer(start: start, count: place - start)
        let scalar = start.pointee == UInt8(ascii: "#") ? XMLScanner.character(name) : XMLScanner.named(name)
        guard let scalar else {
            guard kinds.startsName(start.pointee) else { throw broken("reference") }
            throw SheetError(.xmlEntity)
        }
        next = place + 1
        return scalar
    }

    private static func named(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        guard name.count < 5 else { return nil }
        switch String(decoding: name, as: UTF8.self) {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default: return nil
        }
    }

    /// A character by its number, `#20320` or `#x4F60`; those that XML does not have are none.
    private static func character(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        var digits = name.dropFirst()
        let isHex = digits.first == UInt8(ascii: "x")
        if isHex { digits = digits.dropFirst() }
        guard !digits.isEmpty else { return nil }
        var number: UInt32 = 0
        for byte in digits {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, isHex || digit < 10 else { return nil }
            number = number * (isHex ? 16 : 10) + UInt32(digit)
            guard number < 0x11_0000 else { return nil }
        }
        let isControl = number < 32 && ![9, 10, 13].contains(number)
        return isControl || number == 0xFFFE || number == 0xFFFF ? nil : Unicode.Scalar(number)
    }

    private static func pass<Sink: XMLEvents & ~Copyable>(
        _ scalar: Unicode.Scalar,
        to sink: inout Sink
    ) throws(SheetError) {
        var bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        let result = bytes.withUnsafeMutableBufferPointer { room in
            Result { () throws(SheetError) in try sink.text(UnsafeBufferPointer(room)) }
        }
        try result.get()
    }

    /// Takes in an attribute's value that does not stand as it is: references, line ends, characters beyond ASCII.
    mutating func rewriteValue(
        _ next: inout UnsafePointer<UInt8>,
        _ quote: UInt8,
        _ name: UnsafeBufferPointer<UInt8>,
        _ prefix: Int
    ) throws(SheetError) -> Bool {
        var written = GatheredBytes(capacity: 64)
        while next.pointee != quote {
            let start = next
            if next.pointee >= 0x80 {
                guard try passWide(&next) else { return false }
                written.append(UnsafeBufferPointer(start: start, count: next - start))
            } else if next.pointee == UInt8(ascii: "&") {
                guard let scalar = try scanReference(&next) else { return false }
                written.append(scalar)
            } else if kinds.isSpace(next.pointee) {
                if next.pointee == UInt8(ascii: "\r"), next[1] == UInt8(ascii: "\n") { next += 1 }
                guard next + 1 < limit else { return false }
                written.append(UInt8(ascii: " "))
                next += 1
            } else {
                guard next.pointee >= 32, next.pointee != UInt8(ascii: "<") else {
                    _ = try incomplete(at: next, "attribute")
                    return false
                }
                written.append(next.pointee)
                next += 1
            }
        }
        try attributes.append(name, prefix: prefix, rewritten: written.bytes)
        return true
    }
}

internal import Glibc

extension XMLScanner {
    /// Scans what begins with `<!` or `<?`: a comment, a section of CDATA, an instruction, the declaration at the front.
    mutating func scanMarkup<Sink: XMLEvents & ~Copyable>(
        _ here: UnsafePointer<UInt8>,
        isFront: Bool,
        isWithin: Bool,
        isBefore: Bool,
        _ sink: inout Sink
    ) throws(SheetError) -> Step {
        if here[1] == UInt8(ascii: "?") { return try scanInstruction(here, isFront: isFront) }
        guard here[1] == UInt8(ascii: "!") else { return try incomplete(at: here + 1, "tag") }
        if starts(here, with: "<!--") { return try scanComment(here) }
        if isWithin, starts(here, with: "<![CDATA[") { return try scanSection(here, &sink) }
        if isBefore, starts(here, with: "<!DOCTYPE") { throw SheetError(.xmlEntity) }
        guard limit - here < 9 else { throw broken("markup") }
        return .needsInput
    }

    private func starts(_ place: UnsafePointer<UInt8>, with text: StaticString) -> Bool {
        limit - place >= text.utf8CodeUnitCount && memcmp(place, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    private mutating func scanComment(_ here: UnsafePointer<UInt8>) throws(SheetError) -> Step {
        guard let end = ByteSearch.first("--", from: here + 4, to: limit) else { return .needsInput }
        guard end + 2 < limit else { return .needsInput }
        guard end[2] == UInt8(ascii: ">") else { throw broken("comment") }
        try check(here + 4, end)
        place = end + 3 - UnsafePointer(window.base)
        return .more
    }

    private mutating func scanSection<Sink: XMLEvents & ~Copyable>(
        _ here: UnsafePointer<UInt8>,
        _ sink: inout Sink
    ) throws(SheetError) -> Step {
        guard let end = ByteSearch.first("]]>", from: here + 9, to: limit) else { return .needsInput }
        try check(here + 9, end)
        var start = here + 9
        var next = start
        while next < end {
            let isReturn = next.pointee == UInt8(ascii: "\r")
            if isReturn, next[1] == UInt8(ascii: "\n") {
                if next > start { try sink.text(UnsafeBufferPointer(start: start, count: next - start)) }
                start = next + 1
            } else if isReturn {
                // The window is the scanner's own, and this byte is not looked at again.
                window.base[next - UnsafePointer(window.base)] = UInt8(ascii: "\n")
            }
            next += 1
        }
        if end > start { try sink.text(UnsafeBufferPointer(start: start, count: end - start)) }
        place = end + 3 - UnsafePointer(window.base)
        return .more
    }

    private mutating func scanInstruction(_ here: UnsafePointer<UInt8>, isFront: Bool) throws(SheetError) -> Step {
        guard let end = ByteSearch.first("?>", from: here + 2, to: limit) else { return .needsInput }
        var next = here + 2
        guard kinds.startsName(next.pointee) else { throw broken("instruction") }
        _ = passName(&next)
        guard next == end || kinds.isSpace(next.pointee) else { throw broken("instruction") }
        let name = String(decoding: UnsafeBufferPointer(start: here + 2, count: next - here - 2), as: UTF8.self)
        if name.lowercased() == "xml" {
            let words = String(decoding: UnsafeBufferPointer(start: next, count: end - next), as: UTF8.self)
            guard isFront, name == "xml", XMLEncoding.isDeclaration(words) else { throw broken("declaration") }
        }
        try check(next, end)
        place = end + 2 - UnsafePointer(window.base)
        return .more
    }

    /// Refuses what are no characters of XML.
    private func check(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) throws(SheetError) {
        var next = start
        while next < end {
            if next.pointee >= 0x80 {
                guard try passWide(&next) else { throw broken("characters") }
            } else {
                guard next.pointee >= 32 || kinds.isSpace(next.pointee) else { throw broken("characters") }
                next += 1
            }
        }
    }
}

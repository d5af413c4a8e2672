extension XMLScanner {
    /// Passes over blanks outside the outermost element, where nothing else may stand.
    mutating func passBlanks() throws(SheetError) -> Step {
        while place < end, kinds.isSpace(window.base[place]) {
            place += 1
            isAtFront = false
        }
        guard place < end else { return .needsInput }
        guard window.base[place] == UInt8(ascii: "<") else { throw broken("text outside") }
        return .more
    }

    /// Passes over a name; says how many of its bytes are prefix and colon.
    @inline(__always)
    func passName(_ place: inout UnsafePointer<UInt8>) -> Int {
        let start = place
        while kinds.continuesName(place.pointee) { place += 1 }
        guard place.pointee == UInt8(ascii: ":") else { return 0 }
        place += 1
        let prefix = place - start
        while kinds.continuesName(place.pointee) || place.pointee == UInt8(ascii: ":") { place += 1 }
        return prefix
    }

    @inline(__always)
    func passSpaces(_ place: inout UnsafePointer<UInt8>) {
        while kinds.isSpace(place.pointee) { place += 1 }
    }

    @inline(__always)
    mutating func scanStartTag<Sink: XMLEvents & ~Copyable>(
        _ here: UnsafePointer<UInt8>,
        _ sink: inout Sink
    ) throws(SheetError) -> Step {
        let start = here + 1
        var next = start
        let prefix = passName(&next)
        let whole = UnsafeBufferPointer(start: start, count: next - start)
        attributes.removeAll()
        let isEmpty: Bool
        while true {
            if next.pointee == UInt8(ascii: ">") {
                next += 1
                isEmpty = false
                break
            }
            if next.pointee == UInt8(ascii: "/") {
                guard next[1] == UInt8(ascii: ">") else { return try incomplete(at: next + 1, "empty tag") }
                next += 2
                isEmpty = true
                break
            }
            let blank = next
            passSpaces(&next)
            if next.pointee == UInt8(ascii: ">") || next.pointee == UInt8(ascii: "/") { continue }
            guard next > blank, kinds.startsName(next.pointee) else { return try incomplete(at: next, "tag") }
            guard try scanAttribute(&next) else { return .needsInput }
        }
        guard stage != .after else { throw broken("second root") }
        guard next - here <= XMLScanner.longestToken else { throw broken("token too long") }
        guard open.depth < OpenElements.deepest, whole.count <= OpenElements.longestName else {
            throw broken("nested too deep")
        }
        place = next - UnsafePointer(window.base)
        stage = .within
        let name = ScannedName(start: start + prefix, count: whole.count - prefix, isPrefixed: prefix > 0)
        try sink.start(name, attributes)
        guard isEmpty else {
            open.push(whole, prefix: prefix)
            return .more
        }
        if open.depth == 0 { stage = .after }
        return XMLScanner.step(try sink.end(name))
    }

    @inline(__always)
    mutating func scanEndTag<Sink: XMLEvents & ~Copyable>(
        _ here: UnsafePointer<UInt8>,
        _ sink: inout Sink
    ) throws(SheetError) -> Step {
        let start = here + 2
        var next = start
        guard open.depth > 0 else { throw broken("end tag") }
        guard open.isInnermost(at: start, before: limit) else {
            _ = passName(&next)
            return try incomplete(at: next, "end tag")
        }
        let (count, prefix) = open.innermost
        next += count
        passSpaces(&next)
        guard next.pointee == UInt8(ascii: ">") else { return try incomplete(at: next, "end tag") }
        place = next + 1 - UnsafePointer(window.base)
        open.pop()
        if open.depth == 0 { stage = .after }
        return XMLScanner.step(
            try sink.end(ScannedName(start: start + prefix, count: count - prefix, isPrefixed: prefix > 0))
        )
    }

    @inline(__always)
    private static func step(_ wish: XMLWish) -> Step {
        switch wish {
        case .more: .more
        case .pause: .pause
        case .nothing: .nothing
        }
    }

    /// Scans an attribute at its name; `false` where the window ends within it.
    @inline(__always)
    private mutating func scanAttribute(_ next: inout UnsafePointer<UInt8>) throws(SheetError) -> Bool {
        let start = next
        let prefix = passName(&next)
        let name = UnsafeBufferPointer(start: start, count: next - start)
        passSpaces(&next)
        guard next.pointee == UInt8(ascii: "=") else { return try isCut(next, "attribute") }
        next += 1
        passSpaces(&next)
        let quote = next.pointee
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return try isCut(next, "attribute") }
        next += 1
        let value = next
        while kinds.isPlainValue(next.pointee) { next += 1 }
        if next.pointee == quote {
            try attributes.append(name, prefix: prefix, UnsafeBufferPointer(start: value, count: next - value))
        } else {
            next = value
            guard try rewriteValue(&next, quote, name, prefix) else { return false }
        }
        next += 1
        return true
    }

    /// `false` where a token cannot go on because the window ends there.
    private func isCut(_ place: UnsafePointer<UInt8>, _ what: String) throws(SheetError) -> Bool {
        _ = try incomplete(at: place, what)
        return false
    }
}

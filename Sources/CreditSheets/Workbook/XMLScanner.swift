internal import Glibc

/// Takes a large part of a workbook apart, its sheets and its strings: a pull scanner over a window of the unpacked bytes.
///
/// It knows all of XML 1.0 but what no workbook has, and refuses that: document types and the entities they declare, names
/// beyond ASCII, elements nested deeper than ``OpenElements/deepest`` or with more than ``ScannedAttributes/maximum``
/// attributes. Whatever is not well formed before the place where the sink has enough is refused as well. Expat reads the small
/// parts, and is what the tests hold this scanner to.
struct XMLScanner: ~Copyable {
    static let windowBytes = 128 << 10
    /// Bytes of a tag or comment, which stand in the window whole.
    static let longestToken = 4 << 20

    /// What came of a step.
    enum Step {
        case more, pause, nothing, needsInput
    }

    private enum Stage {
        case before, within, after, done
    }

    let kinds = XMLByte()
    var window: Memory
    /// Where the scanner stands in the window, and where what has been read ends; a NUL stands there.
    var place = 0
    private(set) var end = 0
    var attributes = ScannedAttributes()
    private var input: XMLInput
    private var open = OpenElements()
    private var stage = Stage.before
    private var isWhole = false
    private var isAtFront = true
    private var passed: Int64 = 0

    private init(_ input: consuming XMLInput, bytes: Int) {
        self.input = input
        window = Memory(unsetCount: bytes)
        window.base[0] = 0
    }

    /// A scanner before the first byte of a part, which is unpacked whole at once where it says that it has at most `ahead`
    /// bytes.
    ///
    /// - Throws: `zipBroken`, `zipBomb`, `xmlBroken`.
    static func open(_ entry: ZipEntry, ahead: Int = 0) throws(SheetError) -> XMLScanner {
        let isSmall = entry.size <= Int64(ahead)
        let bytes = max(XMLScanner.windowBytes, isSmall ? Int(entry.size) + 1 : 0)
        var scanner = XMLScanner(try XMLInput.open(entry), bytes: bytes)
        if isSmall { while scanner.end < scanner.window.count, try scanner.refill() {} }
        return scanner
    }

    /// All of the part, where it was unpacked whole.
    var whole: UnsafeBufferPointer<UInt8>? {
        isWhole ? UnsafeBufferPointer(start: window.base, count: end) : nil
    }

    /// The part of it that has been scanned.
    var progress: Double {
        isWhole && passed == 0 ? (end == 0 ? 1 : Double(place) / Double(end)) : input.progress
    }

    var limit: UnsafePointer<UInt8> {
        @inline(__always) get { UnsafePointer(window.base + end) }
    }

    /// Scans on until the sink asks for a pause.
    ///
    /// - Returns: `false` when the part, or what the sink wanted of it, has ended.
    /// - Throws: `zipBroken`, `zipBomb`, `xmlBroken`, `xmlEntity`, and what the sink throws.
    mutating func pull<Sink: XMLEvents & ~Copyable>(_ sink: inout Sink) throws(SheetError) -> Bool {
        while stage != .done {
            switch try step(&sink) {
            case .more: continue
            case .pause: return true
            case .nothing:
                try finish()
            case .needsInput:
                if try refill() { continue }
                guard stage == .after, place == end else { throw broken("ends early") }
                stage = .done
            }
        }
        return false
    }

    @inline(__always)
    private mutating func step<Sink: XMLEvents & ~Copyable>(_ sink: inout Sink) throws(SheetError) -> Step {
        let here = UnsafePointer(window.base + place)
        guard here.pointee == UInt8(ascii: "<") else {
            return stage == .within ? try scanText(&sink) : try passBlanks()
        }
        if kinds.startsName(here[1]) { return try scanStartTag(here, &sink) }
        if here[1] == UInt8(ascii: "/") { return try scanEndTag(here, &sink) }
        let isFront = isAtFront && stage == .before
        let step = try scanMarkup(here, isFront: isFront, isWithin: stage == .within, isBefore: stage == .before, &sink)
        guard step != .needsInput else { return step }
        isAtFront = false
        let length = UnsafePointer(window.base + place) - here
        guard length <= XMLScanner.longestToken else { throw broken("token too long") }
        return step
    }

    private mutating func finish() throws(SheetError) {
        try input.drain()
        stage = .done
    }

    /// What is wrong, and how far into the part.
    func broken(_ what: String) -> SheetError {
        SheetError(.xmlBroken, detail: "\(what), byte \(passed + Int64(place))")
    }

    /// The step where a token cannot go on: its rest may not have been read yet.
    @inline(never)
    func incomplete(at place: UnsafePointer<UInt8>, _ what: String) throws(SheetError) -> Step {
        guard place >= limit else { throw broken(what) }
        return .needsInput
    }

    /// Reads more behind what is left, which moves to the front; the window grows where a token fills it.
    ///
    /// - Returns: `false` when there is no more.
    private mutating func refill() throws(SheetError) -> Bool {
        guard !isWhole else { return false }
        if place > 0 {
            memmove(window.base, window.base + place, end - place)
            passed += Int64(place)
            end -= place
            place = 0
        }
        if end == window.count {
            guard end < XMLScanner.longestToken else { throw broken("token too long") }
            window.grow(to: window.count * 2, keeping: end)
        }
        let got = try input.read(into: window.base + end, atMost: window.count - end)
        end += got
        window.base[end] = 0
        isWhole = got == 0
        return got > 0
    }
}

extension XMLScanner {
    /// Passes over blanks outside the outermost element, where nothing else may stand.
    private mutating func passBlanks() throws(SheetError) -> Step {
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
    private mutating func scanStartTag<Sink: XMLEvents & ~Copyable>(
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
    private mutating func scanEndTag<Sink: XMLEvents & ~Copyable>(
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

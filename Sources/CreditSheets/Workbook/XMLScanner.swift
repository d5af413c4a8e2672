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

    /// Where in the part it is.
    enum Stage {
        case before, within, after, done
    }

    let kinds = XMLByte()
    var window: Memory
    /// Where the scanner stands in the window, and where what has been read ends; a NUL stands there.
    var place = 0
    private(set) var end = 0
    var attributes = ScannedAttributes()
    private var input: XMLInput
    var open = OpenElements()
    var stage = Stage.before
    private var isWhole = false
    var isAtFront = true
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

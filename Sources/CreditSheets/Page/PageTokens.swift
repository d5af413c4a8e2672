internal import Glibc

/// Takes a page apart into texts and tags, as leniently as browsers do, through a window of fixed size.
///
/// No tree is built: only tables are looked for. A tag longer than the window is passed over with what it carries.
struct PageTokens: ~Copyable {
    private static let windowBytes = 128 << 10
    // A tag's name and what tells a comment from a declaration are seen at once.
    private static let lookahead = 24
    private static let condition = Array("<!--[if gte mso".utf8)

    /// What the cell whose tag came last takes of columns and rows.
    private(set) var span = CellSpan(UnsafeBufferPointer(start: nil, count: 0))
    /// Where the last token began, in bytes of UTF-8.
    private(set) var place: Int64
    /// The part of the file that has been read.
    var progress: Double { text.progress }

    private let text: PlacedText
    private var window = Memory(count: PageTokens.windowBytes)
    private var start = 0
    private var end = 0
    private var windowPlace: Int64
    private var isEnded = false
    private var raw: StaticString?

    /// The tokens of a text, which starts at a place of its page.
    init(_ text: PlacedText, from place: Int64 = 0) {
        self.text = text
        self.place = place
        windowPlace = place
    }

    /// The next text or tag.
    mutating func next() throws(SheetError) -> PageToken {
        while true {
            if let raw { try passRaw(raw) }
            if end - start < PageTokens.lookahead, !isEnded { try refill() }
            guard start < end else { return .done }
            place = windowPlace + Int64(start)
            guard window.base[start] == UInt8(ascii: "<"), end - start > 1 else {
                if let text = try plainText() { return .text(text) }
                continue
            }
            let second = window.base[start + 1]
            if second == UInt8(ascii: "!") {
                try passDeclaration()
            } else if second == UInt8(ascii: "?") {
                try pass(beyond: UInt8(ascii: ">"))
            } else if PageTokens.isLetter(second) {
                if let tag = try tag(from: 1) {
                    if case .raw(let name) = tag { raw = name }
                    return .start(tag)
                }
            } else if second == UInt8(ascii: "/") {
                if end - start > 2, PageTokens.isLetter(window.base[start + 2]) {
                    if let tag = try tag(from: 2) { return .end(tag) }
                } else {
                    try pass(beyond: UInt8(ascii: ">"))
                }
            } else {
                return .text(take(1))
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 97 && (byte | 0x20) <= 122
    }

    private mutating func take(_ count: Int) -> UnsafeBufferPointer<UInt8> {
        defer { start += count }
        return UnsafeBufferPointer(start: window.base + start, count: count)
    }

    /// Reads on; what has not been taken moves to the front.
    private mutating func refill() throws(SheetError) {
        memmove(window.base, window.base + start, end - start)
        windowPlace += Int64(start)
        end -= start
        start = 0
        guard window.count - end >= 16 else { return }
        let got = try text.read(into: window.base + end, atMost: window.count - end)
        end += got
        isEnded = got == 0
    }

    private func find(_ byte: UInt8, from index: Int) -> Int? {
        let found: UnsafeMutableRawPointer? = memchr(window.base + index, Int32(byte), end - index)
        guard let found else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(window.base)
    }

    /// The text up to the next `<`; `nil` where more must be read first.
    private mutating func plainText() throws(SheetError) -> UnsafeBufferPointer<UInt8>? {
        // A `<` that ends the page stands for itself.
        if let stop = find(UInt8(ascii: "<"), from: start) { return take(max(stop - start, 1)) }
        let whole = isEnded ? 0 : heldBack()
        guard end - start > whole else {
            try refill()
            return nil
        }
        return take(end - start - whole)
    }

    /// Bytes at the window's end that belong to a character or reference which goes on beyond it.
    private func heldBack() -> Int {
        let tail = min(end - start, 32)
        for back in 1...max(tail, 1) where back <= tail {
            let byte = window.base[end - back]
            if byte == UInt8(ascii: ";") { break }
            if byte == UInt8(ascii: "&") { return back }
        }
        for back in 1...3 where back <= tail {
            let byte = window.base[end - back]
            if byte < 0x80 { break }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 0
            if length > 0 { return length > back ? back : 0 }
        }
        return 0
    }

    /// Passes over a tag and says what it is; `nil` where the page ends within it.
    private mutating func tag(from nameStart: Int) throws(SheetError) -> PageTag? {
        var scan = TagScan()
        var looked = nameStart
        while true {
            if let stop = scan.end(window.base, from: start + looked, to: end) {
                let tag = read(from: start + nameStart, to: stop)
                start = stop + 1
                return tag
            }
            looked = end - start
            guard !isEnded else {
                start = end
                return nil
            }
            if looked > window.count - 16 { return try longTag(&scan, from: nameStart) }
            try refill()
        }
    }

    /// Passes over a tag that fills the window; its name and first attributes are in it.
    private mutating func longTag(_ scan: inout TagScan, from nameStart: Int) throws(SheetError) -> PageTag? {
        let tag = read(from: start + nameStart, to: end)
        while !isEnded {
            start = end
            try refill()
            if let stop = scan.end(window.base, from: start, to: end) {
                start = stop + 1
                return tag
            }
        }
        start = end
        return nil
    }

    private mutating func read(from nameStart: Int, to stop: Int) -> PageTag {
        var key: UInt64 = 0
        var index = nameStart
        while index < stop, window.base[index] > 32, window.base[index] != UInt8(ascii: "/") {
            key = PageTag.extend(key, window.base[index])
            index += 1
        }
        let tag = PageTag(key: key)
        if case .cell = tag {
            span = CellSpan(UnsafeBufferPointer(start: window.base + index, count: stop - index))
        }
        return tag
    }
}

extension PageTokens {
    /// Passes over everything up to a byte, and it too.
    private mutating func pass(beyond byte: UInt8) throws(SheetError) {
        while true {
            if let stop = find(byte, from: start) {
                start = stop + 1
                return
            }
            start = end
            guard !isEnded else { return }
            try refill()
        }
    }

    /// Passes over a comment or declaration; what Excel puts in a comment for itself is looked at.
    private mutating func passDeclaration() throws(SheetError) {
        let bytes = UnsafeBufferPointer(start: window.base + start, count: end - start)
        guard bytes.starts(with: PageTokens.condition.prefix(4)), !bytes.starts(with: PageTokens.condition) else {
            return try pass(beyond: UInt8(ascii: ">"))
        }
        var looked = 4
        while true {
            while let stop = find(UInt8(ascii: ">"), from: start + looked) {
                if isCommentEnd(stop) {
                    start = stop + 1
                    return
                }
                looked = stop + 1 - start
            }
            guard !isEnded else {
                start = end
                return
            }
            // The last bytes stay: they may be the dashes before the `>` that comes next.
            start = max(start, end - 3)
            looked = end - start
            try refill()
        }
    }

    private func isCommentEnd(_ stop: Int) -> Bool {
        let dash = UInt8(ascii: "-")
        guard stop - start >= 2 else { return false }
        if window.base[stop - 1] == dash { return window.base[stop - 2] == dash }
        return stop - start >= 3 && window.base[stop - 1] == UInt8(ascii: "!") && window.base[stop - 2] == dash
            && window.base[stop - 3] == dash
    }

    /// Passes over what stands in an element that holds no markup, up to its end tag.
    private mutating func passRaw(_ name: StaticString) throws(SheetError) {
        raw = nil
        let count = name.utf8CodeUnitCount + 2
        while true {
            while let stop = find(UInt8(ascii: "<"), from: start) {
                start = stop
                if end - start <= count, !isEnded {
                    try refill()
                    if end - start <= count, !isEnded { continue }
                }
                guard end - start > count else { break }
                if isEndTag(name) { return }
                start += 1
            }
            start = end
            guard !isEnded else { return }
            try refill()
        }
    }

    private func isEndTag(_ name: StaticString) -> Bool {
        guard window.base[start + 1] == UInt8(ascii: "/") else { return false }
        for index in 0..<name.utf8CodeUnitCount
        where window.base[start + 2 + index] | 0x20 != name.utf8Start[index] {
            return false
        }
        return !PageTokens.isLetter(window.base[start + 2 + name.utf8CodeUnitCount])
    }
}

/// The text of a cell as it is seen: blanks and line ends of the source are one blank, `<br>` is a line break.
struct PageText {
    /// What was gathered, in UTF-8.
    private(set) var bytes: [UInt8] = []
    private var isBlankDue = false

    /// Forgets everything.
    mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        isBlankDue = false
    }

    /// Takes a piece of text, with its character references.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < piece.count {
            let byte = piece[index]
            if byte <= 32 {
                isBlankDue = true
                index += 1
            } else if byte == UInt8(ascii: "&") {
                index += appendReference(UnsafeBufferPointer(rebasing: piece[index...]))
            } else if byte == 0xC2, index + 1 < piece.count, piece[index + 1] == 0xA0 {
                appendBlank()
                index += 2
            } else {
                var next = index + 1
                while next < piece.count, piece[next] > 32, piece[next] != UInt8(ascii: "&"), piece[next] != 0xC2 {
                    next += 1
                }
                flush()
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[index..<next]))
                index = next
            }
        }
    }

    /// A blank between what stands side by side.
    mutating func blank() {
        isBlankDue = true
    }

    /// A line break.
    mutating func lineBreak() {
        isBlankDue = false
        while bytes.last == 32 { bytes.removeLast() }
        if !bytes.isEmpty { bytes.append(10) }
    }

    /// A line break where a paragraph begins or ends, unless there is one already.
    mutating func blockBreak() {
        if bytes.last == 10 { isBlankDue = false } else { lineBreak() }
    }

    /// Drops the blanks and breaks at the end.
    mutating func finish() {
        isBlankDue = false
        while let last = bytes.last, last == 32 || last == 10 { bytes.removeLast() }
    }

    private mutating func flush() {
        if isBlankDue, let last = bytes.last, last != 10 { bytes.append(32) }
        isBlankDue = false
    }

    private mutating func appendBlank() {
        guard !bytes.isEmpty else { return }
        flush()
        bytes.append(32)
    }

    private mutating func appendReference(_ piece: UnsafeBufferPointer<UInt8>) -> Int {
        let (scalar, length) = PageReference.read(piece)
        if scalar.value == 0xA0 {
            appendBlank()
        } else if scalar.value <= 32 {
            isBlankDue = true
        } else {
            flush()
            bytes.append(contentsOf: String(Character(scalar)).utf8)
        }
        return length
    }
}

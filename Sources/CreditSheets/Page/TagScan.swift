/// Finds the end of a tag, which may stand in quotation marks within it without being meant.
struct TagScan {
    private enum State {
        case outside, afterEquals, unquoted
        case quoted(UInt8)
    }

    private var state = State.outside

    /// The index of the `>` that ends the tag; `nil` where the bytes end first, which may then be followed by others.
    mutating func end(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            let byte = bytes[index]
            switch state {
            case .quoted(let mark):
                if byte == mark { state = .outside }
            case .outside:
                if byte == UInt8(ascii: ">") { return index }
                if byte == UInt8(ascii: "=") { state = .afterEquals }
            case .afterEquals:
                if byte == UInt8(ascii: ">") { return index }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    state = .quoted(byte)
                } else if byte > 32 {
                    state = .unquoted
                }
            case .unquoted:
                if byte == UInt8(ascii: ">") { return index }
                if byte <= 32 { state = .outside }
            }
            index += 1
        }
        return nil
    }
}

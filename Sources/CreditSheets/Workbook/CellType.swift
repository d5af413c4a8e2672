/// What a cell's value is, by its attribute `t` (ECMA-376, 18.18.11).
enum CellType {
    /// The number of a shared string.
    case shared
    /// A string within the cell.
    case inline
    /// A formula's string, or an error such as `#N/A`.
    case text
    /// 0 or 1.
    case boolean
    /// An ISO date.
    case day
    /// A number, which may be a date by its style.
    case number

    @inline(__always)
    init(_ attribute: UnsafeBufferPointer<UInt8>) {
        if attribute.count == 1, attribute[0] == UInt8(ascii: "s") {
            self = .shared
        } else {
            self.init(other: attribute)
        }
    }

    private init(other attribute: UnsafeBufferPointer<UInt8>) {
        switch String(decoding: attribute, as: UTF8.self) {
        case "inlineStr": self = .inline
        case "str", "e": self = .text
        case "b": self = .boolean
        case "d": self = .day
        default: self = .number
        }
    }
}

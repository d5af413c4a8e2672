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

    init(_ attribute: UnsafePointer<CChar>) {
        switch String(cString: attribute) {
        case "s": self = .shared
        case "inlineStr": self = .inline
        case "str", "e": self = .text
        case "b": self = .boolean
        case "d": self = .day
        default: self = .number
        }
    }
}

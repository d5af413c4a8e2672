/// Where a cell stands: `C12` is column 2, counted from 0.
enum CellReference {
    /// The column of a reference; `nil` where the letters make none.
    static func column(_ reference: UnsafePointer<CChar>) -> Int? {
        var column = 0
        var index = 0
        while index < 8 {
            let letter = UInt8(bitPattern: reference[index]) & 0xDF
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { break }
            column = column * 26 + Int(letter) - 64
            index += 1
        }
        return index == 0 ? nil : column - 1
    }
}

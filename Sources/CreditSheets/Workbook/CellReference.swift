internal import Glibc

/// Where a cell stands: `C12` is column 2 and row 12, columns counted from 0 and rows from 1.
enum CellReference {
    /// The column of a reference; `nil` where the letters make none.
    @inline(__always)
    static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        var letters = 0
        for byte in reference {
            let letter = byte & 0xDF &- UInt8(ascii: "A")
            guard letter < 26, letters < 8 else { break }
            column = column * 26 + Int(letter) + 1
            letters += 1
        }
        return letters == 0 ? nil : column - 1
    }

    /// The row of a reference, at most nine digits behind its letters.
    static func row(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        let digits = reference.drop { $0 &- 48 >= 10 }
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 &- 48) }
    }

    /// The column of a reference that ends with NUL, as the parser gives it.
    static func column(text reference: UnsafePointer<CChar>) -> Int? {
        let count = strlen(reference)
        return reference.withMemoryRebound(to: UInt8.self, capacity: count) {
            column(UnsafeBufferPointer(start: $0, count: count))
        }
    }
}

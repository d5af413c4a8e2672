/// A code, date or amount in half-width capitals without inner blanks.
package struct FoldedCell {
    /// The folded bytes.
    package private(set) var bytes: [UInt8] = []
    /// Whether full-width letters, digits or signs stood in it.
    package private(set) var wasFullWidth = false

    /// Room for cells.
    package init() {}

    /// A spelling as a cell that says it is folded.
    package static func text(_ spelling: String) -> String {
        var cell = FoldedCell()
        var copy = spelling
        copy.withUTF8 { cell.fold($0) }
        return String(decoding: cell.bytes, as: UTF8.self)
    }

    /// Folds a cell anew into the room of the last one.
    package mutating func fold(_ cell: UnsafeBufferPointer<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        wasFullWidth = false
        var position = 0
        while position < cell.count {
            let byte = cell[position]
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case 0x61...0x7A:
                bytes.append(byte - 0x20)
                position += 1
            case 0xEF where position + 2 < cell.count && (cell[position + 1] == 0xBC || cell[position + 1] == 0xBD):
                appendFullWidth(cell[position + 1], cell[position + 2])
                position += 3
            case 0xE3 where position + 2 < cell.count && cell[position + 1] == 0x80 && cell[position + 2] == 0x80:
                position += 3
            default:
                bytes.append(byte)
                position += 1
            }
        }
    }

    private mutating func appendFullWidth(_ middle: UInt8, _ last: UInt8) {
        let plain = middle == 0xBC ? Int(last) - 0x81 + 0x21 : Int(last) - 0x80 + 0x60
        guard (0x21...0x7E).contains(plain) else {
            bytes.append(contentsOf: [0xEF, middle, last])
            return
        }
        wasFullWidth = true
        let byte = UInt8(plain)
        bytes.append((0x61...0x7A).contains(byte) ? byte - 0x20 : byte)
    }
}

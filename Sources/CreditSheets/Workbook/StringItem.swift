/// One string of a workbook, shared or in its cell: its runs joined, its phonetic guides left out.
struct StringItem {
    /// The text.
    private(set) var bytes: [UInt8] = []
    private var isText = false
    private var guides = 0

    /// Begins a new string.
    mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        isText = false
        guides = 0
    }

    /// An element within the string begins.
    mutating func start(_ name: XMLName) {
        if name == "t" { isText = guides == 0 } else if name == "rPh" { guides += 1 }
    }

    /// An element within the string ends.
    mutating func end(_ name: XMLName) {
        if name == "t" { isText = false } else if name == "rPh" { guides -= 1 }
    }

    /// Takes in text that goes by.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        if isText { bytes.append(contentsOf: piece) }
    }

    /// Reads the characters that Excel cannot write in XML, and spells `_x000D_`.
    mutating func unescape() {
        bytes = EscapedText.read(bytes)
    }
}

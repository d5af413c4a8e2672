/// One string of a workbook, shared or in its cell: its runs joined, its phonetic guides left out.
struct StringItem: ~Copyable {
    private var gathered = GatheredBytes(capacity: 256)
    private var isText = false
    private var guides = 0

    /// How many bytes there are so far.
    var count: Int { gathered.count }

    /// The text, good until the next change.
    var bytes: UnsafeBufferPointer<UInt8> {
        @inline(__always) get { gathered.bytes }
    }

    /// Begins a new string.
    @inline(__always)
    mutating func begin() {
        gathered.removeAll()
        isText = false
        guides = 0
    }

    /// An element within the string begins.
    @inline(__always)
    mutating func start(_ name: ScannedName) {
        if name == "t" { isText = guides == 0 } else if name == "rPh" { guides += 1 }
    }

    /// An element within the string ends.
    @inline(__always)
    mutating func end(_ name: ScannedName) {
        if name == "t" { isText = false } else if name == "rPh" { guides -= 1 }
    }

    /// Takes in text that goes by.
    @inline(__always)
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        if isText { gathered.append(piece) }
    }

    /// Reads the characters that Excel cannot write in XML, and spells `_x000D_`.
    @inline(__always)
    mutating func unescape() {
        guard gathered.count >= 7, EscapedText.mayStand(in: gathered.bytes) else { return }
        gathered.replace(with: EscapedText.read(Array(gathered.bytes)))
    }
}

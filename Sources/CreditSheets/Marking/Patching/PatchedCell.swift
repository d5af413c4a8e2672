/// A cell of a sheet that is being patched: where it stands and what is in it.
struct PatchedCell {
    /// What a cell's value is, as far as patching goes.
    enum Kind { case shared, number, other }

    /// A piece of the cell's text.
    struct Piece {
        var range: Range<Int>
        var offset: Int64
        var length: Int
        var place: Place
        /// Whether it goes on with the text of the piece before.
        var isJoined: Bool
    }

    /// Where in a cell text stands.
    enum Place { case value, formula, inline }

    var column = -1
    var offset: Int64 = 0
    var style = 0
    /// The style that it is to have.
    var newStyle = 0
    var kind = Kind.number
    var hasFormula = false
    /// The change that gives it its new style, unless it is replaced as a whole.
    var stylePatch: (offset: Int64, count: Int, text: String)?
    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [Piece] = []
    private var place: Place?
    private var isInline = false
    private var isGoingOn = false

    mutating func begin(_ column: Int, at offset: Int64, style: Int, kind: Kind) {
        self.column = column
        self.offset = offset
        self.style = style
        self.kind = kind
        newStyle = style
        hasFormula = false
        stylePatch = nil
        place = nil
        isInline = false
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
    }

    mutating func start(_ name: XMLName) {
        isGoingOn = false
        if name == "v" {
            place = .value
        } else if name == "f" {
            place = .formula
            hasFormula = true
        } else if name == "is" {
            isInline = true
        } else if name == "t", isInline {
            place = .inline
            isGoingOn = pieces.last?.place == .inline
        } else if name == "rPh" {
            isInline = false
        }
    }

    mutating func end(_ name: XMLName) {
        place = nil
        if name == "rPh" { isInline = true }
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>, at offset: Int64, length: Int) {
        guard let place else { return }
        let start = bytes.count
        bytes.append(contentsOf: text)
        pieces.append(
            Piece(range: start..<bytes.count, offset: offset, length: length, place: place, isJoined: isGoingOn)
        )
        isGoingOn = true
    }

    /// Whether anything stands in it that a reader would see.
    var hasValue: Bool { pieces.contains { $0.place != .formula } }

    /// The number of the shared string that it refers to; `nil` where it refers to none.
    var sharedString: Int? {
        guard kind == .shared else { return nil }
        var number: Int?
        for piece in pieces where piece.place == .value {
            for byte in bytes[piece.range] where byte > 32 {
                guard byte &- 48 < 10, number ?? 0 < 1 << 32 else { return nil }
                number = (number ?? 0) * 10 + Int(byte &- 48)
            }
        }
        return number
    }
}

/// Gathers the texts of a part, asks for many of them at once which bytes are secret, and has these blanked out.
final class SecretFinder {
    /// What stands for a secret byte: stars where any text may stand, zeros where numbers and formulas stand.
    enum Filling: UInt8 {
        case stars = 0x2A
        case zeros = 0x30
    }

    private struct Piece {
        var start: Int
        var count: Int
        var offset: Int64
        var length: Int
        var filling: Filling
    }

    private static let batchBytes = 128 << 10

    private let secrets: @Sendable (UnsafeBufferPointer<UInt8>) -> [Range<Int>]
    private let patches: Patches
    private var text: [UInt8] = []
    private var pieces: [Piece] = []

    init(_ secrets: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> [Range<Int>], _ patches: Patches) {
        self.secrets = secrets
        self.patches = patches
    }

    /// Begins a new text, which has nothing to do with the one before.
    func begin() {
        if text.count > SecretFinder.batchBytes { flush() }
        if text.last != 0 { text.append(0) }
    }

    /// Takes in a piece of a text and where in the part it stands.
    func add(_ bytes: some Collection<UInt8>, at offset: Int64, length: Int, _ filling: Filling) {
        guard !bytes.isEmpty else { return }
        pieces.append(
            Piece(start: text.count, count: bytes.count, offset: offset, length: length, filling: filling)
        )
        text.append(contentsOf: bytes)
    }

    /// Has the secrets blanked out of all that was gathered.
    func flush() {
        var next = 0
        for range in text.withUnsafeBufferPointer(secrets) {
            while next < pieces.count, pieces[next].start + pieces[next].count <= range.lowerBound { next += 1 }
            var index = next
            while index < pieces.count, pieces[index].start < range.upperBound {
                blank(range, of: pieces[index])
                index += 1
            }
        }
        text.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
    }

    /// Blanks the secrets out of bytes that need not be XML.
    static func blank(_ bytes: [UInt8], _ marking: WorkbookMarking, _ patches: Patches) {
        let finder = SecretFinder(marking.secrets, patches)
        finder.add(bytes, at: 0, length: bytes.count, .zeros)
        finder.flush()
    }

    private func blank(_ range: Range<Int>, of piece: Piece) {
        let hit = range.clamped(to: piece.start..<(piece.start + piece.count))
        guard !hit.isEmpty else { return }
        if piece.count == piece.length {
            let offset = piece.offset + Int64(hit.lowerBound - piece.start)
            patches.fill(offset, hit.count, with: piece.filling.rawValue, times: hit.count)
        } else {
            // An escaped character is replaced as a whole.
            patches.fill(piece.offset, piece.length, with: piece.filling.rawValue, times: piece.count)
        }
    }
}

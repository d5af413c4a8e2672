/// How a long text is sealed piece by piece, so that no piece can be changed, left out, moved, or taken from another text.
///
/// The text begins with a header: eight bytes that say what it is, the size of its pieces, sixteen random bytes. Its key is
/// derived from the secret and those random bytes, so each text has a key of its own. Piece `n` is sealed by ``AESGCM`` under the
/// nonce `n`; its address is the header, the context, `n` and whether it is the last one. All pieces are full but the last,
/// which may be empty.
public struct SealedPieces: Sendable {
    /// Bytes in a header.
    public static let headerSize = magic.count + 4 + saltSize
    /// Bytes of text in a piece, where nothing else is said.
    public static let pieceSize = 1 << 20

    /// What the text begins with.
    public let header: [UInt8]
    /// Bytes of text in each piece but the last.
    public let pieceSize: Int
    private let key: [UInt8]
    private let address: [UInt8]
    private var next: UInt64 = 0
    private var isEnded = false

    private static let magic = Array("XYSEAL01".utf8)
    private static let saltSize = 16
    private static let purpose = Array("xinyuan sealed pieces 1".utf8)

    /// A new text.
    ///
    /// - Parameters:
    ///   - secret: What only those know who may open it.
    ///   - context: What text it is, such as its number; it must be the same when it is opened.
    ///   - pieceSize: Bytes of text in each piece.
    /// - Throws: `RandomBytes.Unavailable`.
    public init(
        secret: [UInt8],
        context: [UInt8],
        pieceSize: Int = SealedPieces.pieceSize
    )
        throws(RandomBytes.Unavailable)
    {
        let size = UInt32(clamping: max(pieceSize, 1))
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
        self.init(
            header: SealedPieces.magic + bytes + (try RandomBytes.make(SealedPieces.saltSize)),
            size: Int(size),
            secret,
            context
        )
    }

    /// A text that was sealed before, from its header.
    ///
    /// - Throws: `AESGCM.Failed` where that is none.
    public init(opening header: [UInt8], secret: [UInt8], context: [UInt8]) throws(AESGCM.Failed) {
        guard header.count == SealedPieces.headerSize, header.starts(with: SealedPieces.magic) else {
            throw AESGCM.Failed()
        }
        let size = header[SealedPieces.magic.count...].prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard (1...(1 << 26)).contains(size) else { throw AESGCM.Failed() }
        self.init(header: header, size: size, secret, context)
    }

    private init(header: [UInt8], size: Int, _ secret: [UInt8], _ context: [UInt8]) {
        self.header = header
        pieceSize = size
        key = KeyDerivation.derive(
            from: secret,
            salt: Array(header.suffix(SealedPieces.saltSize)),
            purpose: SealedPieces.purpose
        )
        address = header + context
    }

    /// The next piece, sealed; nothing may follow the last one.
    public mutating func seal(_ piece: [UInt8], isLast: Bool) throws(AESGCM.Failed) -> [UInt8] {
        guard !isEnded, isLast ? piece.count <= pieceSize : piece.count == pieceSize else { throw AESGCM.Failed() }
        let place = place(isLast)
        return try AESGCM.seal(piece, key: key, nonce: place.nonce, address: place.address)
    }

    /// The next piece, opened.
    ///
    /// - Throws: `AESGCM.Failed` where it is not the piece that stood in this place.
    public mutating func open(_ sealed: [UInt8], isLast: Bool) throws(AESGCM.Failed) -> [UInt8] {
        guard !isEnded else { throw AESGCM.Failed() }
        let place = place(isLast)
        return try AESGCM.open(sealed, key: key, nonce: place.nonce, address: place.address)
    }

    private mutating func place(_ isLast: Bool) -> (nonce: [UInt8], address: [UInt8]) {
        let number = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: next >> UInt64($0)) }
        next += 1
        isEnded = isLast
        return ([0, 0, 0, 0] + number, address + number + [isLast ? 1 : 0])
    }
}

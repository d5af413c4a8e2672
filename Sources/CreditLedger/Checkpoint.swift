public import LibCrypto

/// A tree head in the C2SP checkpoint format, signed as a C2SP signed note with Ed25519.
public struct Checkpoint: Hashable, Sendable {
    /// The log's name.
    public let origin: String
    /// How many entries it has.
    public let size: Int64
    /// The root of the tree.
    public let root: [UInt8]

    /// A checkpoint from its parts.
    public init(origin: String, size: Int64, root: [UInt8]) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The text that is signed: origin, size, root in Base64, each on a line.
    public var body: String { "\(origin)\n\(size)\n\(Base64.encode(root))\n" }

    /// The signed note: body, an empty line, and the signature's line.
    public func signed(by key: Ed25519) throws(Ed25519.Failed) -> String {
        let signature = try key.sign(Array(body.utf8))
        return body + "\n— \(origin) \(Base64.encode(Checkpoint.keyID(origin, key.publicKey) + signature))\n"
    }

    /// The checkpoint of a signed note whose signature holds, or `nil`.
    public init?(note: String, publicKey: [UInt8]) {
        let halves = note.components(separatedByBlankLine: ())
        guard halves.count == 2 else { return nil }
        let lines = halves[0].split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        guard lines.count >= 3, let size = Int64(lines[1]), let root = Base64.decode(lines[2]), root.count == 32 else {
            return nil
        }
        self.init(origin: lines[0], size: size, root: root)
        // The signature is of the text as it stands: another spelling of it, or a line more, was not signed.
        guard body == halves[0] + "\n" else { return nil }
        let keyID = Checkpoint.keyID(origin, publicKey)
        let holds = halves[1].split(separator: "\n")
            .contains { line in
                let parts = line.split(separator: " ")
                guard parts.count == 3, parts[0] == "—", parts[1] == lines[0],
                    let bytes = Base64.decode(String(parts[2])),
                    bytes.count == 68, Array(bytes[..<4]) == keyID
                else { return false }
                return Ed25519.verify(Array(bytes[4...]), of: Array(body.utf8), by: publicKey)
            }
        guard holds else { return nil }
    }

    /// The four bytes that tell a note's reader which key signed: SHA-256(name ‖ \n ‖ 0x01 ‖ key), shortened.
    public static func keyID(_ name: String, _ publicKey: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(Array(name.utf8) + [0x0A, 0x01] + publicKey).prefix(4))
    }

    /// The verifier key in C2SP form, to be published: `origin+hash+key`.
    public static func verifierKey(_ name: String, _ publicKey: [UInt8]) -> String {
        let id = keyID(name, publicKey).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return "\(name)+\(id)+\(Base64.encode([0x01] + publicKey))"
    }
}

extension String {
    fileprivate func components(separatedByBlankLine: Void) -> [String] {
        var body: [Substring] = []
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated() {
            guard line.isEmpty else {
                body.append(line)
                continue
            }
            return [body.joined(separator: "\n"), lines[(position + 1)...].joined(separator: "\n")]
        }
        return [self]
    }
}

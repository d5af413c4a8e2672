/// 组织机构代码 (GB 11714-1997): eight characters and a check character.
public enum OrganisationCode {
    /// Whether nine characters hold as an organisation code.
    public static func holds(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        bytes.withContiguousStorageIfAvailable { holds($0) } ?? Array(bytes).withUnsafeBufferPointer { holds($0) }
    }

    /// The same over bytes where they lie.
    public static func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 9 && checkCharacter(in: UnsafeBufferPointer(rebasing: bytes[0..<8])) == bytes[8]
    }

    /// The check character that eight characters ask for, or `nil` where one is neither a digit nor a capital.
    public static func checkCharacter(for body: some Collection<UInt8>) -> UInt8? {
        Array(body).withUnsafeBufferPointer { checkCharacter(in: $0) }
    }

    private static func checkCharacter(in body: UnsafeBufferPointer<UInt8>) -> UInt8? {
        guard body.count == 8 else { return nil }
        // 3 7 9 10 5 8 4 2, a nibble each.
        let weights: UInt64 = 0x2485_A973
        var sum = 0
        for place in 0..<8 {
            let byte = body[place]
            let value: Int
            switch byte {
            case 0x30...0x39: value = Int(byte) - 0x30
            case 0x41...0x5A: value = Int(byte) - 0x41 + 10
            default: return nil
            }
            sum += value * Int(weights >> (4 * UInt64(place)) & 15)
        }
        return switch 11 - sum % 11 {
        case 10: 0x58
        case 11: 0x30
        case let digit: UInt8(0x30 + digit)
        }
    }
}

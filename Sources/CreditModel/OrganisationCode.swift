/// 组织机构代码 (GB 11714-1997): eight characters and a check character.
public enum OrganisationCode {
    /// Whether nine characters hold as an organisation code.
    public static func holds(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        guard bytes.count == 9, let last = bytes.last else { return false }
        return checkCharacter(for: bytes.prefix(8)) == last
    }

    /// The check character that eight characters ask for, or `nil` where one is neither a digit nor a capital.
    public static func checkCharacter(for body: some Collection<UInt8>) -> UInt8? {
        let weights = (3, 7, 9, 10, 5, 8, 4, 2)
        var sum = 0
        var position = 0
        for byte in body {
            let value: Int
            switch byte {
            case 0x30...0x39: value = Int(byte) - 0x30
            case 0x41...0x5A: value = Int(byte) - 0x41 + 10
            default: return nil
            }
            let weight =
                switch position {
                case 0: weights.0
                case 1: weights.1
                case 2: weights.2
                case 3: weights.3
                case 4: weights.4
                case 5: weights.5
                case 6: weights.6
                default: weights.7
                }
            sum += value * weight
            position += 1
        }
        guard position == 8 else { return nil }
        return switch 11 - sum % 11 {
        case 10: 0x58
        case 11: 0x30
        case let digit: UInt8(0x30 + digit)
        }
    }
}

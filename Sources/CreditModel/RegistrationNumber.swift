/// 工商注册号 of fifteen digits (GS15-2006): ISO 7064 MOD 11,10.
public enum RegistrationNumber {
    /// Whether fifteen digits hold as a registration number.
    public static func holds(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        guard bytes.count == 15, let last = bytes.last else { return false }
        return checkDigit(for: bytes.prefix(14)) == last
    }

    /// The check digit that fourteen digits ask for, or `nil` where one is not a digit.
    public static func checkDigit(for body: some Collection<UInt8>) -> UInt8? {
        var product = 10
        for byte in body {
            guard (0x30...0x39).contains(byte) else { return nil }
            let sum = (product + Int(byte) - 0x30) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return UInt8(0x30 + (11 - product) % 10)
    }
}

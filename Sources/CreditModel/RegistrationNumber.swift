/// 工商注册号 of fifteen digits (GS15-2006): ISO 7064 MOD 11,10.
public enum RegistrationNumber {
    /// Whether fifteen digits hold as a registration number.
    public static func holds(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        guard bytes.count == 15, let last = bytes.last else { return false }
        return checkDigit(for: bytes.prefix(14)) == last
    }

    /// The check digit that fourteen digits ask for, or `nil` where one is not a digit.
    public static func checkDigit(for body: some Collection<UInt8>) -> UInt8? {
        body.withContiguousStorageIfAvailable { checkDigit(in: $0) }
            ?? Array(body).withUnsafeBufferPointer { checkDigit(in: $0) }
    }

    private static func checkDigit(in body: UnsafeBufferPointer<UInt8>) -> UInt8? {
        var product = 10
        for place in 0..<body.count {
            let digit = Int(body[place]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            let sum = (product + digit) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return UInt8(0x30 + (11 - product) % 10)
    }
}

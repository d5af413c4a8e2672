/// Money in whole 分 (hundredths of a yuan).
///
/// Departments write 万元 with up to six decimals, which is one fen.
public struct Amount: Hashable, Comparable, Sendable {
    /// Hundredths of a yuan.
    public let fen: Int64

    /// An amount from its fen.
    public init(fen: Int64) {
        self.fen = fen
    }

    /// Reads a decimal such as `1.2`, `12,000.50` or `0.000001`, scaled by a unit in fen (万元 = 1,000,000; 元 = 100).
    ///
    /// Returns `nil` where it is not a plain decimal, is negative, is finer than a fen, or does not fit.
    public init?(decimal text: some Collection<UInt8>, unit: Int64) {
        guard let fen = Array(text).withUnsafeBufferPointer({ Amount.fen(in: $0, unit: unit) }) else { return nil }
        self.fen = fen
    }

    private static func fen(in text: UnsafeBufferPointer<UInt8>, unit: Int64) -> Int64? {
        var whole: Int64 = 0
        var scale = unit
        var seenPoint = false
        var digits = 0
        for byte in text {
            switch byte {
            case 0x30...0x39:
                digits += 1
                let digit = Int64(byte - 0x30)
                if seenPoint {
                    if scale % 10 != 0 {
                        if digit != 0 { return nil }
                        continue
                    }
                    scale /= 10
                    let (sum, overflow) = whole.addingReportingOverflow(digit * scale)
                    if overflow { return nil }
                    whole = sum
                } else {
                    let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
                    let (sum, carried) = product.addingReportingOverflow(digit * unit)
                    if overflow || carried { return nil }
                    whole = sum
                }
            case 0x2E where !seenPoint: seenPoint = true
            case 0x2C where !seenPoint && digits > 0: continue
            default: return nil
            }
        }
        return digits > 0 ? whole : nil
    }

    /// Smaller amounts come first.
    public static func < (left: Amount, right: Amount) -> Bool {
        left.fen < right.fen
    }

    /// The amount in yuan with separators and two decimals: `12,000.50`.
    public var yuan: String {
        let digits = String(fen / 100).utf8
        let fraction = fen % 100
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { bytes.append(0x2C) }
            bytes.append(digit)
        }
        bytes.append(0x2E)
        bytes.append(decimal: fraction, width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The amount in 万元 without trailing zeros, as the 双公示 headings want it: `1.2`.
    public var tenThousandYuan: String {
        let whole = fen / 1_000_000
        var fraction = String(fen % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    }
}

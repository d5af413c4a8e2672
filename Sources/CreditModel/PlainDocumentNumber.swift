/// A number that is in its normal form as sent, seen in one pass over its bytes and without reading it: 某罚字〔2019〕5号, or a
/// code of capitals and digits.
///
/// Nearly all rows have such a number, and nothing is to be paid for them. Not every normal form is recognised.
package struct PlainDocumentNumber {
    /// The issuer's bytes, without 字 at the end; empty for a code.
    package let issuer: Range<Int>
    /// Whether 字 stands at the issuer's end.
    package let isWorded: Bool
    /// The year; 0 for a code.
    package let year: Int
    /// The bytes of the running number, or of the code.
    package let serial: Range<Int>

    /// What is plain of a number, or `nil` where it must be read.
    package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let end = PlainDocumentNumber.issuerEnd(bytes) else { return nil }
        guard end < bytes.count else {
            guard PlainDocumentNumber.isCode(bytes) else { return nil }
            (issuer, isWorded, year, serial) = (0..<0, false, 0, 0..<bytes.count)
            return
        }
        guard end > 0, let year = PlainDocumentNumber.year(at: end + 3, in: bytes),
            PlainDocumentNumber.stands((0xE3, 0x80, 0x95), at: end + 7, in: bytes),
            PlainDocumentNumber.stands((0xE5, 0x8F, 0xB7), at: bytes.count - 3, in: bytes)
        else { return nil }
        let serial = (end + 10)..<max(end + 10, bytes.count - 3)
        guard PlainDocumentNumber.isSerial(bytes[serial]) else { return nil }
        isWorded = PlainDocumentNumber.stands((0xE5, 0xAD, 0x97), at: end - 3, in: bytes)
        issuer = 0..<(isWorded ? end - 3 : end)
        self.year = year
        self.serial = serial
    }

    /// Where capitals, digits and common Chinese characters end: at 〔 or with the text; `nil` at any other sign.
    private static func issuerEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case 0x30...0x39, 0x41...0x5A: place += 1
            case 0xE3: return stands((0xE3, 0x80, 0x94), at: place, in: bytes) ? place : nil
            case 0xE4...0xE9:
                // 第, 号 and 號 say something of their own.
                guard place + 2 < bytes.count, !stands((0xE7, 0xAC, 0xAC), at: place, in: bytes),
                    !stands((0xE5, 0x8F, 0xB7), at: place, in: bytes),
                    !stands((0xE8, 0x99, 0x9F), at: place, in: bytes),
                    // 零 is another sign for 〇.
                    !stands((0xE9, 0x9B, 0xB6), at: place, in: bytes)
                else { return nil }
                place += 3
            default: return nil
            }
        }
        return place
    }

    private static func year(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard place + 4 <= bytes.count else { return nil }
        var year = 0
        for byte in bytes[place..<(place + 4)] {
            guard byte &- 0x30 < 10 else { return nil }
            year = year * 10 + Int(byte &- 0x30)
        }
        return (1900...2099).contains(year) ? year : nil
    }

    /// Capitals, then groups of digits without leading zeros, hyphens between.
    private static func isSerial(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var leads = true
        var digits = 0
        for byte in bytes {
            switch byte {
            case 0x41...0x5A where digits == 0 && leads: continue
            case 0x30 where leads: return false
            case 0x30...0x39:
                leads = false
                digits += 1
            case 0x2D where !leads: leads = true
            default: return false
            }
        }
        return !leads
    }

    private static func isCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var hasDigit = false
        var hasLetter = false
        for byte in bytes {
            switch byte {
            case 0x30...0x39: hasDigit = true
            case 0x41...0x5A: hasLetter = true
            default: return false
            }
        }
        return hasDigit && (hasLetter || bytes[0] != 0x30)
    }

    private static func stands(
        _ sign: (UInt8, UInt8, UInt8),
        at place: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        place >= 0 && place + 3 <= bytes.count && bytes[place] == sign.0 && bytes[place + 1] == sign.1
            && bytes[place + 2] == sign.2
    }
}

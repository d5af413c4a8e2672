/// A moment in UTC, in whole microseconds since 1970.
///
/// It is always passed in, never asked of a clock by the rooms below.
public struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    /// A moment from its microseconds.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The legal day it falls on in Asia/Shanghai (UTC+8; no summer time since 1991).
    public var day: Day {
        Day(number: Int32(clamping: (microseconds + 8 * 3_600_000_000).flooredQuotient(86_400_000_000)))
    }

    /// `2026-07-04T09:30:00+08:00`, as it is read in the city.
    public var iso: String {
        let local = microseconds + 8 * 3_600_000_000
        let day = day
        let seconds = Int(local.flooredQuotient(1_000_000) - Int64(day.number) * 86_400)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(25)
        day.write(into: &bytes)
        for (mark, part) in [(0x54, seconds / 3600), (0x3A, seconds / 60 % 60), (0x3A, seconds % 60)] as [(UInt8, Int)]
        {
            bytes.append(mark)
            bytes.append(decimal: Int64(part), width: 2)
        }
        bytes.append(contentsOf: "+08:00".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Earlier moments come first.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

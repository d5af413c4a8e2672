/// A legal day in Asia/Shanghai, counted from 1970-01-01 in the proleptic Gregorian calendar.
///
/// Every period of the law is counted in days, so the platform keeps days and not instants for them.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int32

    /// A day from its count since 1970-01-01.
    public init(number: Int32) {
        self.number = number
    }

    /// A day from its civil date, or `nil` where there is no such day (2026-02-30).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// A day from `2026-07-04`, the only spelling the platform itself writes.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The civil date: year, month, day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Monday is 1, Sunday is 7.
    public var weekday: Int {
        let remainder = (Int(number) + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// `2026-07-04`.
    public var iso: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the ISO form.
    package func write(into bytes: inout [UInt8]) {
        let date = civil
        bytes.append(decimal: Int64(date.year), width: 4)
        bytes.append(0x2D)
        bytes.append(decimal: Int64(date.month), width: 2)
        bytes.append(0x2D)
        bytes.append(decimal: Int64(date.day), width: 2)
    }

    /// The day so many days later (earlier, where negative).
    public func adding(days: Int) -> Day {
        Day(number: Int32(clamping: Int(number) + days))
    }

    /// The same day of the month so many months later; the month's last day where that day does not exist.
    public func adding(months: Int) -> Day {
        let date = civil
        let count = date.year * 12 + date.month - 1 + months
        let year = min(max(count / 12, 1), 9999)
        let month = count % 12 + 1
        let last = Day.length(ofMonth: month, in: year)
        return Day(year: year, month: month, day: min(date.day, last)) ?? self
    }

    /// Days from this day to another.
    public func days(until other: Day) -> Int {
        Int(other.number) - Int(number)
    }

    /// Earlier days come first.
    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    /// The number of days of a month.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: CustomStringConvertible {
    /// The ISO form.
    public var description: String { iso }
}

package import CreditModel

/// Reads a date in any of the forms that departments write (domain facts 1.6).
package enum DayReading: Hashable {
    /// A day.
    case day(Day)
    /// The right form, and no such day.
    case impossible
    /// No form that is known.
    case unreadable

    /// Reads folded bytes: 2019-1-5, 2019/01/05, 2019.1.5, 20190105, 2019年1月5日, each with or without a time, or an Excel serial.
    package init(_ bytes: [UInt8]) {
        let date = DayReading.withoutTime(bytes[...])
        var numbers: (Int, Int, Int) = (0, 0, 0)
        if date.allSatisfy({ (0x30...0x39).contains($0) }) {
            guard let number = DayReading.number(date) else {
                self = .unreadable
                return
            }
            if date.count == 5, (20_000...80_000).contains(number) {
                self = .day(Day(number: Int32(number - 25_569)))
                return
            }
            guard date.count == 8 else {
                self = .unreadable
                return
            }
            numbers = (number / 10_000, number / 100 % 100, number % 100)
        } else {
            guard let parts = DayReading.parts(date) else {
                self = .unreadable
                return
            }
            numbers = parts
        }
        self = Day(year: numbers.0, month: numbers.1, day: numbers.2).map { .day($0) } ?? .impossible
    }

    /// The cell without a time behind a blank: once blanks are folded away, 2019/1/21 0:00:00 could be the 2nd, at ten.
    static func dateAlone(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let colon = cell.firstIndex(of: 0x3A), let blank = cell[..<colon].lastIndex(of: 0x20), blank > 0 else {
            return cell
        }
        return UnsafeBufferPointer(rebasing: cell[..<blank])
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 8 else { return nil }
        var number = 0
        for digit in digits { number = number * 10 + Int(digit) - 0x30 }
        return number
    }

    /// Year, month, day between separators; every separator is one sign, or 年 月 日.
    private static func parts(_ date: ArraySlice<UInt8>) -> (Int, Int, Int)? {
        var rest = date
        guard let year = takeNumber(&rest, width: 4...4), let first = takeSeparator(&rest, "年"),
            let month = takeNumber(&rest, width: 1...2), let second = takeSeparator(&rest, "月"),
            first == second, let day = takeNumber(&rest, width: 1...2)
        else { return nil }
        if first == 0 { dropPrefix(&rest, "日") }
        return rest.isEmpty ? (year, month, day) : nil
    }

    private static func takeNumber(_ rest: inout ArraySlice<UInt8>, width: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard width.contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return number(digits)
    }

    /// The separator's byte, or 0 for the Chinese word.
    private static func takeSeparator(_ rest: inout ArraySlice<UInt8>, _ word: String) -> UInt8? {
        if dropPrefix(&rest, word) { return 0 }
        guard let sign = rest.first, sign == 0x2D || sign == 0x2F || sign == 0x2E else { return nil }
        rest = rest.dropFirst()
        return sign
    }

    @discardableResult
    private static func dropPrefix(_ rest: inout ArraySlice<UInt8>, _ word: String) -> Bool {
        guard rest.starts(with: word.utf8) else { return false }
        rest = rest.dropFirst(word.utf8.count)
        return true
    }

    /// Cuts off `T09:30:00`, `09:30:00` (blanks are folded away, so the time follows the date) and their fractions.
    private static func withoutTime(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if let mark = bytes.firstIndex(of: 0x54), mark - bytes.startIndex >= 8 { return bytes[..<mark] }
        guard let colon = bytes.firstIndex(of: 0x3A) else { return bytes }
        let hours = bytes[..<colon].suffix(while: { (0x30...0x39).contains($0) })
        // Blanks are gone, so 2019-1-50:00:00 is 2019-1-5 and 0:00:00: a time has one or two digits before its first colon.
        for width in [2, 1] where hours.count > width || colon - hours.count > bytes.startIndex {
            let cut = colon - width
            if cut > bytes.startIndex, looksWhole(bytes[..<cut]) { return bytes[..<cut] }
        }
        return bytes
    }

    private static func looksWhole(_ date: ArraySlice<UInt8>) -> Bool {
        if let numbers = parts(date) { return Day(year: numbers.0, month: numbers.1, day: numbers.2) != nil }
        return date.count == 8 && date.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func suffix(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, predicate(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

/// The texts of dates that a workbook's cells have shown already: a column's dates are few, and each takes some reckoning.
final class LegacyDates {
    private static let mostKept = 8192
    private let countsFrom1904: Bool
    private var known: [UInt64: [UInt8]] = [:]

    init(countsFrom1904: Bool) {
        self.countsFrom1904 = countsFrom1904
    }

    /// Appends a date; `false` where a number is none.
    func append(_ value: Double, to text: inout [UInt8]) -> Bool {
        if let bytes = known[value.bitPattern] {
            text.append(contentsOf: bytes)
            return true
        }
        guard let date = SerialDate(value, countsFrom1904: countsFrom1904) else { return false }
        let bytes = Array(date.text.utf8)
        if known.count < LegacyDates.mostKept { known[value.bitPattern] = bytes }
        text.append(contentsOf: bytes)
        return true
    }
}

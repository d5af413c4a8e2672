/// A date as a workbook keeps it: days since 1899-12-31 or 1904-01-01, the time of day as their fraction.
struct SerialDate {
    private let days: Int
    private let seconds: Int

    /// A date from a cell's number; `nil` where Excel would show none.
    init?(_ serial: Double, countsFrom1904: Bool) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let total = Int((serial * 86_400).rounded())
        let day = total / 86_400
        seconds = total % 86_400
        if countsFrom1904 {
            days = day + 1462
        } else {
            // Day 60 is 1900-02-29, which there never was; the days before it are one off.
            days = day < 60 ? day + 1 : day
        }
        isTimeOnly = serial < 1 && !countsFrom1904
    }

    private let isTimeOnly: Bool

    /// `2019-01-05`, with ` 10:30:00` behind it unless that is midnight; the time alone where there is no day.
    var text: String {
        var bytes = GatheredBytes(capacity: 32)
        write(to: &bytes)
        return String(decoding: bytes.bytes, as: UTF8.self)
    }

    /// Writes ``text`` behind what is there.
    func write(to bytes: inout GatheredBytes) {
        if !isTimeOnly {
            writeDay(to: &bytes)
            if seconds == 0 { return }
            bytes.append(UInt8(ascii: " "))
        }
        SerialDate.write(seconds / 3600, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        SerialDate.write(seconds / 60 % 60, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        SerialDate.write(seconds % 60, width: 2, to: &bytes)
    }

    private func writeDay(to bytes: inout GatheredBytes) {
        // Days since 0000-03-01; serial 25569 is 1970-01-01.
        let shifted = days - 25_569 + 719_468
        let era = shifted / 146_097
        let ofEra = shifted % 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * ofYear + 2) / 153
        let civilMonth = month < 10 ? month + 3 : month - 9
        SerialDate.write(yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), width: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        SerialDate.write(civilMonth, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        SerialDate.write(ofYear - (153 * month + 2) / 5 + 1, width: 2, to: &bytes)
    }

    /// Writes a number with zeros before it; a year has four digits at most (``init(_:countsFrom1904:)``).
    private static func write(_ number: Int, width: Int, to bytes: inout GatheredBytes) {
        var unit = width == 4 ? 1000 : 10
        while unit > 0 {
            bytes.append(UInt8(truncatingIfNeeded: 48 + number / unit % 10))
            unit /= 10
        }
    }
}

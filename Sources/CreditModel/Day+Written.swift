extension Day {
    /// `2026年7月4日` / `4 July 2026`: how a day is written for people.
    public var written: Bilingual {
        let date = civil
        var zh: [UInt8] = []
        var en: [UInt8] = []
        zh.reserveCapacity(20)
        en.reserveCapacity(20)
        zh.append(decimal: Int64(date.year))
        zh.append(contentsOf: Day.marks.year)
        zh.append(decimal: Int64(date.month))
        zh.append(contentsOf: Day.marks.month)
        zh.append(decimal: Int64(date.day))
        zh.append(contentsOf: Day.marks.day)
        en.append(decimal: Int64(date.day))
        en.append(contentsOf: Day.months[date.month - 1])
        en.append(decimal: Int64(date.year))
        return Bilingual(zh: String(decoding: zh, as: UTF8.self), en: String(decoding: en, as: UTF8.self))
    }

    private static let marks = (year: Array("年".utf8), month: Array("月".utf8), day: Array("日".utf8))

    private static let months = [
        " January ", " February ", " March ", " April ", " May ", " June ", " July ", " August ", " September ",
        " October ", " November ", " December ",
    ]
    .map { Array($0.utf8) }

    /// Whether the day is one of those that departments write for "for ever" (2099-01-31, 2099-12-31, 9999-12-31).
    public var isForever: Bool { civil.year >= 2099 }
}

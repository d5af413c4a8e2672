import CreditModel

/// `calendar/2026.yaml`: one file a year.
extension WorkingCalendar.Year {
    static let keys = ["year", "holidays"]

    init(reading map: YAMLMap) {
        let year = map.integer("year", in: 1949...2199)
        if map.place.file != "calendar/\(year).yaml" {
            map.log.add(
                map.place(of: "year"),
                Bilingual(zh: "文件名与年份 \(year) 不符", en: "the file's name does not say the year \(year)"),
                remedy: Bilingual(zh: "文件应叫 calendar/\(year).yaml", en: "call the file calendar/\(year).yaml")
            )
        }
        var days: [Day: Place] = [:]
        var off: Set<Day> = []
        var worked: Set<Day> = []
        for holiday in map.maps("holidays", keys: ["name", "notice", "off", "worked"]) {
            _ = holiday.bilingual("name")
            _ = holiday.text("notice")
            for text in holiday.texts("off") {
                if let day = Self.day(text, of: year, holiday, &days) { off.insert(day) }
            }
            for text in holiday.texts("worked") {
                guard let day = Self.day(text, of: year, holiday, &days) else { continue }
                worked.insert(day)
                if day.weekday <= 5 { Self.reportWeekday(text, map.log) }
            }
        }
        self.init(off: off, worked: worked)
    }

    private static func day(
        _ text: Located<String>,
        of year: Int,
        _ map: YAMLMap,
        _ seen: inout [Day: Place]
    ) -> Day? {
        guard let day = map.day(text) else { return nil }
        if day.civil.year != year {
            map.log.add(
                text.place,
                Bilingual(zh: "\(day.iso) 不在 \(year) 年", en: "\(day.iso) is not in \(year)"),
                remedy: Bilingual(zh: "移到那一年的文件里", en: "move it to that year's file")
            )
        }
        if let other = seen.updateValue(text.place, forKey: day) {
            map.log.add(
                text.place,
                Bilingual(
                    zh: "\(day.iso) 在第 \(other.line) 行已经写过",
                    en: "\(day.iso) stands on line \(other.line) already"
                ),
                remedy: Bilingual(zh: "一天只写一次：或放假，或补班", en: "write a day once: either off or worked")
            )
        }
        return day
    }

    private static func reportWeekday(_ text: Located<String>, _ log: ProblemLog) {
        log.add(
            text.place,
            Bilingual(
                zh: "补班日 \(text.value) 不是周六或周日",
                en: "\(text.value) is listed as worked but is no Saturday or Sunday"
            ),
            remedy: Bilingual(zh: "对照国务院办公厅通知更正", en: "correct it from the State Council's notice")
        )
    }
}

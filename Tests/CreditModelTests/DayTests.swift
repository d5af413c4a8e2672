import CreditModel
import Testing

@Suite struct DayTests {
    @Test func everyDayFrom1900To2100KeepsItsDateItsOrderAndItsWeekday() throws {
        // 1 January 1900 was a Monday.
        var expected = try #require(Day(year: 1900, month: 1, day: 1)).number
        var weekday = 1
        for year in 1900...2100 {
            for month in 1...12 {
                for day in 1...Day.length(ofMonth: month, in: year) {
                    let found = try #require(Day(year: year, month: month, day: day))
                    let civil = found.civil
                    guard found.number == expected, found.weekday == weekday,
                        civil == (year, month, day), Day(iso: found.iso) == found
                    else {
                        Issue.record("\(year)-\(month)-\(day): \(found.number), \(found.weekday), \(found.iso)")
                        return
                    }
                    expected += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
        #expect(try #require(Day(year: 2100, month: 12, day: 31)).number == expected - 1)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-07-04", 20638), ("0001-01-01", -719_162),
    ])
    func dayIsCountedFrom1970(iso: String, number: Int32) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.number == number)
        #expect(day.iso == iso)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-1-05",
        "26-01-05", "2026-01-5", "2026/01/05", "2026-01-05 ", "+026-01-05", "2026--1-05", "2026-+1-05", "2026-01-05-01",
        "",
    ])
    func whatIsNoDayIsRefused(iso: String) {
        #expect(Day(iso: iso) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-04-01", 3, "2026-07-01"),
        ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"),
        ("2026-04-01", 36, "2029-04-01"), ("9999-12-31", 12, "9999-12-31"),
    ])
    func monthsLaterIsTheSameDayOrTheMonthsLast(start: String, months: Int, end: String) throws {
        let day = try #require(Day(iso: start))
        #expect(day.adding(months: months).iso == end)
    }

    @Test func daysBetweenAreCountedBothWays() throws {
        let first = try #require(Day(iso: "2026-02-28"))
        let second = try #require(Day(iso: "2026-03-01"))
        #expect(first.days(until: second) == 1)
        #expect(second.days(until: first) == -1)
        #expect(first.adding(days: 1) == second)
        #expect(first < second)
    }
}

@Suite struct InstantTests {
    @Test(
        arguments: [
            (0, "1970-01-01T08:00:00+08:00"), (-1, "1970-01-01T07:59:59+08:00"),
            (1_783_123_200_000_000, "2026-07-04T08:00:00+08:00"), (1_783_094_399_000_000, "2026-07-03T23:59:59+08:00"),
            (1_783_094_400_000_000, "2026-07-04T00:00:00+08:00"), (-28_800_000_001, "1969-12-31T23:59:59+08:00"),
        ] as [(Int64, String)]
    )
    func instantIsReadInTheCitysTime(microseconds: Int64, iso: String) {
        let instant = Instant(microseconds: microseconds)
        #expect(instant.iso == iso)
        #expect(instant.day.iso == String(iso.prefix(10)))
    }

    @Test func daysAreWrittenForPeopleWithoutZerosBeforeThem() throws {
        let day = try #require(Day(iso: "0987-01-09"))
        #expect(day.written == Bilingual(zh: "987年1月9日", en: "9 January 987"))
        let other = try #require(Day(iso: "2026-12-31"))
        #expect(other.written == Bilingual(zh: "2026年12月31日", en: "31 December 2026"))
    }

    @Test(arguments: [
        (0, "1970-01-01T08:00:00+08:00"), (-1, "1970-01-01T07:59:59+08:00"),
        (1_783_126_805_000_000, "2026-07-04T09:00:05+08:00"),
    ])
    func instantIsReadAsInTheCity(microseconds: Int64, iso: String) {
        #expect(Instant(microseconds: microseconds).iso == iso)
    }
}

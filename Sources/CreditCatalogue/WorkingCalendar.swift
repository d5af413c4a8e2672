public import CreditModel

/// Working days by the State Council's yearly notices: days off, and weekend days that are worked.
public struct WorkingCalendar: Sendable {
    /// What one year's notice says.
    public struct Year: Sendable, Hashable {
        /// Days off, beside Saturdays and Sundays.
        public let off: Set<Day>
        /// Saturdays and Sundays that are worked.
        public let worked: Set<Day>

        /// A year from its days.
        public init(off: Set<Day>, worked: Set<Day>) {
            self.off = off
            self.worked = worked
        }
    }

    /// A year that the catalogue has no calendar for: nothing can be counted in it.
    public struct MissingYear: Error, Hashable, Sendable {
        /// The year.
        public let year: Int
    }

    /// The years by number.
    public let years: [Int: Year]

    /// A calendar from its years.
    public init(years: [Int: Year]) {
        self.years = years
    }

    /// Whether a day is worked.
    public func isWorkingDay(_ day: Day) throws(MissingYear) -> Bool {
        let number = day.civil.year
        guard let year = years[number] else { throw MissingYear(year: number) }
        if year.off.contains(day) { return false }
        return day.weekday <= 5 || year.worked.contains(day)
    }

    /// The last day of a term of so many working days that begins the day after.
    ///
    /// - Complexity: one look per calendar day of the term.
    public func day(_ count: Int, workingDaysAfter start: Day) throws(MissingYear) -> Day {
        var day = start
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if try isWorkingDay(day) { left -= 1 }
        }
        return day
    }
}
